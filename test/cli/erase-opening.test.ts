import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { inclusionProof } from '../../src/transparency-log/tree-proofs.ts';
import { verifyInclusion } from '../../src/transparency-log/proof.ts';
import { verifyCheckpoint } from '../../src/transparency-log/log-keys.ts';
import { cast } from '../../demo/personas.ts';
import { openGateway, type TestGateway } from '../helpers/gateway.ts';
import { shownEntry } from '../helpers/shown-entry.ts';
import { privacyHere } from '../helpers/privacy-here.ts';
import { runPrivacy, settingsFor, type CommandRun } from '../helpers/run-privacy.ts';
import { storedTiles } from '../helpers/stored-tiles.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openGateway({ clock: () => new Date() });
});
afterAll(() => gateway.close());

/** A numbered entry about two people. */
let entry = '';
let number = '';
beforeEach(async () => {
  const asked = await gateway.ask('guardian', `{ resident(id: "${cast.resident}") { givenName } me { email } }`);
  entry = asked.privacy.receipt!.entry;
  await gateway.sequence();
  const [row] = await gateway.database.asOwner<{ seq: string }>('select seq from access_log.entry where id = $1', [entry]);
  number = row!.seq;
});

const erase = (...given: string[]): Promise<CommandRun> => privacyHere(['erase-opening', ...given], settingsFor(gateway.database));
const openings = async (): Promise<string[]> => {
  const rows = await gateway.database.asOwner<{ whose: string }>(
    `select coalesce(subject_id::text, content ->> 'kind') as whose from access_log.opened opening where seq = $1 order by ordinal`,
    [number],
  );
  return rows.map(({ whose }) => whose);
};
/** The erased openings that the log names. */
const erasings = async (): Promise<string[]> => {
  await gateway.sequence();
  const rows = await gateway.database.asOwner<{ erased: string }>(
    `select header -> 'erases' ->> 0 as erased from access_log.full_entry entry where role = 'ERASER' order by seq`,
  );
  return rows.map(({ erased }) => erased);
};
const everyId = ['principal', 'case', cast.resident, cast.guardian];

