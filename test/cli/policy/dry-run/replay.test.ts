import { vocabulary } from '../../../../src/town/policy/words/vocabulary.ts';
import { describe, expect, test } from '@jest/globals';
import { createEntry } from '../../../../src/log/store/staging/create-entry.ts';
import type { Header, SubjectSegment } from '../../../../src/log/entry/entry.ts';
import { readComparedMarkings } from '../../../../src/cli/policy/diff/read-compared-markings.ts';
import { describeReplay } from '../../../../src/cli/policy/dry-run/describe-replay.ts';
import { Replay, type Replayed } from '../../../../src/cli/policy/dry-run/replay.ts';
import { schemaSources } from '../../../../src/town/shared/graphql/schema-sources.ts';
import type { DataCategory } from '../../../../src/town/shared/graphql/generated/schema.ts';
import { policyHash } from '../../../../src/engine/policy/declaration/policy-hash.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import type { Policy } from '../../../../src/engine/policy/declaration/policy.ts';
import { withGrant, withRootLine } from '../../../helpers/policy/changed-policy.ts';

// Entries in the gateway's form, made without a gateway. The results depend on rows, filters and mandates.
const markings = readComparedMarkings(schemaSources());
type Subject = Omit<SubjectSegment & { readonly kind: 'subject' }, 'kind'>;

interface Logged {
  readonly role: string;
  readonly purpose: string | null;
  readonly rootFields: readonly string[];
  readonly inputs?: readonly string[];
  readonly outcome?: Header['outcome'];
  readonly policyVersion?: string;
  readonly mandate?: string;
  readonly subjects: readonly Subject[];
}

let numbered = 0;
function entryOf({ subjects, mandate, ...given }: Logged) {
  numbered += 1;
  const { header, segments } = createEntry(
    {
      id: `entry-${numbered}`,
      at: '2026-06-15T18:00:00.000Z',
      authority: null,
      operationHash: '00',
      operationType: 'query',
      inputs: [],
      policyVersion: policyHash(policyInForce),
      statementVersion: '2',
      outcome: 'ANSWERED',
      ...given,
    },
    [
      { kind: 'principal', id: 'somebody' },
      { kind: 'case', case: null, authority: mandate ?? null },
      ...subjects.map((subject): SubjectSegment => ({ kind: 'subject', ...subject })),
    ],
  );
  return { header, segments };
}

const order = new Map<string, ReadonlySet<DataCategory>>([['order', new Set<DataCategory>(['NAME', 'INITIALS'])]]);

function replay(other: Policy, ...logged: readonly Logged[]): Replayed {
  const all = new Replay({ policy: policyInForce, markings }, { policy: other, markings }, order);
  for (const one of logged) all.add(entryOf(one));
  return all.result();
}
const whats = (list: readonly { readonly what: object }[]): object[] => list.map(({ what }) => what);

const counter = { role: 'CUSTOMER_SERVICE', purpose: 'SERVICE_PROVISION' } as const;
const searched: Subject = {
  id: 'one',
  relationship: 'NONE',
  released: ['Resident', 'Resident.givenName'],
  withheld: ['Resident.birthDate'],
};
const served: Subject = { ...searched, id: 'two', relationship: 'ENCOUNTER' };
const search: Logged = { ...counter, rootFields: ['Query.residents'], subjects: [searched] };

describe('rows', () => {
  const narrower = withRootLine('CUSTOMER_SERVICE', 'SERVICE_PROVISION', 'Query.residents', (line) => ({ ...line, scope: 'ENCOUNTER' }));
  const narrows = { ...counter, field: 'Query.residents', effect: 'NARROWS', scope: { from: 'ALL', to: 'ENCOUNTER' } };

  test('that a field no longer returns are withheld, and those that it still returns are not', () => {
    expect(whats(replay(policyInForce, search).withheld)).toEqual([]);
    const found = replay(narrower, search);
    expect(whats(found.rootFieldChanges)).toEqual([narrows]);
    expect(whats(found.withheld)).toEqual(
      ['Resident', 'Resident.givenName'].map((coordinate) => ({ ...counter, relationship: 'NONE', coordinate })),
    );
    const still = replay(narrower, { ...search, subjects: [served] });
    expect(still).toMatchObject({ withheld: [], released: [], cannotBeTold: [] });
  });

  test('that may have led to another data subject leave that data subject undecided', () => {
    const found = replay(narrower, { ...search, subjects: [served, searched] });
    expect(found.withheld).toEqual([]);
    expect(whats(found.cannotBeTold)).toEqual(
      ['Resident', 'Resident.givenName'].map((coordinate) => ({
        ...counter,
        relationship: 'NONE',
        coordinate,
        was: 'RELEASED',
        dependsOn: ['ROWS'],
      })),
    );
  });

  test('that a field returns in addition are reported as additional', () => {
    const wider = withRootLine('CUSTOMER_SERVICE', 'PAYMENT', 'Query.residents', (line) => ({ ...line, scope: 'ALL' }));
    const payment: Logged = {
      ...counter,
      purpose: 'PAYMENT',
      rootFields: ['Query.residents'],
      subjects: [{ ...served, released: ['Resident'], withheld: [] }],
    };
    expect(replay(wider, payment)).toMatchObject({
      rootFieldChanges: [{ what: { effect: 'WIDENS' }, entries: 1 }],
      withheld: [],
      released: [],
      cannotBeTold: [],
    });
  });
});

