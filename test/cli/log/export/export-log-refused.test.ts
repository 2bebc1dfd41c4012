import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openAuditor } from '../../../../src/cli/log/export/auditor.ts';
import { cast, matters } from '../../../../demo/personas.ts';
import { town } from '../../../../src/town/index.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import { withGrant } from '../../../helpers/policy/changed-policy.ts';
import { openExported, outside, within, type ExportedBundle } from '../../../helpers/log/exported-bundle.ts';
import { privacyHere } from '../../../helpers/processes/privacy-here.ts';
import { runPrivacy, settingsFor } from '../../../helpers/processes/run-privacy.ts';

let log: ExportedBundle;
beforeAll(async () => {
  log = await openExported();
  await log.ask(outside, 'resident', '{ me { givenName } }');
});
afterAll(() => log.close());

describe('a bundle is not made', () => {
  const settings = () => settingsFor(log.gateway.database);
  const logged = async (): Promise<number> => {
    await log.gateway.sequence();
    const [row] = await log.gateway.database.asOwner<{ count: number }>('select count(*)::int from access_log.entry');
    return row!.count;
  };

  test('if no entry lies in the dates, and is made once an entry does', async () => {
    const empty = await log.run();
    expect({ ...empty, files: empty.files.size }).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'No numbered access entry is within the dates of the engagement.\n',
      files: 0,
    });
    await log.ask(within, 'resident', '{ me { givenName } }');
    const { code, stdout, files } = await log.run();
    expect({ code, files: files.size }).toEqual({ code: 0, files: 3 });
    expect(stdout).toMatch(
      /^Entries (\d+) to \1 \(1, of which 1 in the engagement’s dates\) of a tree of \d+, in .*; logged as entry [\da-f-]{36}\.\n$/,
    );
  });

  test.each<[string, string, string]>([
    ['for a mandate of another kind', matters.courtOrder, 'This audit engagement does not exist.\n'],
    ['for a value that is not an id', 'Castellow', 'This audit engagement does not exist.\n'],
  ])('%s', async (_what, engagement, sentence) => {
    const before = await logged();
    const directory = join(tmpdir(), 'ntk-no-bundle');
    const { code, stderr } = await runPrivacy(['export-log', '--engagement', engagement, '--out', directory], settings());
    expect({ code, stderr }).toEqual({ code: 2, stderr: sentence });
    expect(await logged()).toBe(before);
  });

  test('if the mandate is not in force or does not name the access history, or the policy does not grant it', async () => {
    const engagement = {
      reference: 'AE',
      auditorId: cast.auditor,
      role: 'CONTROL_AGENCY',
      purpose: 'CONTROL_AUDIT',
      from: new Date(0),
      until: new Date(1),
      categories: ['ACCESS_HISTORY'],
      inForce: true,
    } as const;
    const pseudonyms = { name: () => '', identify: () => '', disguise: () => '', recognise: () => undefined };
    const open =
      (more: object, policy = policyInForce) =>
      () =>
        openAuditor({ ...town, policy }, matters.auditEngagement, { ...engagement, ...more }, pseudonyms);
    expect(open({})().id).toBe(cast.auditor);
    expect(open({ inForce: false })).toThrow(expect.objectContaining({ code: 'AUTHORITY_NOT_IN_FORCE' }));
    expect(open({ categories: ['NAME'] })).toThrow(
      expect.objectContaining({ code: 'FIELD_NOT_PERMITTED', problems: ['--engagement: its authority must name ACCESS_HISTORY'] }),
    );
    const withoutGrant = withGrant('audit-log', () => undefined);
    expect(open({}, withoutGrant)).toThrow(expect.objectContaining({ code: 'FIELD_NOT_PERMITTED' }));
    expect(open({})().sees(cast.resident)).toBe(false);
  });

  test('after the mandate is revoked', async () => {
    await log.gateway.database.asOwner(
      "update recreation.mandate set revoked_at = now(), revoked_by = recorded_by, revocation_reason = 'Over' where id = $1",
      [matters.auditEngagement],
    );
    try {
      const { code, stderr, files: none } = await log.run();
      expect({ code, stderr, files: none.size }).toEqual({
        code: 2,
        stderr: 'The authority is not in force: it is not approved, not yet valid, expired or revoked.\n',
        files: 0,
      });
    } finally {
      await log.gateway.database.asOwner(
        'update recreation.mandate set revoked_at = null, revoked_by = null, revocation_reason = null where id = $1',
        [matters.auditEngagement],
      );
    }
  });

  test('if it cannot be logged', async () => {
    await log.gateway.database.asOwner('revoke insert on access_log.staged from ntk_gateway');
    try {
      const { code, stderr, files: none } = await log.run();
      expect({ code, stderr, files: none.size }).toEqual({
        code: 2,
        stderr: 'The access log could not store the entry, so nothing is released. 42501\n',
        files: 0,
      });
    } finally {
      await log.gateway.database.asOwner('grant insert on access_log.staged to ntk_gateway');
    }
  });

  test('in a directory that is not empty', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'ntk-full-'));
    writeFileSync(join(directory, 'something'), '');
    const before = await logged();
    const given = ['export-log', '--engagement', matters.auditEngagement, '--out', directory];
    const { code, stderr } = await privacyHere(given, settings());
    rmSync(directory, { recursive: true });
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'A setting or an option is wrong. --out: a directory that is empty, or can be made\n',
    });
    expect(await logged()).toBe(before);
  });

  test('with a sample that cannot be reproduced', async () => {
    const { code, stderr } = await log.run('--sample', '3');
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'A setting or an option is wrong. --seed: 1 to 64 letters, digits and signs (ASCII), with --sample\n',
    });
  });
});
