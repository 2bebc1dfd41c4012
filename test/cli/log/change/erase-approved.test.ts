import { linesOf } from '../../../../src/engine/policy/declaration/policy.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import { approvedErasure, proposed } from '../../../helpers/entries/erasures.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';
import { realClock } from '../../../helpers/time/live-today.ts';
import { provenLeaves } from '../../../helpers/log/proven-leaves.ts';
import { shownEntry } from '../../../helpers/entries/shown-entry.ts';
import { privacyHere } from '../../../helpers/processes/privacy-here.ts';
import type { CommandRun } from '../../../helpers/processes/command-run.ts';
import { runPrivacy, settingsFor } from '../../../helpers/processes/run-privacy.ts';

const gateway = useGateway({ clock: realClock });

/** A numbered entry about two people: the resident, and the guardian who read. */
let entry = '';
let number = '';
beforeEach(async () => {
  entry = await readBy('guardian', `{ resident(id: "${cast.resident}") { givenName } me { email } }`);
  number = await numberOf(entry);
});

async function readBy(persona: string, query: string): Promise<string> {
  const { privacy } = await gateway.ask(persona, query);
  await gateway.sequence();
  return privacy.receipt!.entry;
}
async function numberOf(id: string): Promise<string> {
  const [row] = await gateway.database.asOwner<{ seq: string }>('select seq from access_log.entry where id = $1', [id]);
  return row!.seq;
}
const erase = (...given: string[]): Promise<CommandRun> => privacyHere(['erase-approved', ...given], settingsFor(gateway.database));
/** Erases the resident's part of entries. @returns what the command prints of it */
async function eraseOf(entries: readonly string[], input?: object): Promise<{ erased: string[]; loggedAs: string }> {
  await approvedErasure(gateway, entries, input);
  const [done] = JSON.parse((await erase('--json')).stdout);
  await gateway.sequence();
  return done;
}
const segments = async (seq = number): Promise<string[]> => {
  const rows = await gateway.database.asOwner<{ whose: string }>(
    `select coalesce(subject_id::text, content ->> 'kind') as whose from access_log.segment where seq = $1 order by ordinal`,
    [seq],
  );
  return rows.map(({ whose }) => whose);
};
const everyId = ['principal', 'case', cast.resident, cast.guardian];
const logged = (): Promise<unknown[]> => gateway.database.asOwner(`select seq from access_log.entry where role = 'ERASER' order by seq`);

