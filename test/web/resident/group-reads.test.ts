import { expect, test } from '@jest/globals';
import { groupEntries, type Entry } from '../../../web/src/resident/who-looked/entry-groups.ts';

// The groups of *Who looked* under one heading: one visit, and under it each purpose with what was seen for it.
let ids = 0;
const read = (given: Partial<Entry>): Entry => {
  const id = String((ids += 1));
  return {
    __typename: 'AccessHistoryEntry',
    id,
    entryId: id,
    at: '2026-06-15T12:00:00Z',
    kind: 'RECORD_OPENED',
    why: `For ${given.purpose}.`,
    purpose: 'SERVICE_PROVISION',
    relationship: 'ENCOUNTER',
    fields: [],
    case: 'a visit',
    by: { __typename: 'AccessReader', role: 'CUSTOMER_SERVICE', partner: null },
    ...given,
  };
};

/** Two visits, the newest read first, as the history gives them. */
const history = [
  read({ purpose: 'AGE_VERIFICATION', fields: ['birth date'] }),
  read({ purpose: 'AGE_VERIFICATION' }),
  read({ purpose: 'PAYMENT', fields: ['name', 'balance'] }),
  read({ case: 'an earlier visit', fields: ['name'] }),
  read({ purpose: 'PAYMENT', fields: ['balance', 'purchases'] }),
  read({ fields: ['name', 'email address'] }),
  read({}),
  read({ kind: 'APPEARED_IN_SEARCH', case: null, relationship: 'NONE', fields: ['name'] }),
  read({ case: null, purpose: 'MANDATE_ADMINISTRATION', relationship: 'NONE', fields: ['name'] }),
];

test('a visit is one group, and each purpose of it has what was seen for it and nothing of the others', () => {
  const [visit, earlier, single, ...others] = groupEntries(history, 'RECORD_OPENED');
  expect(others).toEqual([]);
  expect(visit!.purposes.map(({ newest, fields, seen, empty }) => [newest.purpose, fields, seen.length, empty.length])).toEqual([
    ['AGE_VERIFICATION', ['birth date'], 1, 1],
    ['PAYMENT', ['name', 'balance', 'purchases'], 2, 0],
    ['SERVICE_PROVISION', ['name', 'email address'], 1, 1],
  ]);
  expect([earlier!.entries.length, single!.entries.length]).toEqual([1, 1]);
});

test('every read is in one group, once, and no group has a read of another kind', () => {
  for (const kind of ['RECORD_OPENED', 'APPEARED_IN_SEARCH'] as const) {
    const shown = groupEntries(history, kind).flatMap(({ purposes }) => purposes.flatMap(({ seen, empty }) => [...seen, ...empty]));
    expect(new Set(shown)).toEqual(new Set(history.filter((one) => one.kind === kind)));
    expect(shown).toHaveLength(new Set(shown).size);
  }
});

test('a read whose case is not told stands alone', () => {
  const hidden = [read({ case: null }), read({ case: null }), read({ case: null })];
  expect(groupEntries(hidden, 'RECORD_OPENED').map(({ entries }) => entries.length)).toEqual([1, 1, 1]);
});