describe('erasing one opening', () => {
  test('erases one person’s part, keeps all others and all proofs, and is logged without the person', async () => {
    const { rows: before } = await tree();
    expect((await openings()).toSorted()).toEqual(everyId.toSorted());
    const { code, stdout, stderr } = await runPrivacy(
      ['erase-opening', '--entry', entry, '--subject', cast.resident, '--json'],
      settingsFor(gateway.database),
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const printed = JSON.parse(stdout);
    expect(printed).toMatchObject({ entry, number, loggedAs: expect.any(String) });
    expect((await openings()).toSorted()).toEqual(everyId.filter((whose) => whose !== cast.resident).toSorted());

    await gateway.sequence();
    const { rows: after } = await tree();
    expect(after.slice(0, before.length)).toEqual(before);
    const own = await gateway.database.asOwner<{ header: object; contents: object[] }>(
      `select header, (select jsonb_agg(content order by ordinal) from access_log.opened where opened.seq = entry.seq) as contents
       from access_log.full_entry entry where id = $1`,
      [printed.loggedAs],
    );
    expect(own).toEqual([
      {
        header: expect.objectContaining({
          role: 'ERASER',
          purpose: null,
          operationType: 'command',
          rootFields: ['erase-opening'],
          outcome: 'ANSWERED',
          authority: expect.stringContaining('Protection of Privacy Act'),
          erases: [`${number}/${printed.ordinal}`],
        }),
        contents: [
          { kind: 'principal', id: null },
          { kind: 'case', case: null, mandate: null },
        ],
      },
    ]);
    expect(JSON.stringify(own)).not.toContain(cast.resident);
  });

  test('is listed by the verifier in a log without findings', async () => {
    const { ordinal, loggedAs } = JSON.parse((await erase('--entry', entry, '--subject', cast.guardian, '--json')).stdout);
    await gateway.sequence();
    const { code, stdout } = await privacyHere(['verify-log', '--json'], settingsFor(gateway.database));
    const [own] = await gateway.database.asOwner<{ seq: number }>('select seq::int from access_log.entry where id = $1', [loggedAs]);
    expect(JSON.parse(stdout)).toMatchObject({
      whole: true,
      findings: [],
      erased: expect.arrayContaining([{ place: `entry ${number}, opening ${ordinal}`, by: own!.seq }]),
    });
    expect(code).toBe(0);
  });

  test('erases the principal’s opening, and prints a sentence without names', async () => {
    const { code, stdout } = await erase('--entry', entry, '--principal');
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Erased opening 0 of entry ${number}; logged as entry [\\da-f-]{36}\\.\\n$`));
    expect(await openings()).not.toContain('principal');
  });

  test.each<[string, () => string[], string]>([
    ['an entry that does not exist', () => ['--entry', randomUUID(), '--principal'], 'There is no such access entry.'],
    [
      'a person who is not in the entry',
      () => ['--entry', entry, '--subject', cast.neighbour],
      'The access entry has no such opening, or it is erased already.',
    ],
    [
      'values that are not ids',
      () => ['--entry', 'Castellow', '--subject', 'Castellow'],
      'A setting or an option is wrong. --entry: the id of an access entry; --subject: the id of a person',
    ],
    [
      'both',
      () => ['--entry', entry, '--principal', '--subject', cast.resident],
      'A setting or an option is wrong. --subject or --principal: one of them',
    ],
  ])('refuses %s, and changes nothing', async (_what, given, sentence) => {
    const logged = await erasings();
    const { code, stdout, stderr } = await erase(...given());
    expect({ code, stdout, stderr }).toEqual({ code: 2, stdout: '', stderr: `${sentence}\n` });
    expect((await openings()).toSorted()).toEqual(everyId.toSorted());
    expect(await erasings()).toEqual(logged);
  });

  test.each([
    ['resident', cast.resident, 'SELF_SERVICE'],
    ['privacy-officer', cast.privacyOfficer, 'RIGHTS_FULFILMENT'],
    ['auditor', cast.auditor, 'CONTROL_AUDIT'],
  ] as const)('finds the entry by the id that was shown to the persona %s', async (persona, id, purpose) => {
    const shown = shownEntry(persona, entry, purpose);
    expect((await erase('--entry', shown, '--principal')).stderr).toBe('There is no such access entry.\n');
    expect((await erase('--entry', shown, '--shown-to', cast.neighbour, '--principal')).stderr).toBe('There is no such access entry.\n');
    expect(await erase('--entry', shown, '--shown-to', id, '--principal')).toMatchObject({ code: 0, stderr: '' });
    expect(await openings()).not.toContain('principal');
  });

  test('refuses an opening that is already erased', async () => {
    for (const given of [['--principal'], ['--subject', cast.guardian]]) {
      expect((await erase('--entry', entry, ...given)).code).toBe(0);
      const again = await erase('--entry', entry, ...given);
      expect(again).toMatchObject({ code: 2, stderr: 'The access entry has no such opening, or it is erased already.\n' });
    }
    expect((await erasings()).filter((one) => one.startsWith(`${number}/`))).toHaveLength(2);
  });

  test('erases nothing if the erasure cannot be logged', async () => {
    await gateway.database.asOwner('revoke insert on access_log.staged from ntk_eraser');
    try {
      const { code, stderr } = await erase('--entry', entry, '--subject', cast.resident);
      expect({ code, stderr }).toEqual({ code: 2, stderr: 'The access log could not be changed. 42501\n' });
      expect(await openings()).toContain(cast.resident);
    } finally {
      await gateway.database.asOwner('grant insert on access_log.staged to ntk_eraser');
    }
  });

  test('needs an entry with a number', async () => {
    // Staged, and hidden from the sequencer until this test ends.
    const blocker = new Client({ connectionString: gateway.database.roles.owner });
    await blocker.connect();
    try {
      await blocker.query('begin; select pg_advisory_xact_lock(7462001)');
      const { privacy } = await gateway.ask('resident', '{ me { givenName } }');
      const { code, stderr } = await erase('--entry', privacy.receipt!.entry, '--principal');
      expect({ code, stderr }).toEqual({ code: 2, stderr: 'The access entry has no number yet: try again in some seconds.\n' });
    } finally {
      await blocker.end();
    }
    await gateway.sequence();
  });
});

describe('readers of the log after an erasure', () => {
  test('see the erasure as an entry of a command without a role, and no longer see the person', async () => {
    const query = `{ accessEntries(first: 2) { edges { node { number role purpose command erases partner { name } employee { id } subjects { released } } } } }`;
    await erase('--entry', entry, '--subject', cast.resident);
    await gateway.sequence();
    const { data, errors } = await gateway.ask('reviewer', query, { purpose: 'ACCESS_REVIEW' });
    expect(errors).toEqual([]);
    const [own, erased] = data.accessEntries.edges.map((edge: any) => edge.node);
    expect(own).toEqual({
      number: String(Number(number) + 1),
      role: null,
      purpose: null,
      command: 'erase-opening',
      erases: [expect.stringMatching(new RegExp(`^${number}/[23]$`))],
      partner: null,
      employee: null,
      subjects: [],
    });
    expect(erased).toMatchObject({ number, role: 'RESIDENT', command: null, erases: null });
    expect(erased.subjects).toHaveLength(1);
    const { data: seen } = await gateway.ask('resident', '{ accessEntries(first: 50) { edges { node { id } } } }');
    expect(seen.accessEntries.edges.map((edge: any) => edge.node.id)).not.toContain(shownEntry('resident', entry));
  });

  test('get no error as auditors or in disclosures', async () => {
    await erase('--entry', entry, '--principal');
    await gateway.sequence();
    const query = '{ accessEntries(first: 50) { edges { node { role command } } } disclosures(first: 50) { edges { node { role } } } }';
    const { data, errors } = await gateway.ask('auditor', query);
    expect(errors).toEqual([]);
    expect(data.disclosures.edges.map((edge: any) => edge.node.role)).not.toContain(null);
  });

  test('count the erasure in a replay, without a policy decision', async () => {
    const { code, stdout } = await privacyHere(['dry-run', '--policy', 'HEAD', '--json'], settingsFor(gateway.database));
    const printed = JSON.parse(stdout);
    expect(printed.commands).toBeGreaterThan(0);
    expect(printed.erasedOpenings).toBeGreaterThan(0);
    expect({ code, rootFields: printed.rootFields }).toEqual({ code: 0, rootFields: [] });
  });
});

/** The stored leaves, each proven against the checkpoint. */
async function tree(): Promise<{ rows: string[] }> {
  const [checkpoint] = await gateway.database.asOwner<{ note: string }>('select note from access_log.checkpoint');
  const { size, root } = verifyCheckpoint(checkpoint!.note, gateway.logKeys.keys());
  const rows = await gateway.database.asOwner<{ seq: string; hash: Buffer }>(
    `select seq, sha256('\\x00'::bytea || substring(data from (34 * (seq % 256) + 3)::int for 32)) as hash
     from access_log.entry join access_log.tile on level = -1 and index = seq / 256 order by seq`,
  );
  expect(BigInt(rows.length)).toBe(size);
  const read = await storedTiles(gateway.database);
  for (const { seq, hash } of rows) {
    const index = BigInt(seq);
    verifyInclusion({ index, size, leafHash: hash, proof: await inclusionProof(index, size, read), root });
  }
  return { rows: rows.map(({ hash }) => hash.toString('hex')) };
}
