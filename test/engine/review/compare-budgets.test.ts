import { vocabulary } from '../../../src/town/policy/vocabulary.ts';
import type { Budget, Limits } from '../../../src/engine/policy/lines.ts';
import type { Act } from '../../../src/engine/register.ts';
import { describe, expect, test } from '@jest/globals';
import { readMarkings } from '../../../src/cli/policy/diff/read-markings.ts';
import { schemaSources } from '../../../src/town/graphql/schema-sources.ts';
import { sentenceOf } from '../../../src/engine/review/compare/sentence.ts';
import { compare } from '../../../src/engine/review/compare.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import type { Policy } from '../../../src/engine/policy/policy.ts';
import { withBudget, withRootLine } from '../../helpers/changed-policy.ts';

const markings = readMarkings(schemaSources());
const sentences = (after: Policy, before: Policy = policyInForce): string[] =>
  compare({ policy: before, markings }, { policy: after, markings }).map((change) => `${change.effect} ${sentenceOf(vocabulary, change)}`);
const clerk = 'A clerk of customer service, for providing a requested service, may now be shown something of';
const changed = (change: Partial<Budget>): Policy =>
  withBudget('CUSTOMER_SERVICE', 'SERVICE_PROVISION', (line) => ({ ...line, ...change }));
const withAct = (act: Act, limits: Limits): Policy =>
  withBudget('CUSTOMER_SERVICE', 'SERVICE_PROVISION', (line) => ({ ...line, acts: { ...line.acts, [act]: limits } }));

describe('clause safeguards: read budgets', () => {
  test('a wider budget reveals, and a narrower one hides', () => {
    const wider = changed({ perHour: 900, perDay: 3_000 });
    expect(sentences(wider)).toEqual([
      `REVEALS ${clerk} 900 data subjects in an hour (until now 500) and 3000 data subjects in a day (until now 2000): clause safeguards.`,
    ]);
    expect(sentences(policyInForce, wider)).toEqual([
      `HIDES ${clerk} no more than 500 data subjects in an hour (until now 900) and no more than 2000 data subjects in a day (until now 3000): clause safeguards.`,
    ]);
  });

  test('one window can widen and the other narrow', () => {
    expect(sentences(changed({ perHour: 501, perDay: 1_999 }))).toEqual([
      `REVEALS ${clerk} 501 data subjects in an hour (until now 500): clause safeguards.`,
      `HIDES ${clerk} no more than 1999 data subjects in a day (until now 2000): clause safeguards.`,
    ]);
  });

  test('more encounters in which nobody is served reveal, and fewer hide', () => {
    const begins = `${clerk.slice(0, clerk.indexOf(' be shown'))} begin encounters with`;
    expect(sentences(withAct('UNSERVED_ENCOUNTER', { perHour: 30, perDay: 70 }))).toEqual([
      `REVEALS ${begins} 30 residents in an hour (until now 20) and not serve them: clause safeguards.`,
      `HIDES ${begins} no more than 70 residents in a day (until now 80) and not serve them: clause safeguards.`,
    ]);
  });

  test('more checks of identities reveal, and fewer hide', () => {
    const makes = `${clerk.slice(0, clerk.indexOf(' be shown'))} make`;
    expect(sentences(withAct('IDENTITY_CHECK', { perHour: 30, perDay: 50 }))).toEqual([
      `REVEALS ${makes} 30 checks of identities in an hour (until now 20): clause safeguards.`,
      `HIDES ${makes} no more than 50 checks of identities in a day (until now 60): clause safeguards.`,
    ]);
  });

  test('more codes to claim records reveal, and fewer hide', () => {
    const issues = `${clerk.slice(0, clerk.indexOf(' be shown'))} issue or confirm`;
    expect(sentences(withAct('CLAIM_CODE', { perHour: 20, perDay: 25 }))).toEqual([
      `REVEALS ${issues} 20 codes to claim records in an hour (until now 10): clause safeguards.`,
      `HIDES ${issues} no more than 25 codes to claim records in a day (until now 30): clause safeguards.`,
    ]);
  });

  test('splitting a line changes nothing', () => {
    const joined = withBudget(
      'CUSTOMER_SERVICE',
      'PAYMENT',
      (line) => ({ ...line, purposes: ['PAYMENT', 'AGE_VERIFICATION'] }),
      withBudget('CUSTOMER_SERVICE', 'AGE_VERIFICATION', () => undefined),
    );
    const divided: Policy = {
      ...joined,
      budgets: joined.budgets.flatMap((line) => line.purposes.map((purpose) => ({ ...line, purposes: [purpose] }))),
    };
    expect(divided.budgets.length).toBeGreaterThan(joined.budgets.length);
    expect(sentences(divided, joined)).toEqual([]);
  });

  test('a revision from before budgets existed has no limits', () => {
    const before: Policy = { ...policyInForce, budgets: [] };
    expect(sentences(policyInForce, before)).toHaveLength(policyInForce.budgets.flatMap(({ purposes }) => purposes).length);
    expect(sentences(policyInForce, before)).toContain(
      `HIDES ${clerk} no more than 500 data subjects in an hour (until now any number) and no more than 2000 data subjects in a day (until now any number), begin encounters with no more than 20 residents in an hour (until now any number) and no more than 80 residents in a day (until now any number) and not serve them, make no more than 20 checks of identities in an hour (until now any number) and no more than 60 checks of identities in a day (until now any number) and issue or confirm no more than 10 codes to claim records in an hour (until now any number) and no more than 30 codes to claim records in a day (until now any number): clause safeguards.`,
    );
    expect(sentences(before)).toContain(
      `REVEALS ${clerk} any number of data subjects in an hour (until now 500) and any number of data subjects in a day (until now 2000), begin encounters with any number of residents in an hour (until now 20) and any number of residents in a day (until now 80) and not serve them, make any number of checks of identities in an hour (until now 20) and any number of checks of identities in a day (until now 60) and issue or confirm any number of codes to claim records in an hour (until now 10) and any number of codes to claim records in a day (until now 30): clause safeguards.`,
    );
  });

  test('a role that may enter on one side only has no budget change', () => {
    const closed = withRootLine('SECURITY', 'WEBSITE_SECURITY', 'Query.webVisits', () => undefined);
    const after = withBudget('SECURITY', 'WEBSITE_SECURITY', () => undefined, closed);
    for (const sentence of [...sentences(after), ...sentences(policyInForce, after)]) expect(sentence).not.toContain('data subjects in');
    expect(sentences(after).length).toBeGreaterThan(0);
  });
});
