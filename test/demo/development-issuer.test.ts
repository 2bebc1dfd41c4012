import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createLocalJWKSet, jwtVerify } from 'jose';
import { developmentKeys, issueToken } from '../../demo/development-issuer.ts';
import { readConfig } from '../../src/config.ts';
import { testNow } from '../helpers/cluster.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'ntk-issuer-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

test('concurrent first uses and later ones sign with the same key', async () => {
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: directory });
  const issue = (): Promise<string> =>
    issueToken(config, { subject: 'a-subject', role: 'RESIDENT', purposes: ['SELF_SERVICE'], now: testNow });
  const tokens = [...(await Promise.all([issue(), issue()])), await issue()];
  const keys = createLocalJWKSet(await developmentKeys(config));
  for (const token of tokens) {
    const { payload } = await jwtVerify(token, keys, { currentDate: testNow });
    expect(payload.sub).toBe('a-subject');
  }
});