describe('inputs', () => {
  const nameless = withGrant('counter-search', (grant) => ({
    ...grant,
    categories: grant.categories.filter((category) => category !== 'NAME'),
  }));
  const filtered: Logged = { ...search, inputs: ['ResidentFilter.familyName'], subjects: [served] };

  test('that would be refused withhold the whole entry', () => {
    expect(replay(policyInForce, filtered).rootFieldChanges).toEqual([]);
    const found = replay(nameless, filtered);
    expect(whats(found.rootFieldChanges)).toEqual([
      { ...counter, field: 'Query.residents', input: 'ResidentFilter.familyName', effect: 'REFUSES_INPUT' },
    ]);
    expect(found.withheld.map(({ what }) => what.coordinate)).toEqual(['Resident', 'Resident.givenName']);
    // Without the filter, the same people are seen as before.
    expect(replay(nameless, { ...filtered, inputs: [] }).withheld).toEqual([]);
  });

  test('that were refused and would be accepted are counted; the coordinates of the refused entry are not', () => {
    const known = withGrant('counter-search', (grant) => ({ ...grant, categories: [...grant.categories, 'EMAIL'] }));
    const refused: Logged = { ...search, inputs: ['ResidentFilter.email'], outcome: 'REFUSED', subjects: [served] };
    expect(replay(known, refused)).toMatchObject({
      rootFieldChanges: [{ what: { effect: 'ACCEPTS_INPUT', input: 'ResidentFilter.email' }, entries: 1 }],
      withheld: [],
      released: [],
      cannotBeTold: [],
    });
  });
});

describe('mandates', () => {
  const police = { role: 'LAW_ENFORCEMENT', purpose: 'LEGAL_DEMAND' } as const;
  const subject: Subject = {
    id: 'one',
    relationship: 'MANDATE',
    released: ['Resident', 'Resident.givenName'],
    withheld: ['Resident.birthDate'],
  };
  const logged: Logged = { ...police, rootFields: ['Query.residents'], mandate: 'order', subjects: [subject] };
  const unconditional = withGrant('order-categories', ({ when: _when, ...grant }) => grant);

  test('decide the categories that they name', () => {
    expect(replay(policyInForce, logged)).toMatchObject({ withheld: [], released: [], cannotBeTold: [] });
    const found = replay(unconditional, logged);
    const born = { ...police, relationship: 'MANDATE', coordinate: 'Resident.birthDate', was: 'WITHHELD' };
    expect([whats(found.released), whats(found.cannotBeTold)]).toEqual([[], [{ ...born, dependsOn: ['LIMITS'] }]]);
    expect(describeReplay(vocabulary, found).join('\n')).toContain('whether the registration and the token of the partner had it');
  });

  test('and what registration or token withheld although the policy permits it stays withheld', () => {
    const narrowed: Logged = {
      ...logged,
      subjects: [{ ...subject, released: ['Resident'], withheld: ['Resident.givenName', 'Resident.initials'] }],
    };
    for (const other of [policyInForce, unconditional]) {
      const found = replay(other, narrowed);
      expect(found).toMatchObject({ withheld: [], released: [], cannotBeTold: [], entriesOfPartners: 1 });
      expect(describeReplay(vocabulary, found).join('\n')).toContain(
        '1 entry of partners: what their registrations and tokens limited is not in an entry',
      );
    }
    expect(replay(policyInForce, search).entriesOfPartners).toBe(0);
  });

  test('that are unknown are inferred from what was released', () => {
    const unknown = { ...logged, mandate: 'another' };
    expect(replay(unconditional, unknown)).toMatchObject({ withheld: [], released: [], cannotBeTold: [{ entries: 1 }] });
    const nothing = withGrant('order-categories', () => undefined);
    expect(replay(nothing, unknown).withheld.map(({ what }) => what.coordinate)).toEqual(['Resident.givenName']);
  });
});

describe('what no condition explains', () => {
  test('and released nothing is a data subject without a relationship, for which no policy releases anything', () => {
    const own: Subject = {
      id: 'clerk',
      relationship: 'NONE',
      released: [],
      withheld: ['Resident', 'Resident.givenName', 'Resident.birthDate'],
    };
    const wider = withGrant('counter-search', (grant) => ({ ...grant, categories: [...grant.categories, 'BIRTH_DATE'] }));
    expect(replay(wider, search).released).toHaveLength(1);
    expect(replay(wider, { ...search, subjects: [own] })).toMatchObject({
      rootFieldChanges: [],
      withheld: [],
      released: [],
      cannotBeTold: [],
    });
  });
});

test('data subjects and entries are counted separately, with three examples, in sentences without ids of people', () => {
  const wider = withGrant('counter-search', (grant) => ({ ...grant, categories: [...grant.categories, 'BIRTH_DATE'] }));
  const page: Logged = { ...search, subjects: [searched, { ...searched, id: 'three' }] };
  const found = replay(wider, page, page, search, search);
  expect(found.released).toEqual([expect.objectContaining({ entries: 4, dataSubjects: 2 })]);
  expect(found.released[0]!.examples).toHaveLength(3);
  expect(describeReplay(vocabulary, found).join('\n')).toMatch(
    /^4 entries replayed\.\n\nWould have been released:\n- Resident\.birthDate of a data subject without any relationship, from a clerk of customer service, for providing a requested service: 4 entries about 2 data subjects, for example entry-\d+, entry-\d+, entry-\d+\.$/,
  );
});
