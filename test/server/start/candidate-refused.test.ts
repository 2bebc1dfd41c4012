import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { bareEnvironment } from '../../helpers/processes/bare-environment.ts';
import { withGrant } from '../../helpers/policy/changed-policy.ts';

describe('POLICY_DRY_RUN is refused at start where it names', () => {
  let directory = '';
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), 'ntk-candidate-'));
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const unknown = withGrant('counter-service', (grant) => ({ ...grant, categories: ['BIRTHDATE' as 'BIRTH_DATE'] }));
  test.each<[string, string | undefined, RegExp]>([
    ['no file', undefined, /the file of POLICY_DRY_RUN is not there/],
    ['no JSON', 'grants: none', /the file of POLICY_DRY_RUN is not JSON/],
    ['an unknown category', JSON.stringify(unknown), /counter-service.+BIRTH_DATE/],
  ])('%s', async (_name, content, named) => {
    const path = join(directory, 'policy.json');
    if (content !== undefined) writeFileSync(path, content);
    const settings = { ...bareEnvironment, PORT: '0', DATA_DIR: join(directory, 'data'), POLICY_DRY_RUN: path };
    const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((done) => {
      execFile('node', ['src/main.ts'], { env: settings }, (error, _stdout, text) => done({ code: error?.code, stderr: text }));
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The policy cannot be applied\. .+\n$/);
    expect(stderr).toMatch(named);
  });
});
