import { town } from '../../../src/town/index.ts';
import { linesOf } from '../../../src/engine/policy/declaration/policy.ts';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { buildSchema } from '../../../src/server/spine/document/build-schema.ts';
import { schemaSources } from '../../../src/town/shared/graphql/schema-sources.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import type { Policy } from '../../../src/engine/policy/declaration/policy.ts';
import { withBudget, withRootLine } from '../../helpers/policy/changed-policy.ts';
import { privacyHere } from '../../helpers/processes/privacy-here.ts';
import type { CommandRun } from '../../helpers/processes/command-run.ts';

const directory = mkdtempSync(join(tmpdir(), 'ntk-lint-policy-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const lint = (...given: readonly string[]): Promise<CommandRun> => privacyHere(['lint', ...given]);

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

describe('privacy lint of a policy in a file', () => {
  test('refuses a policy whose reads would not be logged, and the gateway does not start with it', async () => {
    const policy: Policy = withRootLine('CUSTOMER_SERVICE', 'SERVICE_PROVISION', 'Query.residents', (line) => ({
      ...line,
      scope: 'QUEUE',
    }));
    const file = policyFile(policy);
    const { code, stdout } = await lint('--policy', file);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      new RegExp(`^${file}:\\d+: rootFields Query\\.resident: CUSTOMER_SERVICE has it for SERVICE_PROVISION with the rows QUEUE, .+\\n`),
    );
    expect(stdout).toMatch(/\n3 found\n$/);
    // Four lines name the field. The place is that of the wrong line.
    const [, at] = /:(\d+): rootFields Query\.residents: /.exec(stdout)!;
    const written = readFileSync(file, 'utf8')
      .split('\n')
      .slice(Number(at) - 1);
    expect(written[0]).toContain('"Query.residents"');
    expect(/"role": "(\w+)"/.exec(written.join('\n'))?.[1]).toBe('CUSTOMER_SERVICE');
    expect(/"scope": "(\w+)"/.exec(written.join('\n'))?.[1]).toBe('QUEUE');
    const asJson = await lint('--policy', file, '--json');
    const [finding] = (JSON.parse(asJson.stdout) as { readonly findings: readonly object[] }).findings;
    expect(Object.keys(finding!)).toEqual(['severity', 'coordinate', 'problem', 'hint', 'place']);
    expect(() => buildSchema(town, schemaSources(), policy)).toThrow(/rootFields Query\.residents: CUSTOMER_SERVICE .+ QUEUE/);
  });

  test('clause safeguards: names the line of a budget, and of a root field that lacks one', async () => {
    const endless = policyFile(withBudget('SUPPORT', 'CUSTOMER_SUPPORT', (line) => ({ ...line, perHour: line.perDay + 1 })));
    const { code, stdout } = await lint('--policy', endless);
    expect(code).toBe(1);
    const [, at] = new RegExp(`^${endless}:(\\d+): budgets SUPPORT CUSTOMER_SUPPORT: perHour is more .+\n1 found\n$`).exec(stdout)!;
    const written = readFileSync(endless, 'utf8')
      .split('\n')
      .slice(Number(at) - 1, Number(at) + 4);
    expect(written.map((line) => line.trim())).toEqual([
      '"role": "SUPPORT",',
      '"purposes": [',
      '"CUSTOMER_SUPPORT"',
      '],',
      '"perHour": 401,',
    ]);
    const unread = policyFile({ ...policyInForce, budgets: policyInForce.budgets.map((line) => ({ ...line, perDay: 'many' })) });
    expect((await lint('--policy', unread)).stdout).toMatch(
      new RegExp(`^${unread}:\\d+: budgets\\[0\\] "CUSTOMER_SERVICE" perDay: it is not a number`),
    );
    const without = policyFile(withBudget('SUPPORT', 'CUSTOMER_SUPPORT', () => undefined));
    const lacking = (await lint('--policy', without)).stdout;
    const [, field] = new RegExp(`^${without}:(\\d+): rootFields Query\\.resident: SUPPORT may enter it .+\n1 found\n$`).exec(lacking)!;
    expect(
      readFileSync(without, 'utf8')
        .split('\n')
        .slice(Number(field) - 1)
        .find((line) => line.includes('"role"')),
    ).toContain('SUPPORT');
  });

  test('reads a policy that begins with a byte order mark', async () => {
    const marked = policyFile(`\uFEFF${JSON.stringify(linesOf(policyInForce))}`);
    expect(await lint('--policy', marked)).toEqual({ code: 0, stdout: '0 found\n', stderr: '' });
    expect((await lint('--policy', policyFile(`\uFEFF\uFEFF${JSON.stringify(linesOf(policyInForce))}`))).code).toBe(2);
  });

  test('--help states the exit code for a file that is not a policy', async () => {
    const { code, stdout } = await lint('--help');
    expect(code).toBe(0);
    expect(stdout.replaceAll(/\s+/g, ' ')).toContain(
      'Exit code 0 if there are none, 1 if there are any, 2 if the policy cannot be read or is not JSON.',
    );
    expect((await lint('--policy', policyFile('[]'))).code).toBe(1);
    expect((await lint('--policy', policyFile(''))).code).toBe(2);
  });
});
