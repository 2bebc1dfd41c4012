import { linesOf } from '../../../../src/engine/policy/declaration/policy.ts';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import { copyDatabase, type TestDatabase } from '../../../helpers/database/cluster.ts';
import { privacyHere } from '../../../helpers/processes/privacy-here.ts';
import type { CommandRun } from '../../../helpers/processes/command-run.ts';
import { runPrivacy, settingsFor } from '../../../helpers/processes/run-privacy.ts';

let database: TestDatabase;
let directory = '';
let policy = '';
beforeAll(async () => {
  database = await copyDatabase();
  directory = mkdtempSync(join(tmpdir(), 'ntk-unreadable-'));
  policy = join(directory, 'policy.json');
  writeFileSync(policy, JSON.stringify(linesOf(policyInForce)));
});
afterAll(async () => {
  await database.drop();
  rmSync(directory, { recursive: true, force: true });
});
const settings = () => settingsFor(database);

test('an empty log is read', async () => {
  const { code, stdout } = await runPrivacy(['dry-run', '--policy', policy], settings());
  expect({ code, stdout }).toEqual({ code: 0, stdout: '0 entries replayed.\nNothing would have been decided differently.\n' });
});

describe('what cannot be replayed exits with 2, states the reason, and creates nothing:', () => {
  const unreadable = (run: CommandRun): void => {
    expect({ code: run.code, stdout: run.stdout }).toEqual({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/^The access log cannot be read\. .+\n$/);
  };

  test('no data directory', async () => {
    const none = join(directory, 'none');
    unreadable(await privacyHere(['dry-run', '--policy', policy], { DATA_DIR: none }));
    unreadable(await privacyHere(['dry-run', '--policy', policy], { ...settings(), DATA_DIR: none }));
    expect(existsSync(none)).toBe(false);
  });

  test('no server, no database, and a database without a log', async () => {
    const { DATABASE_URL, DATA_DIR } = settings();
    const other = (change: (url: URL) => void): Record<string, string> => {
      const url = new URL(DATABASE_URL);
      change(url);
      return { DATABASE_URL: url.href, DATA_DIR };
    };
    unreadable(
      await privacyHere(
        ['dry-run', '--policy', policy],
        other((url) => (url.port = '1')),
      ),
    );
    unreadable(
      await privacyHere(
        ['dry-run', '--policy', policy],
        other((url) => (url.pathname = '/ntk_not_there')),
      ),
    );
    unreadable(
      await privacyHere(
        ['dry-run', '--policy', policy],
        other((url) => (url.pathname = '/postgres')),
      ),
    );
    const known = await database.asOwner(`select from pg_database where datname = 'ntk_not_there'`);
    expect(known).toEqual([]);
  });

  test.each<[string, readonly string[], RegExp]>([
    ['no policy', [], /required option/],
    ['an unknown revision', ['--policy', 'no-such-revision'], /This revision or file does not exist/],
    ['no instant', ['--policy', 'HEAD', '--since', 'yesterday'], /RFC 3339/],
    ['a day that does not exist', ['--policy', 'HEAD', '--since', '2026-02-30'], /RFC 3339/],
  ])('%s', async (_name, given, said) => {
    const { code, stderr } = await privacyHere(['dry-run', ...given], settings());
    expect(code).toBe(2);
    expect(stderr).toMatch(said);
  });
});
