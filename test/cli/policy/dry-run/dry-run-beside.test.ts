import { linesOf } from '../../../../src/engine/policy/declaration/policy.ts';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { issueToken, trustedIssuers } from '../../../helpers/tokens/issuer.ts';
import { readConfig } from '../../../../src/platform/settings/config.ts';
import { cast } from '../../../../demo/personas.ts';
import { withGrant } from '../../../helpers/policy/changed-policy.ts';
import { startProgram, type Program } from '../../../helpers/processes/program.ts';
import { runPrivacy } from '../../../helpers/processes/run-privacy.ts';

// A gateway started from the command line, with the embedded PostgreSQL that a command shares with it.
const directory = mkdtempSync(join(tmpdir(), 'ntk-beside-'));
const candidate = join(directory, 'candidate.json');
const data = join(directory, 'data');
const settings = { DATA_DIR: data, PORT: '0', POLICY_DRY_RUN: candidate, TRUSTED_ISSUERS: trustedIssuers(data) };
let gateway: Program | undefined;

beforeAll(() => {
  chmodSync(directory, 0o755);
  const nameless = withGrant('resident-self', (grant) => ({
    ...grant,
    categories: grant.categories.filter((category) => category !== 'NAME'),
  }));
  writeFileSync(candidate, JSON.stringify(linesOf(nameless)));
});
afterAll(() => {
  gateway?.kill('SIGKILL');
  rmSync(directory, { recursive: true, force: true });
});

async function givenName(url: string): Promise<unknown> {
  const token = await issueToken(readConfig(settings), {
    subject: cast.resident,
    role: 'RESIDENT',
    purposes: ['SELF_SERVICE'],
    now: new Date(),
  });
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query: '{ me { givenName } }' }),
  });
  return ((await response.json()) as { data: { me: { givenName: string } } }).data.me.givenName;
}

test('dry-run reads the log while a gateway runs, leaves its database running, and also reads the log without a gateway', async () => {
  gateway = await startProgram('src/main.ts', settings);
  const url = new URL('/graphql', gateway.ready).href;
  const name = await givenName(url);
  expect(name).toEqual(expect.any(String));
  const replayed = async () => {
    const { code, stdout, stderr } = await runPrivacy(['dry-run', '--policy', 'HEAD', '--json'], settings);
    expect(stderr).toBe('');
    expect([0, 1]).toContain(code);
    return JSON.parse(stdout) as { entries: number };
  };
  expect((await replayed()).entries).toBe(1);
  expect(await givenName(url)).toBe(name);

  gateway.kill('SIGINT');
  await gateway.ended;
  expect((await replayed()).entries).toBe(2);

  // The candidate policy of the running gateway would have withheld what was released, both times.
  const lines = gateway
    .output()
    .split('\n')
    .filter((line) => line.includes('the candidate policy would decide otherwise'));
  expect(lines.map((line) => JSON.parse(line) as object)).toEqual([
    expect.objectContaining({ role: 'RESIDENT', withholds: { 'Resident.givenName': 1 }, releases: {} }),
    expect.objectContaining({ role: 'RESIDENT', withholds: { 'Resident.givenName': 1 }, releases: {} }),
  ]);
});
