import { linesOf } from '../../../../src/engine/policy/declaration/policy.ts';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Change } from '../../../../src/engine/review/compare/compare/change.ts';
import { policyHash } from '../../../../src/engine/policy/declaration/policy-hash.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import type { Policy } from '../../../../src/engine/policy/declaration/policy.ts';
import { withGrant, withRootLine } from '../../../helpers/policy/changed-policy.ts';
import { privacyHere } from '../../../helpers/processes/privacy-here.ts';
import { runPrivacy } from '../../../helpers/processes/run-privacy.ts';

let directory = '';
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'ntk-diff-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function file(name: string, content: unknown): string {
  const path = join(directory, name);
  writeFileSync(
    path,
    typeof content === 'string'
      ? content
      : JSON.stringify(content, (name, member: unknown) => (name === 'vocabulary' ? undefined : member)),
  );
  return path;
}

const wider: Policy = withGrant('counter-service', (grant) => ({ ...grant, categories: [...grant.categories, 'BIRTH_DATE'] }));
const sentence =
  'A clerk of customer service, for providing a requested service, may now see the birth date (Resident.birthDate) of a data subject in an encounter: line counter-service, clause access.';

const asked = 'Employees acknowledge again (1):\n- CUSTOMER_SERVICE, for SERVICE_PROVISION\n\n';

interface Printed {
  readonly from: string;
  readonly to: string;
  readonly revelations: number;
  readonly hidings: number;
  readonly askedAgain: unknown;
  readonly changes: readonly (Change & { readonly sentence: string })[];
}

describe('diff', () => {
  test('exits with 1 if something is revealed, and prints it as sentences or JSON', async () => {
    const [before, after] = [file('before.json', policyInForce), file('after.json', wider)];
    const plain = await runPrivacy(['diff', before, after]);
    expect(plain).toEqual({ code: 1, stdout: `Reveals (1):\n- ${sentence}\n\n${asked}`, stderr: '' });
    const json = await privacyHere(['diff', before, after, '--json']);
    expect(json.code).toBe(1);
    const printed = JSON.parse(json.stdout) as Printed;
    expect(printed).toMatchObject({ from: policyHash(policyInForce), to: policyHash(wider), revelations: 1, hidings: 0 });
    expect(printed.askedAgain).toEqual([{ role: 'CUSTOMER_SERVICE', purpose: 'SERVICE_PROVISION' }]);
    expect(printed.changes).toEqual([
      {
        kind: 'SEEING',
        effect: 'REVEALS',
        role: 'CUSTOMER_SERVICE',
        purpose: 'SERVICE_PROVISION',
        relationship: 'ENCOUNTER',
        things: [{ category: 'BIRTH_DATE', coordinates: ['Resident.birthDate'] }],
        while: [],
        unless: [],
        line: 'counter-service',
        clause: 'access',
        sentence,
      },
    ]);
  });

  test('exits with 0 if something is only hidden; compares with the working tree by default', async () => {
    const { code, stdout } = await privacyHere(['diff', file('wider.json', wider)]);
    expect(code).toBe(0);
    expect(stdout).toBe(`Hides (1):\n- ${sentence.replace('may now', 'may no longer')}\n\n${asked}`);
  });

  test('exits with 0 if nothing changes', async () => {
    const same = await privacyHere(['diff', file('same.json', policyInForce), '--json']);
    expect(same.code).toBe(0);
    expect(JSON.parse(same.stdout)).toMatchObject({ schemaIsSame: true, revelations: 0, hidings: 0, changes: [] });
    const plain = await privacyHere(['diff', file('same.json', `\uFEFF${JSON.stringify(linesOf(policyInForce))}`)]);
    expect(plain.stdout).toBe('Policy and schema are the same, and nothing is shown or hidden by the change.\n');
    const renamed = withGrant('counter-service', (grant) => ({ ...grant, line: 'counter' }));
    expect(await privacyHere(['diff', file('renamed.json', renamed)])).toEqual({
      code: 0,
      stdout: 'The lines of the policy differ, and nothing is shown or hidden by the change.\n',
      stderr: '',
    });
  });

  test('exits with 1 if entering would no longer be logged', async () => {
    const queue = withRootLine('CUSTOMER_SERVICE', 'SERVICE_PROVISION', 'Query.residents', (line) => ({ ...line, scope: 'QUEUE' }));
    const { code, stdout } = await privacyHere(['diff', file('all.json', policyInForce), file('queue.json', queue)]);
    expect(code).toBe(1);
    expect(stdout.replace(asked, '')).toMatch(
      /^Reveals \(3\):\n(- .+; what is read there would no longer be in the access log: clause access\.\n){3}\n$/,
    );
  });

  test('reads a revision with its own schema, and leaves no files behind', async () => {
    // Other suites check out revisions as well.
    const temporary = mkdtempSync(join(directory, 'temporary-'));
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = temporary;
    try {
      const same = await privacyHere(['diff', 'HEAD', 'HEAD', '--json']);
      expect({ code: same.code, stderr: same.stderr }).toEqual({ code: 0, stderr: '' });
      expect(JSON.parse(same.stdout)).toMatchObject({ changes: [] });
      const onward = await privacyHere(['diff', 'HEAD', file('from-head.json', wider), '--json']);
      expect(onward.code).toBe(1);
      expect((JSON.parse(onward.stdout) as Printed).changes.map((change) => change.sentence)).toContain(sentence);
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    }
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe('what cannot be compared exits with 2 and states the reason:', () => {
  test.each<[string, () => readonly string[], RegExp]>([
    ['neither file nor revision', () => ['no-such-revision'], /^This revision or file does not exist\. .+\n$/],
    ['an argument that looks like an option of git', () => ['--', '--help'], /^This revision or file does not exist\. /],
    ['a folder', () => ['src'], /^This revision or file does not exist\. /],
    ['a second file that does not exist', () => ['HEAD', 'no-such-file.json'], /^This revision or file does not exist\. /],
    ['no JSON', () => [file('text.json', 'grants: none')], /^The policy cannot be applied\. the file is not JSON/],
    ['no policy', () => [file('list.json', [])], /^The policy cannot be applied\. /],
    [
      'an unknown category',
      () => [
        file(
          'unknown.json',
          withGrant('counter-service', (grant) => ({ ...grant, categories: ['BIRTHDATE' as 'BIRTH_DATE'] })),
        ),
      ],
      /counter-service.+BIRTH_DATE/,
    ],
    ['no arguments', () => [], /missing required argument/],
    ['an unknown option', () => ['HEAD', '--no-such-option'], /unknown option/],
  ])('%s', async (_name, given, said) => {
    const { code, stdout, stderr } = await privacyHere(['diff', ...given()]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(said);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});

test('--help states that the revision’s code is run', async () => {
  const { code, stdout } = await privacyHere(['diff', '--help']);
  expect(code).toBe(0);
  expect(stdout.replaceAll(/\s+/g, ' ')).toContain('reading a revision runs its policy code');
});
