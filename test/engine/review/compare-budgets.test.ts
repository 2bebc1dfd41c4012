import type { Budget, Limits } from '../../../src/engine/policy/declaration/lines.ts';
import type { Act } from '../../../src/engine/register.ts';
import { describe, expect, test } from '@jest/globals';
import { readComparedMarkings } from '../../../src/cli/policy/diff/read-compared-markings.ts';
import { sentenceOf } from '../../../src/engine/review/compare/compare/sentence.ts';
import { compare } from '../../../src/engine/review/compare.ts';
import { clubPolicy } from '../club/policy.ts';
import type { Policy } from '../../../src/engine/policy/declaration/policy.ts';
import { withBudget, withRootLine } from '../club/changed-policy.ts';
import { clubSources } from '../club/club.ts';
import { vocabulary } from '../club/vocabulary.ts';

const markings = readComparedMarkings(clubSources());
const sentences = (after: Policy, before: Policy = clubPolicy): string[] =>
  compare({ policy: before, markings }, { policy: after, markings }).map((change) => `${change.effect} ${sentenceOf(vocabulary, change)}`);
const receptionist = 'A receptionist, for serving at the desk, may now be shown something of';
const changed = (change: Partial<Budget>): Policy => withBudget('RECEPTIONIST', 'RECEPTION', (line) => ({ ...line, ...change }));
const withAct = (act: Act, limits: Limits): Policy =>
  withBudget('RECEPTIONIST', 'RECEPTION', (line) => ({ ...line, acts: { ...line.acts, [act]: limits } }));

describe('clause safeguards: read budgets', () => {
  test('a wider budget reveals, and a narrower one hides', () => {
    const wider = changed({ perHour: 900, perDay: 3_000 });
    expect(sentences(wider)).toEqual([
      `REVEALS ${receptionist} 900 data subjects in an hour (until now 500) and 3000 data subjects in a day (until now 2000): clause safeguards.`,
    ]);
    expect(sentences(clubPolicy, wider)).toEqual([
      `HIDES ${receptionist} no more than 500 data subjects in an hour (until now 900) and no more than 2000 data subjects in a day (until now 3000): clause safeguards.`,
    ]);
  });

  test('one window can widen and the other narrow', () => {
    expect(sentences(changed({ perHour: 501, perDay: 1_999 }))).toEqual([
      `REVEALS ${receptionist} 501 data subjects in an hour (until now 500): clause safeguards.`,
      `HIDES ${receptionist} no more than 1999 data subjects in a day (until now 2000): clause safeguards.`,
    ]);
  });

  test('more visits in which no one is served reveal, and fewer hide', () => {
    const begins = `${receptionist.slice(0, receptionist.indexOf(' be shown'))} begin visits with`;
    expect(sentences(withAct('MISSED_VISIT', { perHour: 30, perDay: 70 }))).toEqual([
      `REVEALS ${begins} 30 members in an hour (until now 20) and not serve them: clause safeguards.`,
      `HIDES ${begins} no more than 70 members in a day (until now 80) and not serve them: clause safeguards.`,
    ]);
  });

  test('more checks of cards reveal, and fewer hide', () => {
    const makes = `${receptionist.slice(0, receptionist.indexOf(' be shown'))} make`;
    expect(sentences(withAct('CARD_CHECK', { perHour: 30, perDay: 50 }))).toEqual([
      `REVEALS ${makes} 30 checks of cards in an hour (until now 20): clause safeguards.`,
      `HIDES ${makes} no more than 50 checks of cards in a day (until now 60): clause safeguards.`,
    ]);
  });

  test('more codes to sign up reveal, and fewer hide', () => {
    const issues = `${receptionist.slice(0, receptionist.indexOf(' be shown'))} confirm`;
    expect(sentences(withAct('SIGN_UP_CODE', { perHour: 20, perDay: 25 }))).toEqual([
      `REVEALS ${issues} 20 codes to sign up in an hour (until now 10): clause safeguards.`,
      `HIDES ${issues} no more than 25 codes to sign up in a day (until now 30): clause safeguards.`,
    ]);
  });

  test('splitting a line changes nothing', () => {
    const joined = withBudget(
      'RECEPTIONIST',
      'DUES',
      (line) => ({ ...line, purposes: ['DUES', 'AGE_CHECK'] }),
      withBudget('RECEPTIONIST', 'AGE_CHECK', () => undefined),
    );
    const divided: Policy = {
      ...joined,
      budgets: joined.budgets.flatMap((line) => line.purposes.map((purpose) => ({ ...line, purposes: [purpose] }))),
    };
    expect(divided.budgets.length).toBeGreaterThan(joined.budgets.length);
    expect(sentences(divided, joined)).toEqual([]);
  });

  test('a revision from before budgets existed has no limits', () => {
    const before: Policy = { ...clubPolicy, budgets: [] };
    expect(sentences(clubPolicy, before)).toHaveLength(clubPolicy.budgets.flatMap(({ purposes }) => purposes).length);
    expect(sentences(clubPolicy, before)).toContain(
      `HIDES ${receptionist} no more than 500 data subjects in an hour (until now any number) and no more than 2000 data subjects in a day (until now any number), begin visits with no more than 20 members in an hour (until now any number) and no more than 80 members in a day (until now any number) and not serve them, make no more than 20 checks of cards in an hour (until now any number) and no more than 60 checks of cards in a day (until now any number) and confirm no more than 10 codes to sign up in an hour (until now any number) and no more than 30 codes to sign up in a day (until now any number): clause safeguards.`,
    );
    expect(sentences(before)).toContain(
      `REVEALS ${receptionist} any number of data subjects in an hour (until now 500) and any number of data subjects in a day (until now 2000), begin visits with any number of members in an hour (until now 20) and any number of members in a day (until now 80) and not serve them, make any number of checks of cards in an hour (until now 20) and any number of checks of cards in a day (until now 60) and confirm any number of codes to sign up in an hour (until now 10) and any number of codes to sign up in a day (until now 30): clause safeguards.`,
    );
  });

  test('a role that may enter on one side only has no budget change', () => {
    const closed = withRootLine('CARETAKER', 'BUILDING_SAFETY', 'Query.doorVisits', () => undefined);
    const after = withBudget('CARETAKER', 'BUILDING_SAFETY', () => undefined, closed);
    for (const sentence of [...sentences(after), ...sentences(clubPolicy, after)]) expect(sentence).not.toContain('data subjects in');
    expect(sentences(after).length).toBeGreaterThan(0);
  });
});