describe('erase-approved', () => {
  test('erases the person’s part, keeps all others and all proofs, and is logged with rule, request and who approved it', async () => {
    const before = await provenLeaves(gateway);
    expect((await segments()).toSorted()).toEqual(everyId.toSorted());
    await approvedErasure(gateway, [entry]);
    const { code, stdout, stderr } = await runPrivacy(['erase-approved', '--json'], settingsFor(gateway.database));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const [printed] = JSON.parse(stdout);
    expect(printed).toEqual({
      erasure: expect.any(String),
      rule: 'COURT_ORDER',
      erased: [expect.stringMatching(new RegExp(`^${number}/[23]$`))],
      loggedAs: expect.any(String),
    });
    expect((await segments()).toSorted()).toEqual(everyId.filter((whose) => whose !== cast.resident).toSorted());

    await gateway.sequence();
    expect((await provenLeaves(gateway)).slice(0, before.length)).toEqual(before);
    const own = await gateway.database.asOwner<{ header: object; contents: object[] }>(
      `select header, (select jsonb_agg(content order by ordinal) from access_log.segment where segment.seq = entry.seq) as contents
       from access_log.full_entry entry where id = $1`,
      [printed.loggedAs],
    );
    expect(own).toEqual([
      {
        header: expect.objectContaining({
          role: 'ERASER',
          purpose: 'RIGHTS_FULFILMENT',
          operationType: 'command',
          rootFields: ['erase-approved', 'COURT_ORDER'],
          outcome: 'ANSWERED',
          authority: expect.stringContaining('Protection of Privacy Act'),
          erases: printed.erased,
        }),
        contents: [
          { kind: 'principal', id: cast.privacyOfficer2 },
          { kind: 'case', case: matters.request, authority: null },
          { kind: 'subject', id: cast.resident, relationship: 'OPEN_REQUEST', released: [], withheld: [] },
        ],
      },
    ]);
    // The proposal no longer holds the data that is to be erased.
    expect(
      await gateway.database.asOwner('select person_id, numbers, entry_id from access_log.erasure where id = $1', [printed.erasure]),
    ).toEqual([{ person_id: null, numbers: [], entry_id: printed.loggedAs }]);
  });

  test('is listed by the verifier in a log without findings', async () => {
    const { erased, loggedAs } = await eraseOf([entry]);
    const { code, stdout } = await privacyHere(['verify-log', '--json'], settingsFor(gateway.database));
    const place = `entry ${erased[0]!.replace('/', ', segment ')}`;
    expect(JSON.parse(stdout)).toMatchObject({
      whole: true,
      findings: [],
      erased: expect.arrayContaining([{ place, by: Number(await numberOf(loggedAs)) }]),
    });
    expect(code).toBe(0);
  });

  test('erases several entries together; who read stays, but in entries about no other person', async () => {
    const own = await readBy('resident', '{ me { givenName } }');
    const ownNumber = await numberOf(own);
    const { erased } = await eraseOf([own, entry]);
    expect(erased).toEqual([expect.stringMatching(`^${number}/[23]$`), `${ownNumber}/0`, `${ownNumber}/2`]);
    expect(await segments()).toContain('principal');
    expect(await segments(ownNumber)).toEqual(['case']);
  });

  test('says what it did, and that nothing is approved, and leaves out what is erased already', async () => {
    await approvedErasure(gateway, [entry]);
    await approvedErasure(gateway, [entry]);
    await proposed(gateway, [entry]);
    const { code, stdout } = await erase();
    expect(code).toBe(0);
    expect(stdout).toMatch(new RegExp(`^Erased under COURT_ORDER: ${number}/[23]; logged as entry [\\da-f-]{36}\\.\\n`));
    expect(await erase()).toEqual({ code: 0, stdout: 'No approved erasure awaits.\n', stderr: '' });
  });

  test('erases nothing if the erasure cannot be logged', async () => {
    const before = await logged();
    await approvedErasure(gateway, [entry]);
    await gateway.database.asOwner('revoke insert on access_log.staged from ntk_eraser');
    try {
      expect(await erase()).toEqual({ code: 2, stdout: '', stderr: 'The access log could not be changed. 42501\n' });
      expect(await segments()).toContain(cast.resident);
    } finally {
      await gateway.database.asOwner('grant insert on access_log.staged to ntk_eraser');
    }
    expect(await logged()).toEqual(before);
    expect((await erase()).code).toBe(0);
  });
});

