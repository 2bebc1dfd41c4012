import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Bundle } from '../../../../src/log/bundle/bundle.ts';
import { eraseStoredSegment } from '../../../helpers/entries/erase-stored-segment.ts';
import { drawSample } from '../../../../src/log/bundle/draw-sample.ts';
import { verifyBundle } from '../../../../src/log/bundle/verify-bundle.ts';
import { cast, matters } from '../../../../demo/personas.ts';
import { partnerRoles } from '../../../../src/town/policy/partners/partners.ts';
import { privacyHere } from '../../../helpers/processes/privacy-here.ts';
import { settingsFor } from '../../../helpers/processes/run-privacy.ts';
import { shownEntry } from '../../../helpers/entries/shown-entry.ts';
import { bundleIn, from, openExported, outside, reader, within, type ExportedBundle } from '../../../helpers/log/exported-bundle.ts';

let log: ExportedBundle;
let files: Map<string, Buffer>;
let directory = '';
let bundle: Bundle;
let printed: any;
/** The auditor's view of the log through the gateway. */
let throughGateway: any[];
beforeAll(async () => {
  log = await openExported();
  const person = `{ resident(id: "${cast.resident}") { givenName email } }`;
  await log.ask(outside, 'resident', '{ me { givenName } }');
  await log.ask(within, 'police', '{ residents { edges { node { givenName email } } } }');
  await log.ask(outside, 'guardian', person);
  await log.ask(within, 'customer-service', person, { purpose: 'SERVICE_PROVISION', case: matters.encounter });
  const query = '{ accessEntries(first: 50) { edges { node { number subjects { pseudonym relationship released withheld } } } } }';
  await log.ask(within, 'auditor', query);
  await log.ask(within, 'guardian', `{ resident(id: "${cast.resident}") { givenName } me { email } }`);
  await log.ask(outside, 'resident', '{ me { givenName } }');
  const { stdout, files: written, directory: out } = await log.run('--sample', '3', '--seed', 'AE-0007 spring', '--json');
  files = written;
  directory = out;
  bundle = bundleIn(files).content;
  printed = JSON.parse(stdout);
  log.at(within);
  const { data } = await log.gateway.ask('auditor', query);
  throughGateway = data.accessEntries.edges.map((edge: any) => edge.node);
});
afterAll(() => log.close());

const entry = (number: number): Bundle['entries'][number] => bundle.entries.find((one) => one.number === number)!;

