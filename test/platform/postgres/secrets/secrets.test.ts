import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../../../src/platform/settings/config.ts';
import { newLogKey, openLogKeys, readStoredLogKeys, writeLogKeys } from '../../../../src/log/store/publication/log-key-store.ts';
import { canReadSecret, existingSecret, makeFile, readSecret, secret } from '../../../../src/platform/postgres/secrets/secrets.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'ntk-secrets-'));
});
afterEach(() => rmSync(directory, { recursive: true }));
const refused = (problem: string): object => expect.objectContaining({ code: 'SETTING_INVALID', problems: [`SECRETS: ${problem}`] });

test('a folder gets a missing secret once, readable by this account only', () => {
  const folder = join(directory, 'data', 'secrets');
  const source = { kind: 'folder', folder } as const;
  expect(readSecret(source, 'cursors')).toBeUndefined();
  expect(() => existingSecret(source, 'cursors')).toThrow(refused('the secret cursors (SECRET_CURSORS) is missing'));
  expect(existsSync(folder)).toBe(false);
  const made = secret(source, 'cursors');
  expect(made).toHaveLength(32);
  expect(secret(source, 'cursors')).toEqual(made);
  expect(existingSecret(source, 'cursors')).toEqual(made);
  expect(statSync(join(folder, 'cursors')).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(makeFile(folder, 'cursors', 'another')).toBe(made.toString('base64url'));
  expect(readFileSync(join(folder, 'cursors'), 'utf8')).toBe(made.toString('base64url'));
});

describe('a secret is named', () => {
  test.each(['', 'short', 'x'.repeat(44)])('that is not 32 bytes: "%s"', (text) => {
    const source = { kind: 'environment', values: { cursors: text } } as const;
    expect(() => secret(text === '' ? { kind: 'environment', values: {} } : source, 'cursors')).toThrow(
      refused(`the secret cursors (SECRET_CURSORS) ${text === '' ? 'is missing' : 'must be 32 bytes in base64url'}`),
    );
  });

  test('whose file cannot be read, with its path and why', () => {
    writeFileSync(join(directory, 'file'), '');
    mkdirSync(join(directory, 'cursors'));
    for (const [folder, why] of [
      [join(directory, 'file'), 'ENOTDIR'],
      [directory, 'EISDIR'],
    ] as const) {
      expect(() => readSecret({ kind: 'folder', folder }, 'cursors')).toThrow(
        refused(`the secret cursors cannot be read from ${join(folder, 'cursors')} (${why})`),
      );
    }
  });

  test('whose command fails or hangs', () => {
    for (const program of ['false', join(directory, 'none')]) {
      expect(() => readSecret({ kind: 'command', program, given: ['{name}'] }, 'log-keys')).toThrow(
        refused('the command failed for the secret log-keys'),
      );
    }
  });
});

test('a command is run without a shell, and prints the secret that it is asked for', () => {
  const program = join(directory, 'print');
  writeFileSync(program, '#!/bin/sh\nprintf "%s\\n" "$#:$1:$2"\n');
  chmodSync(program, 0o755);
  const source = { kind: 'command', program, given: ['get', 'ntk/{name};touch'] } as const;
  expect(readSecret(source, 'log-keys')).toBe('2:get:ntk/log-keys;touch');
});

test('a command that ends with a failure holds no such secret for this process, as vaults refuse what one may not read', () => {
  const program = join(directory, 'vault');
  writeFileSync(program, '#!/bin/sh\n[ "$1" = database-owner ] && exit 2\n[ "$1" = cursors ] && exit 0\necho known\n');
  chmodSync(program, 0o755);
  const source = { kind: 'command', program, given: ['{name}'] } as const;
  expect(canReadSecret(source, 'database-gateway')).toBe(true);
  expect(canReadSecret(source, 'cursors')).toBe(false);
  expect(canReadSecret(source, 'database-owner')).toBe(false);
  expect(() => readSecret(source, 'database-owner')).toThrow(refused('the command failed for the secret database-owner'));
  expect(() => canReadSecret({ ...source, program: join(directory, 'none') }, 'database-owner')).toThrow(
    refused('the command failed for the secret database-owner'),
  );
});

test('the log’s keys can come from the environment, and are then not replaced', () => {
  const folder = readConfig({ DATA_DIR: directory });
  const [key] = openLogKeys(folder, folder.logOrigin).keys();
  const text = readFileSync(join(directory, 'secrets', 'log-keys'), 'utf8');
  rmSync(join(directory, 'secrets'), { recursive: true });
  const config = readConfig({ DATA_DIR: join(directory, 'other'), SECRETS: 'environment', SECRET_LOG_KEYS: text });
  expect(openLogKeys(config, config.logOrigin).newest().verifier).toEqual(key!.verifier);
  expect(existsSync(join(directory, 'other', 'secrets'))).toBe(false);
  expect(() => writeLogKeys(config, [])).toThrow(/SECRETS: the secret log-keys .* can be replaced only in a folder/);
  expect(() => openLogKeys(readConfig({ SECRETS: 'environment', SECRET_LOG_KEYS: '{}' }), 'x')).toThrow(
    refused('the secret log-keys (SECRET_LOG_KEYS) is not a list of keys'),
  );
});

// Only root can give files away, and only as root can a command leave files that the gateway cannot read.
test('what root writes into the folder of another account belongs to that account', () => {
  if (process.getuid?.() !== 0) return;
  const dataDirectory = join(directory, 'data');
  const config = readConfig({ DATA_DIR: dataDirectory });
  mkdirSync(dataDirectory);
  chownSync(dataDirectory, 1234, 1235);
  const ownerOf = (...path: string[]): readonly number[] => {
    const { uid, gid, mode } = statSync(join(dataDirectory, ...path));
    return [uid, gid, mode & 0o777];
  };
  openLogKeys(config, config.logOrigin);
  secret(config.secrets, 'cursors');
  expect(ownerOf('secrets')).toEqual([1234, 1235, 0o700]);
  expect(ownerOf('secrets', 'cursors')).toEqual([1234, 1235, 0o600]);
  const keys = readStoredLogKeys(config);
  chownSync(join(dataDirectory, 'secrets', 'log-keys'), 0, 0);
  writeLogKeys(config, [...keys, newLogKey(config.logOrigin, 5n)]);
  expect(ownerOf('secrets', 'log-keys')).toEqual([1234, 1235, 0o600]);
  expect(ownerOf('log-keys.txt').slice(0, 2)).toEqual([1234, 1235]);
});
