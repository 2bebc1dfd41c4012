import { town } from '../../../src/town/index.ts';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { policyFiles, withLinePlaces } from '../../../src/cli/policy/load/line-places.ts';
import { buildSchema } from '../../../src/server/spine/document/build-schema.ts';
import { inspectSchema } from '../../../src/server/spine/document/inspect-schema.ts';
import { schemaSources } from '../../../src/town/shared/graphql/schema-sources.ts';
import { formatDisagreement } from '../../../src/engine/review/check/disagreement.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import type { Policy } from '../../../src/engine/policy/declaration/policy.ts';
import type { Change } from '../../helpers/policy/change-sources.ts';
import { changedSchema } from '../../helpers/policy/changed-schema.ts';
import { placeOf as placeInSchema } from '../../helpers/policy/place-of.ts';
import { privacyHere } from '../../helpers/processes/privacy-here.ts';
import type { CommandRun } from '../../helpers/processes/command-run.ts';
import { runPrivacy } from '../../helpers/processes/run-privacy.ts';

const directory = mkdtempSync(join(tmpdir(), 'ntk-lint-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const lint = (...given: readonly string[]): Promise<CommandRun> => privacyHere(['lint', ...given]);

/** A folder with the changed schema. */
function schemaFolder(...changes: readonly Change[]): string {
  const folder = mkdtempSync(join(directory, 'schema-'));
  for (const { name, body } of changes.length > 0 ? changedSchema(...changes) : schemaSources()) {
    writeFileSync(join(folder, basename(name)), body);
  }
  return folder;
}

function policyFile(policy: unknown): string {
  const file = join(mkdtempSync(join(directory, 'policy-')), 'policy.json');
  writeFileSync(
    file,
    typeof policy === 'string'
      ? policy
      : JSON.stringify(policy, (name, member: unknown) => (name === 'vocabulary' ? undefined : member), 2),
  );
  return file;
}

interface Printed {
  readonly count: number;
  readonly findings: readonly {
    readonly severity: string;
    readonly place?: string;
    readonly coordinate: string;
    readonly problem: string;
    readonly hint: string;
  }[];
}

const unmarked: Change = ['email: String @personal(category: EMAIL)\n  "Another', 'email: String\n  "Another'];
const renamed: Change = ['  webVisits:', '  webVisit:'];
const guessed: Change = ['type Service implements Node @impersonal {', 'type Service implements Node @impersonal {\n  email: String'];

/** Where an element of the schema is defined, in a copy of its folder. */
const placeIn = (folder: string, coordinate: string, below = 0): string => placeInSchema(coordinate, below).replace('schema', folder);

describe('privacy lint', () => {
  test('finds nothing in the current schema and policy', async () => {
    expect(await runPrivacy(['lint'])).toEqual({ code: 0, stdout: '0 found\n', stderr: '' });
  });

  test('prints one line per finding and their count, and exits with 1', async () => {
    const folder = schemaFolder(unmarked, guessed);
    const { code, stdout } = await lint('--schema', folder);
    expect(code).toBe(1);
    expect(stdout.split('\n')).toEqual([
      `${placeIn(folder, 'Resident.email')}: Resident.email: unclassified (mark it @personal(category: …) or @impersonal)`,
      `${placeIn(folder, 'Resident.emailHint')}: Resident.emailHint: derived from Resident.email, which is no personal field (mark Resident.email @personal, or take it out of derivedFrom)`,
      `${placeIn(folder, 'Service.id', -1)}: Service.email: it looks personal (email) and is @impersonal (mark it @personal(category: EMAIL), or name it for what it holds)`,
      '3 found',
      '',
    ]);
  });

  test('prints the findings as JSON, with warnings for guesses and the place of the policy’s line', async () => {
    const folder = schemaFolder(renamed, guessed);
    const { code, stdout } = await lint('--schema', folder, '--json');
    expect(code).toBe(1);
    const { count, findings } = JSON.parse(stdout) as Printed;
    expect(count).toBe(3);
    expect(findings.map(({ severity, coordinate }) => `${severity} ${coordinate}`)).toEqual([
      'error Query.webVisit',
      'error Query.webVisits',
      'warning Service.email',
    ]);
    const [, file, line] = /^(src\/town\/policy\/words\/field-groups\.ts):(\d+)$/.exec(findings[1]?.place ?? '')!;
    expect(readFileSync(file!, 'utf8').split('\n')[Number(line) - 1]).toContain("'Query.webVisits'");
    expect(findings[1]?.hint).toBe('did you mean Query.webVisit?');
  });

  test('counts a warning alone as a finding, although the gateway starts', async () => {
    const folder = schemaFolder(guessed);
    expect((await lint('--schema', folder)).code).toBe(1);
    expect(() => buildSchema(town, changedSchema(guessed))).not.toThrow();
  });

  test.each([
    ['a schema', [unmarked, renamed], undefined],
    ['a policy', [], { ...policyInForce, prohibitions: policyInForce.prohibitions.map((one) => ({ ...one, line: 'no' })) }],
    [
      'a policy with root fields that do not exist',
      [],
      { ...policyInForce, rootFields: [...policyInForce.rootFields, { ...policyInForce.rootFields[0]!, fields: ['Query.nothing'] }] },
    ],
  ] satisfies [string, Change[], Policy | undefined][])(
    'reports as errors exactly the findings with which the gateway does not start: %s',
    async (_name, changes, policy) => {
      const { stdout } = await lint(
        '--json',
        ...(changes.length > 0 ? ['--schema', schemaFolder(...changes)] : []),
        ...(policy ? ['--policy', policyFile(policy)] : []),
      );
      const errors = (JSON.parse(stdout) as Printed).findings.filter(({ severity }) => severity === 'error');
      const sources = changes.length > 0 ? changedSchema(...changes) : schemaSources();
      const { disagreements } = inspectSchema(town.schema, sources, policy ?? policyInForce);
      expect(errors.length).toBeGreaterThan(0);
      const said = ({ coordinate, problem, hint }: { coordinate: string; problem: string; hint: string }): string[] => [
        coordinate,
        problem,
        hint,
      ];
      expect(errors.map(said)).toEqual(disagreements.map(said));
      const refusal = `The schema, the policy and the resolvers do not fit together. ${disagreements.map(formatDisagreement).join('; ')}`;
      expect(() => buildSchema(town, sources, policy ?? policyInForce)).toThrow(refusal);
    },
  );

  test('checks a policy from a file, and names the file’s line', async () => {
    expect(await lint('--policy', policyFile(policyInForce))).toEqual({ code: 0, stdout: '0 found\n', stderr: '' });
    const { rootFields: _rootFields, ...short } = policyInForce;
    const half = policyFile(short);
    expect((await lint('--policy', half)).stdout).toBe(`${half}: rootFields: it is missing (give it: a list)\n1 found\n`);
    const grants = policyInForce.grants.map((grant) => (grant.line === 'counter-age' ? { ...grant, categories: ['NAEM'] } : grant));
    const file = policyFile({ ...policyInForce, grants });
    const { code, stdout } = await lint('--policy', file);
    expect(code).toBe(1);
    const [finding, count] = stdout.split('\n');
    expect(count).toBe('1 found');
    const [, line] = /:(\d+): grants\[\d+\] "counter-age" categories\[0\]: there is no category "NAEM" \(did you mean NAME\?\)$/.exec(
      finding!,
    )!;
    expect(finding).toBe(`${file}${finding!.slice(file.length)}`);
    expect(readFileSync(file, 'utf8').split('\n')[Number(line) - 1]).toContain('"line": "counter-age"');
  });

  test.each([
    [
      'a folder that does not exist',
      ['--schema', 'nowhere'],
      'This revision or file does not exist. --schema nowhere: it cannot be read (ENOENT)\n',
    ],
    ['a folder without a schema', ['--schema', 'bench'], 'This revision or file does not exist. --schema bench: it has no .graphql file\n'],
    [
      'a folder in place of a policy',
      ['--policy', 'schema'],
      'This revision or file does not exist. name a JSON file that exists, or a revision that git knows here\n',
    ],
    [
      'a revision or file that does not exist',
      ['--policy', 'nowhere'],
      'This revision or file does not exist. name a JSON file that exists, or a revision that git knows here\n',
    ],
  ])('exits with 2 for %s', async (_name, given, stderr) => {
    expect(await lint(...given)).toEqual({ code: 2, stdout: '', stderr });
  });

  test('exits with 2 for a schema that is not GraphQL, with file and line', async () => {
    const folder = schemaFolder(['type Address @dataSubject', 'type @dataSubject']);
    expect(await lint('--schema', folder)).toEqual({
      code: 2,
      stdout: '',
      stderr: `The schema, the policy and the resolvers do not fit together. ${placeIn(folder, 'Address')}: not GraphQL (Syntax Error: Expected Name, found "@".)\n`,
    });
  });

  test('exits with 2 for a policy that is not JSON', async () => {
    const { code, stderr } = await lint('--policy', policyFile('{'));
    expect([code, stderr]).toEqual([2, expect.stringContaining('The policy cannot be applied. the file is not JSON')]);
  });
});

describe('the place of a line of the policy', () => {
  let files: ReturnType<typeof policyFiles>;
  beforeAll(() => {
    files = policyFiles(town);
  });
  const placeOf = (coordinate: string, known?: string): string | undefined =>
    withLinePlaces([{ coordinate, problem: '', hint: '', ...(known !== undefined && { place: known }) }], files)[0]?.place;

  test('is in the policy’s own files, for each line', () => {
    const lines = [
      ...policyInForce.grants.map(({ line }) => [`grants ${line}`, `line: '${line}'`]),
      ...policyInForce.prohibitions.map(({ line }) => [`prohibitions ${line}`, `line: '${line}'`]),
      ...policyInForce.rootFields.flatMap(({ fields }) => fields.map((field) => [`rootFields ${field}`, `'${field}'`])),
    ];
    for (const [coordinate, written] of lines) {
      const place = placeOf(coordinate!);
      const [, file, line] = /^(src\/town\/policy\/\S+\.ts):(\d+)$/.exec(place ?? '')!;
      expect(readFileSync(file!, 'utf8').split('\n')[Number(line) - 1]).toContain(written);
    }
  });

  test('is left out if no file names the line, and unchanged if it is already known', () => {
    expect(placeOf('grants no-such-line')).toBeUndefined();
    expect(placeOf('grants counter-age', 'policy.json:7')).toBe('policy.json:7');
  });
});