describe('clause control: an auditor’s bundle', () => {
  test('covers the entries of the engagement’s dates, and those in between', () => {
    expect(bundle.engagement).toMatchObject({ authority: matters.auditEngagement, reference: 'AE-0007', auditor: cast.auditor, from });
    expect(bundle.population).toEqual({ first: 1, last: 5, entries: 5, inDates: 4 });
    expect(bundle.entries.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
    expect(printed).toMatchObject({ engagement: matters.auditEngagement, ...bundle.population, treeSize: bundle.tree.size });
  });

  test('verifies offline, and lists what it does not prove', async () => {
    const verified = await verifyBundle(reader(files), log.gateway.logKeys.keys(), partnerRoles, log.gateway.logKeys.origin);
    expect(verified.findings).toEqual([]);
    expect(verified.proven).toBe(5);
    expect(verified.notShown.join(' ')).toContain('asserted by the signature of the log and not proven');
    // This log began today; the engagement began earlier.
    expect(verified.notShown.at(-1)).toMatch(
      /^The log is complete only from [\d-]{10}T[\d:.]+Z on, which is after the engagement’s first date\.$/,
    );
  });

  test('is accepted by verify-log, which names the place of an alteration', async () => {
    const verify = (...given: string[]) => privacyHere(['verify-log', '--from', directory, ...given], settingsFor(log.gateway.database));
    const { code, stdout } = await verify();
    expect(code).toBe(0);
    expect(stdout).toMatch(/^entries +1 to 5: 5, of which 4 in the engagement’s dates; 5 proven$/m);
    expect(stdout).toMatch(/^sample +\d, \d, \d \(3 by the seed "AE-0007 spring"\)$/m);
    expect(stdout).toContain('Not proven: Pseudonyms, and what was released and withheld for them, are asserted');
    expect(stdout).toMatch(/\nThe bundle is whole: each of its entries is in the log\.\n$/);
    const text = readFileSync(join(directory, 'bundle.json'), 'utf8');
    writeFileSync(join(directory, 'bundle.json'), text.replace('"purpose":"LEGAL_DEMAND"', '"purpose":"DEBT_COLLECTION"'));
    const altered = await verify('--json');
    expect(altered.code).toBe(1);
    const found = JSON.parse(altered.stdout);
    expect(found).toMatchObject({ whole: false, proven: 4, bundle: { population: bundle.population } });
    expect(found.findings.map(({ code: what, place }: any) => `${what} ${place}`)).toEqual([
      'BUNDLE_ALTERED content',
      'BUNDLE_ENTRY_ALTERED entry 1',
    ]);
    const refused = await verify('--since', 'checkpoint.txt');
    expect(refused).toMatchObject({ code: 2, stderr: 'A setting or an option is wrong. --since: not with an auditor’s bundle\n' });
  });

  test('names partners and mandates, and no other principal', () => {
    expect(entry(1).principal).toMatchObject({ content: { kind: 'principal', id: cast.police } });
    expect(entry(1).case).toMatchObject({ content: { kind: 'case', case: null, authority: matters.courtOrder } });
    expect(entry(3).principal).toEqual({ closed: 'NOT_A_PARTNER' });
    expect(entry(3).case).toEqual({ closed: 'NO_AUTHORITY_ALONE' });
    expect(entry(5).principal).toEqual({ closed: 'NOT_A_PARTNER' });
    const closed = { closed: 'NOT_IN_DATES' };
    expect(entry(2)).toMatchObject({ principal: closed, case: closed, subjects: closed });
    const text = [...files.values()].map(String).join('\n');
    // The salts of withheld segments would confirm a guess of their data subject.
    for (const person of [cast.resident, cast.guardian, cast.clerk, matters.encounter]) expect(text).not.toContain(person);
  });

  test('names people by the pseudonyms that the gateway uses for this auditor only', () => {
    const seen = (number: number) => throughGateway.find((node) => node.number === String(number)).subjects;
    for (const number of [1, 3, 5]) {
      expect(seen(number).length).toBeGreaterThan(0);
      expect(entry(number).subjects).toEqual(seen(number));
    }
    // Auditors know the data subjects of their own entries.
    expect(seen(4)).toEqual([]);
    expect(entry(4).subjects).toEqual({ closed: 'OWN_ENTRY' });
  });

  test('draws a sample that its reader can reproduce', () => {
    expect(bundle.sample).toEqual({ seed: 'AE-0007 spring', size: 3, numbers: drawSample([1, 3, 4, 5], 'AE-0007 spring', 3) });
    expect(printed.sample).toEqual(bundle.sample);
  });

  test('is logged as a disclosure before it is written, with all data subjects in it', async () => {
    await log.gateway.sequence();
    const [row] = await log.gateway.database.asOwner<{ header: object; contents: any[] }>(
      `select header, (select jsonb_agg(content order by ordinal) from access_log.segment where segment.seq = entry.seq) as contents
       from access_log.full_entry entry where id = $1`,
      [printed.loggedAs],
    );
    expect(row!.header).toMatchObject({
      role: 'CONTROL_AGENCY',
      purpose: 'CONTROL_AUDIT',
      operationType: 'command',
      rootFields: ['export-log'],
      outcome: 'ANSWERED',
    });
    const [principal, matter, ...subjects] = row!.contents;
    expect(principal).toEqual({ kind: 'principal', id: cast.auditor });
    expect(matter).toEqual({ kind: 'case', case: null, authority: matters.auditEngagement });
    expect(new Set(subjects.map(({ id }) => id))).toEqual(await dataSubjects([1, 3, 5]));
    const own = subjects.find(({ id }) => id === cast.resident);
    expect(own).toEqual({
      kind: 'subject',
      id: cast.resident,
      relationship: 'MANDATE',
      released: [
        'AccessEntrySubject',
        ...['pseudonym', 'relationship', 'released', 'withheld'].map((name) => `AccessEntrySubject.${name}`),
      ],
      withheld: [],
    });
    const { data, errors } = await log.gateway.ask(
      'resident',
      `{ me { accessHistory(first: 5) { edges { node {
      entryId kind purpose why fields by { role partner { name } } } } } } }`,
    );
    expect(errors).toEqual([]);
    const nodes = data.me.accessHistory.edges.map((edge: any) => edge.node);
    expect(nodes.find(({ entryId }: { entryId: string }) => entryId === shownEntry('resident', printed.loggedAs))).toMatchObject({
      kind: 'APPEARED_IN_SEARCH',
      purpose: 'CONTROL_AUDIT',
      why: expect.stringContaining('A control agency was auditing who looked at what, and saw the person under a pseudonym'),
      by: { role: 'CONTROL_AGENCY', partner: { name: 'Office of the Auditor' } },
    });
  });

  test('can be made again, with an erased segment marked as erased', async () => {
    const { asOwner } = log.gateway.database;
    const [row] = await asOwner<{ ordinal: number }>('select ordinal from access_log.segment where seq = 5 and subject_id = $1', [
      cast.resident,
    ]);
    await eraseStoredSegment(asOwner, 5, row!.ordinal);
    await eraseStoredSegment(asOwner, 1, 0);
    const { files: again, code } = await log.run();
    expect(code).toBe(0);
    const second = bundleIn(again).content;
    expect(second.sample).toBeNull();
    expect(second.entries.find(({ number }) => number === 5)).toMatchObject({ erased: [row!.ordinal], subjects: [expect.anything()] });
    expect(second.entries.find(({ number }) => number === 1)).toMatchObject({ erased: [0], principal: { closed: 'ERASED' } });
    expect((await verifyBundle(reader(again), log.gateway.logKeys.keys(), partnerRoles)).findings).toEqual([]);
  });
});

/** The data subjects of the entries with these numbers. */
async function dataSubjects(numbers: readonly number[]): Promise<Set<string>> {
  const rows = await log.gateway.database.asOwner<{ id: string }>(
    'select distinct subject_id as id from access_log.about where seq = any($1)',
    [numbers],
  );
  return new Set(rows.map(({ id }) => id));
}
