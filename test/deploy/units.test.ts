import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { readConfig, usualDeadlines } from '../../src/platform/settings/config.ts';
import { byName } from '../../src/platform/settings/read-settings.ts';
import { settings } from '../../src/platform/settings/settings.ts';
import { exitCodes, grace } from '../../src/server/start/stop/stop-at-signal.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'ntk-units-'));
afterAll(() => rmSync(directory, { recursive: true }));

const analyze = '/usr/bin/systemd-analyze';

describe.each([
  ['need-to-know@.service', 'src/main.ts'],
  ['need-to-know-sequencer.service', 'src/town/commands/sequencer.ts'],
  ['need-to-know-identity.service', 'src/town/commands/identity.ts'],
])('deploy/%s', (name, file) => {
  const text = readFileSync(join(root, 'deploy', name), 'utf8');
  const valueOf = (key: string): string | undefined => new RegExp(`^${key}=(.*)$`, 'm').exec(text)?.[1];

  test('starts a program of this repository with the Node that is installed with it', () => {
    const [program, argument, ...more] = valueOf('ExecStart')!.split(' ');
    const folder = valueOf('WorkingDirectory')!;
    expect([program, argument, more]).toEqual([`${folder}/node_modules/.bin/node`, file, []]);
    expect(existsSync(join(root, file))).toBe(true);
  });

  test('waits longer for a stop than a stop may take', () => {
    expect(Number(valueOf('TimeoutStopSec')) * 1_000).toBeGreaterThan(usualDeadlines.stop + grace);
    expect([valueOf('KillMode'), valueOf('KillSignal')]).toEqual(['mixed', 'SIGTERM']);
  });

  test('names the exit codes of the code, and restarts after each that is a failure', () => {
    for (const code of Object.values(exitCodes)) expect(text).toMatch(new RegExp(`^# .*\\b${code}: `, 'm'));
    expect(valueOf('Restart')).toBe('on-failure');
    expect(valueOf('SuccessExitStatus')).toBeUndefined();
  });

  test('sets only settings that there are, and writes only where it may', () => {
    const given = Object.fromEntries(
      valueOf('Environment')!
        .split(' ')
        .map((one) => one.split('=') as [string, string]),
    );
    expect(Object.keys(given).filter((one) => !byName(settings).has(one))).toEqual([]);
    expect(given['DATA_DIR']).toBe(`/var/lib/${valueOf('StateDirectory')}`);
    expect(readConfig({ DATA_DIR: given['DATA_DIR'] }).dataDirectory).toBe(given['DATA_DIR']);
  });

  test('is valid and hardened in the opinion of systemd, where that is installed', () => {
    const analyzes = existsSync(analyze);
    // The program must exist where it is verified.
    const here = join(directory, name);
    writeFileSync(
      here,
      text.replace(/^ExecStart=\S+/m, `ExecStart=${process.execPath}`).replace(/^WorkingDirectory=.*/m, 'WorkingDirectory=/'),
    );
    const verified = analyzes
      ? execFileSync(analyze, ['verify', '--man=no', here], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
      : '';
    expect(verified).toBe('');
    // From 0 to 100; systemd calls less than 20 safe. It exits with 1 above the threshold.
    if (analyzes) execFileSync(analyze, ['security', '--offline=true', '--threshold=20', '--no-pager', here], { stdio: 'ignore' });
  });
});