describe('after an erasure', () => {
  const history =
    'accessHistory(first: 50) { totalCount edges { node { entryId at kind why erasureRule erasedEntries need { kind number } fields by { role } } } }';
  const ofHistory = (data: any): any[] => data.accessHistory.edges.map(({ node }: any) => node);

  test('the person sees that something was erased, under which rule and of how many entries, and not what', async () => {
    const other = await readBy('guardian', `{ resident(id: "${cast.resident}") { givenName } }`);
    const { loggedAs } = await eraseOf([entry, other], { rule: 'ERASURE_REQUEST' });
    const { data, errors } = await gateway.ask('resident', `{ me { ${history} } }`);
    expect(errors).toEqual([]);
    const rows = ofHistory(data.me);
    const shown = rows.map(({ entryId }) => entryId);
    expect(shown).not.toContain(shownEntry('resident', entry));
    expect(shown).not.toContain(shownEntry('resident', other));
    expect(rows.find(({ entryId }) => entryId === shownEntry('resident', loggedAs))).toEqual({
      entryId: expect.any(String),
      at: expect.any(String),
      kind: 'ENTRIES_ERASED',
      why: expect.stringMatching(/^Entries erased from this history, because the person asked for it: 2, under request R-\d{8}, .*\.$/),
      erasureRule: 'ERASURE_REQUEST',
      erasedEntries: 2,
      need: { kind: 'REQUEST', number: expect.stringMatching(/^R-\d{8}$/) },
      fields: [],
      by: { role: null },
    });
    const french = await gateway.ask('resident', `{ me { ${history} } }`, { headers: { 'accept-language': 'fr' } });
    expect(ofHistory(french.data.me).find(({ kind }) => kind === 'ENTRIES_ERASED').why).toContain(' : 2, ');
  });

  test('a guardian is not told of an erasure that the minor asked for alone', async () => {
    // The population is of a fixed day, and the clock is the real one, by which the minor would have come of age.
    await gateway.database.asOwner(`update recreation.resident set birth_date = current_date - interval '16 years' where id = $1`, [
      cast.resident,
    ]);
    const { loggedAs } = await eraseOf([entry]);
    const query = `{ resident(id: "${cast.resident}") { ${history} } }`;
    const shown = async (): Promise<boolean> => {
      const { data } = await gateway.ask('guardian', query);
      return ofHistory(data.resident).some(({ entryId }) => entryId === shownEntry('guardian', loggedAs));
    };
    expect(await shown()).toBe(false);
    await gateway.database.asOwner('update recreation.request set filed_by_id = $2 where id = $1', [matters.request, cast.guardian]);
    expect(await shown()).toBe(true);
    await gateway.database.asOwner('update recreation.request set filed_by_id = null where id = $1', [matters.request]);
  });

  test('reviewers see what was erased, under which rule and who agreed on it, and not whose part it was', async () => {
    await eraseOf([entry]);
    const query = `{ accessEntries(first: 1) { edges { node { number role purpose command erases erasureRule erasureProposedBy { id }
      erasureApprovedBy { id } partner { name } employee { id } subjects { released } } } } }`;
    const { data, errors } = await gateway.ask('reviewer', query, { purpose: 'ACCESS_REVIEW' });
    expect(errors).toEqual([]);
    expect(data.accessEntries.edges[0].node).toEqual({
      number: expect.any(String),
      role: null,
      purpose: 'RIGHTS_FULFILMENT',
      command: 'erase-approved',
      erases: [expect.stringMatching(new RegExp(`^${number}/[23]$`))],
      erasureRule: 'COURT_ORDER',
      erasureProposedBy: { id: cast.privacyOfficer },
      erasureApprovedBy: { id: cast.privacyOfficer2 },
      partner: null,
      employee: null,
      subjects: [],
    });
    // The officer who answers the person is told no number.
    const rights = { purpose: 'RIGHTS_FULFILMENT', case: matters.request };
    const officer = await gateway.ask(
      'privacy-officer',
      '{ accessEntries(first: 5) { edges { node { command erases erasureRule } } } }',
      rights,
    );
    expect(officer.data.accessEntries.edges.map(({ node }: any) => node)).toContainEqual({
      command: 'erase-approved',
      erases: null,
      erasureRule: 'COURT_ORDER',
    });
  });

  test('auditors and the register of disclosures have no error', async () => {
    await eraseOf([entry]);
    const query = '{ accessEntries(first: 50) { edges { node { role command } } } disclosures(first: 50) { edges { node { role } } } }';
    const { data, errors } = await gateway.ask('auditor', query);
    expect(errors).toEqual([]);
    expect(data.disclosures.edges.map((edge: any) => edge.node.role)).not.toContain(null);
  });

  test('a replay counts the erasure, without a policy decision', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'ntk-replay-'));
    const policy = join(directory, 'policy.json');
    writeFileSync(policy, JSON.stringify(linesOf(policyInForce)));
    const { code, stdout } = await privacyHere(['dry-run', '--policy', policy, '--json'], settingsFor(gateway.database));
    rmSync(directory, { recursive: true });
    const printed = JSON.parse(stdout);
    expect(printed.commands).toBeGreaterThan(0);
    expect(printed.erasedSegments).toBeGreaterThan(0);
    expect({ code, rootFields: printed.rootFields }).toEqual({ code: 0, rootFields: [] });
  });
});
