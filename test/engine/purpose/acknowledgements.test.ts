import { describe, expect, test } from '@jest/globals';
import type { AcknowledgementStore, SayPurpose } from '../../../src/engine/application.ts';
import type { Policy } from '../../../src/engine/policy/declaration/policy.ts';
import { Acknowledgements, PurposeTexts } from '../../../src/engine/purpose/purpose-texts.ts';
import type { Reader } from '../../../src/engine/rows/reader.ts';
import { withGrant, withRootLine } from '../club/changed-policy.ts';
import { clubPolicy } from '../club/policy.ts';

const say: SayPurpose = (purpose) => ({ en: purpose, fr: purpose });
const reader = { today: '2026-06-15', now: new Date('2026-06-15T18:00:00Z') } as Reader;
const texts = new PurposeTexts(clubPolicy, say);

/** The version of a text of the desk. */
function versionOf(purpose: string, policy: Policy = clubPolicy): string {
  return new PurposeTexts(policy, say).of('RECEPTIONIST', reader.today).find((one) => one.purpose === purpose)!.version;
}

/** A store in which some have acknowledged every text, and those whose acknowledgements were read, in order. */
function storeOf(...acknowledged: readonly string[]): { readonly store: AcknowledgementStore; readonly read: readonly unknown[] } {
  const read: unknown[] = [];
  const store: AcknowledgementStore = {
    read: async (_reader, id, asked) => {
      read.push(id);
      return new Set(acknowledged.includes(id ?? '') ? asked.map(({ version }) => version) : []);
    },
  };
  return { store, read };
}

describe('an acknowledgement', () => {
  test('is of the text in force; what was not acknowledged is read each time, and what was is remembered', async () => {
    const { store, read } = storeOf('a');
    const acknowledgements = new Acknowledgements(texts, store, 2);
    const find = (id: string) => acknowledgements.find({ id, role: 'RECEPTIONIST' }, 'DUES', reader);
    for (let times = 0; times < 3; times += 1) {
      expect(await find('a')).toEqual({ version: versionOf('DUES'), isAcknowledged: true });
      expect(await find('b')).toEqual({ version: versionOf('DUES'), isAcknowledged: false });
    }
    expect(read).toEqual(['a', 'b', 'b', 'b']);
  });

  test('of one purpose that is remembered counts for no other purpose', async () => {
    const store: AcknowledgementStore = { read: async () => new Set([versionOf('DUES')]) };
    const acknowledgements = new Acknowledgements(texts, store);
    const find = (purpose: 'DUES' | 'AGE_CHECK') => acknowledgements.find({ id: 'a', role: 'RECEPTIONIST' }, purpose, reader);
    for (let times = 0; times < 2; times += 1) {
      expect(await find('DUES')).toEqual({ version: versionOf('DUES'), isAcknowledged: true });
      expect(await find('AGE_CHECK')).toEqual({ version: versionOf('AGE_CHECK'), isAcknowledged: false });
    }
  });

  test('is remembered for so many principals, and the oldest is forgotten first', async () => {
    const { store, read } = storeOf('a', 'b', 'c');
    const few = new Acknowledgements(texts, store, 2);
    for (const id of ['a', 'b', 'a', 'b', 'c', 'b', 'a']) {
      const found = await few.find({ id, role: 'RECEPTIONIST' }, 'DUES', reader);
      expect(found).toEqual({ version: versionOf('DUES'), isAcknowledged: true });
    }
    expect(read).toEqual(['a', 'b', 'c', 'a']);
  });

  test('is not asked for without a purpose, nor of a role that acknowledges nothing', async () => {
    const { store, read } = storeOf('a');
    const acknowledgements = new Acknowledgements(texts, store, 2);
    expect(await acknowledgements.find({ id: 'a', role: 'RECEPTIONIST' }, undefined, reader)).toBeUndefined();
    expect(await acknowledgements.find({ id: 'a', role: 'MEMBER' }, 'OWN_AFFAIRS', reader)).toBeUndefined();
    expect(await acknowledgements.find({ id: 'a', role: 'FEDERATION' }, 'COMPETITION', reader)).toBeUndefined();
    expect(read).toEqual([]);
  });
});

test('a change of what a purpose lets its role see or do asks again, and a change of another does not', () => {
  const wider = withGrant('desk-dues', (line) => ({ ...line, categories: [...line.categories, 'BIRTH_DATE'] }));
  expect(versionOf('DUES', wider)).not.toBe(versionOf('DUES'));
  expect(versionOf('AGE_CHECK', wider)).toBe(versionOf('AGE_CHECK'));
  const opened = withRootLine('RECEPTIONIST', 'DUES', 'Query.member', (line) => ({ ...line, scope: 'ALL' }));
  expect(versionOf('DUES', opened)).not.toBe(versionOf('DUES'));
  expect(versionOf('RECEPTION', opened)).toBe(versionOf('RECEPTION'));
  // The same lines in another order, under other names, say the same.
  const renamed = { ...clubPolicy, grants: clubPolicy.grants.map((line) => ({ ...line, line: `other-${line.line}` })).toReversed() };
  expect(versionOf('DUES', renamed)).toBe(versionOf('DUES'));
});
