import { describe, expect, test } from '@jest/globals';
import { Source } from 'graphql';
import type { Application } from '../../../../src/engine/application.ts';
import type { RoleDescription } from '../../../../src/engine/policy/declaration/vocabulary.ts';
import { readConfig } from '../../../../src/platform/settings/config.ts';
import { assertComplete } from '../../../../src/server/start/check/assert-complete.ts';
import { start } from '../../../../src/server/start/start.ts';
import { town } from '../../../../src/town/index.ts';

const { policy } = town;
const { vocabulary } = policy;
const withWords = (words: object): Application => ({ ...town, policy: { ...policy, vocabulary: { ...vocabulary, ...words } } });
const withRole = (change: Partial<RoleDescription>): Application =>
  withWords({ roles: { ...vocabulary.roles, SUPPORT: { ...vocabulary.roles.SUPPORT, ...change } } });
const without = (part: keyof Application): Application => ({ ...town, [part]: undefined });

async function problemsOf(application: unknown): Promise<readonly string[]> {
  const refused = await assertComplete(application as Application).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (refused === undefined) return [];
  expect(refused).toMatchObject({ code: 'APPLICATION_INCOMPLETE' });
  return (refused as { readonly problems: readonly string[] }).problems;
}

describe('an application', () => {
  test('that has every part is served, and so is one without pages', async () => {
    expect(await problemsOf(town)).toEqual([]);
    expect(await problemsOf(without('pages'))).toEqual([]);
  });

  test.each((Object.keys(town) as (keyof Application)[]).filter((part) => part !== 'pages'))('that lacks %s is refused', async (part) => {
    const problems = await problemsOf(without(part));
    expect(problems).toEqual([`${part}: it is missing (src/engine/application.ts says what it is for)`]);
  });

  test.each<[string, unknown, string]>([
    [
      'whose cases cannot be found',
      { ...town, cases: { renew: town.cases.renew } },
      'cases.find: it is missing (src/engine/application.ts says what it is for)',
    ],
    [
      'whose pages are no function',
      { ...town, servePages: 'pages' },
      'servePages: it is no function (src/engine/application.ts says what it is for)',
    ],
    [
      'without migrations',
      { ...town, database: { ...town.database, migrations: [] } },
      'database.migrations: it is empty (src/engine/application.ts says what it is for)',
    ],
    [
      'with a role without a flag',
      withRole({ acknowledges: undefined as never }),
      'policy.vocabulary.roles.SUPPORT.acknowledges: it is missing (src/engine/policy/declaration/vocabulary.ts says what it is for)',
    ],
    [
      'with a role that something else holds',
      withRole({ heldBy: 'ROBOT' as never }),
      'policy.vocabulary.roles.SUPPORT.heldBy: it is none of NOBODY, DATA_SUBJECT, EMPLOYEE and ORGANISATION (src/engine/policy/declaration/vocabulary.ts says what it is for)',
    ],
    [
      'with two roles of those who have not signed in',
      withRole({ heldBy: 'NOBODY' }),
      'policy.vocabulary.roles: ANONYMOUS and SUPPORT are held by NOBODY, and one must be (correct heldBy of a role)',
    ],
    [
      'with a scope that does not say whose its rows are',
      withWords({ scopes: { ...vocabulary.scopes, QUEUE: { ...vocabulary.scopes.QUEUE, subjects: undefined } } }),
      'policy.vocabulary.scopes.QUEUE.subjects: it is missing (src/engine/policy/declaration/vocabulary.ts says what it is for)',
    ],
    [
      'that does not look up a relationship of its policy',
      { ...town, relationships: { ...town.relationships, offers: town.relationships.offers.filter((one) => one !== 'GUARDIAN') } },
      'grants guardian: it names GUARDIAN, which the application does not look up (look it up and add it to relationships.offers, or remove what names it)',
    ],
    ['that is none', undefined, 'application: it is missing (src/engine/application.ts says what it is for)'],
  ])('%s is refused', async (_what, application, problem) => {
    expect(await problemsOf(application)).toEqual([problem]);
  });

  test('is told all problems at once, together with those of its schema and policy', async () => {
    const sources = town.schema
      .sources()
      .map(({ body, name }) => new Source(body.replace('type Address @dataSubject(id: "id") {', 'type Address {'), name));
    const wrong = { ...town, schema: { ...town.schema, sources: () => sources }, cases: undefined, duties: { read: 'never' } };
    const problems = await problemsOf(wrong);
    expect(problems.slice(0, 2)).toEqual([
      'cases: it is missing (src/engine/application.ts says what it is for)',
      'duties.read: it is no function (src/engine/application.ts says what it is for)',
    ]);
    expect(problems.slice(2).join('\n')).toContain('schema/people.graphql');
    expect(problems.slice(2).join('\n')).toContain('Address');
  });

  test('that is incomplete starts nothing', async () => {
    const config = readConfig({ NODE_ENV: 'test', DATABASE_URL: 'postgres://nowhere.invalid/x', PORT: '0' });
    await expect(start(without('authorities'), config)).rejects.toMatchObject({ code: 'APPLICATION_INCOMPLETE' });
  });
});
