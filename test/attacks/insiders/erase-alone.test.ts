import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { cast, matters } from '../../../demo/personas.ts';
import { sequencerLock } from '../../../src/log/store/numbering/sequencer.ts';
import { stageStatement } from '../../../src/log/store/staging/stage.ts';
import { commandEntry, type Command } from '../../../src/cli/log/change/command-entry.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import { approvedErasure, approveErasure, erasuresAwaiting, proposed, proposeErasure } from '../../helpers/entries/erasures.ts';
import { openGateway, type Answered, type TestGateway } from '../../helpers/gateway/gateway.ts';
import { realClock } from '../../helpers/time/live-today.ts';
import { privacyHere } from '../../helpers/processes/privacy-here.ts';
import { settingsFor } from '../../helpers/processes/run-privacy.ts';
import { shownEntry } from '../../helpers/entries/shown-entry.ts';
import { conflict, outcomeOf } from '../../helpers/identity/staff-office.ts';

// The attacker wants to hide that the police read a resident's record. They have the eraser's password, or are an officer.
let gateway: TestGateway;
let asEraser: Client;
let asGateway: Client;
beforeAll(async () => {
  gateway = await openGateway({ clock: realClock });
  asEraser = new Client({ connectionString: gateway.database.roles.eraser });
  asGateway = new Client({ connectionString: gateway.database.roles.gateway });
  await Promise.all([asEraser.connect(), asGateway.connect()]);
});
afterAll(async () => {
  await Promise.all([asEraser.end(), asGateway.end()]);
  await gateway.close();
});

const asOwner = (text: string, values: unknown[] = []) => gateway.database.asOwner<any>(text, values);
const eraseAll = () => privacyHere(['erase-approved', '--json'], settingsFor(gateway.database));

/** A read of the police about the resident, and its number. */
let read = '';
let number = '';
beforeEach(async () => {
  read = await readAs('police');
  number = await numberOf(read);
});
afterEach(async () => {
  await asOwner('delete from access_log.erasure where entry_id is null');
  await asOwner('update recreation.employee set invited_by = null, invited_at = null, accepted_at = null where id = any($1)', [
    [cast.privacyOfficer, cast.privacyOfficer2],
  ]);
});

async function readAs(persona: string, asked: object = {}): Promise<string> {
  const { privacy } = await gateway.ask(persona, `{ resident(id: "${cast.resident}") { givenName } }`, asked);
  await gateway.sequence();
  return privacy.receipt!.entry;
}
async function numberOf(entry: string): Promise<string> {
  return (await asOwner('select seq::text as seq from access_log.entry where id = $1', [entry]))[0].seq;
}
/** Whether the resident sees who read, and who it was. */
async function isShown(entry = read): Promise<boolean> {
  const { data } = await gateway.ask('resident', '{ me { accessHistory(first: 100) { edges { node { entryId by { role } } } } } }');
  const found = data.me.accessHistory.edges.find(({ node }: any) => node.entryId === shownEntry('resident', entry));
  return found !== undefined && found.node.by.role !== null;
}
/** The outcome of some SQL: its SQLSTATE, or DONE. */
async function outcome(client: Client, text: string, values: unknown[] = []): Promise<string> {
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [sequencerLock]);
    await client.query(text, values);
    await client.query('commit');
    return 'DONE';
  } catch (error) {
    await client.query('rollback');
    return (error as { code: string }).code;
  }
}
/** Stages an entry as the eraser, and carries the erasure out with it. */
async function carryOut(erasure: string, changed: Partial<Command>, hashes: readonly Buffer[] = [Buffer.alloc(32)]): Promise<string> {
  const entry = commandEntry(
    policyInForce,
    {
      name: 'erase-approved',
      rule: 'COURT_ORDER',
      role: 'ERASER',
      purpose: 'RIGHTS_FULFILMENT',
      erases: [`${number}/2`],
      principal: cast.privacyOfficer2,
      case: matters.request,
      subjects: [{ kind: 'subject', id: cast.resident, relationship: 'OPEN_REQUEST', released: [], withheld: [] }],
      ...changed,
    },
    new Date(),
  );
  const { text, values } = stageStatement([entry]);
  await asEraser.query('begin');
  try {
    await asEraser.query('select pg_advisory_xact_lock($1)', [sequencerLock]);
    await asEraser.query(text, values);
    await asEraser.query('select access_log.erase_approved($1, $2, $3)', [erasure, entry.header.id, hashes]);
    return 'DONE';
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await asEraser.query('rollback');
  }
}

describe('the eraser’s password alone', () => {
  const eraseApproved = 'select access_log.erase_approved($1, gen_random_uuid(), $2)';
  const hash = Buffer.alloc(32);

  test('erases no segment and approves nothing', async () => {
    const erasure = await proposed(gateway, [read]);
    const tried: string[] = [];
    for (const [text, values] of [
      [`select access_log.erase(${number}, 2, sha256(''))`, []],
      [`select access_log.erase(${number}, 0, sha256(''))`, []],
      [eraseApproved, [randomUUID(), [hash]]],
      [eraseApproved, [erasure, [hash]]],
      ['update access_log.erasure set approved_by = proposed_by, approved_at = now()', []],
      [`insert into access_log.erasure select gen_random_uuid(), rule, reason, request_id, person_id, numbers from access_log.erasure`, []],
      [`update access_log.entry set subjects = '{}'`, []],
      [`delete from access_log.posting`, []],
      // Entries that are younger than the retention of the policy.
      [`select access_log.prune_months((date_trunc('month', now() at time zone 'UTC') - interval '1 year')::date)`, []],
      [`select access_log.prune_months((date_trunc('month', now() at time zone 'UTC') - interval '6 years 11 months')::date)`, []],
    ] as const)
      tried.push(await outcome(asEraser, text, [...values]));
    expect(tried).toEqual(['42501', '42501', 'NTK03', 'NTK03', '42501', '42501', '42501', '42501', '22023', '22023']);
    expect(await eraseAll()).toMatchObject({ code: 0, stdout: '[]\n' });
    expect(await isShown()).toBe(true);
  });

  test('erases no more and nothing else than what was approved, and tells of it whom it concerns', async () => {
    const other = await readAs('police');
    const erasure = await approvedErasure(gateway, [read]);
    expect(await carryOut(erasure, {})).toBe('DONE');
    const twice = ['one more entry', 'who read'];
    const found: Record<string, string> = {
      'another entry': await carryOut(erasure, { erases: [`${await numberOf(other)}/2`] }),
      'one more entry': await carryOut(erasure, { erases: [`${number}/2`, `${await numberOf(other)}/2`] }, [hash, hash]),
      'who read': await carryOut(erasure, { erases: [`${number}/0`, `${number}/2`] }, [hash, hash]),
      'another rule': await carryOut(erasure, { rule: 'ERASURE_REQUEST' }),
      'without the person': await carryOut(erasure, { subjects: [] }),
      'without who approved': await carryOut(erasure, { principal: cast.privacyOfficer3 }),
      'without the request': await carryOut(erasure, { case: matters.protectedRequest }),
      'without an entry': await outcome(asEraser, eraseApproved, [erasure, [hash]]),
    };
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, twice.includes(name) ? '22023' : 'NTK03'])));
    expect([await carryOut(erasure, {}, []), await carryOut(erasure, {}, [hash, hash])]).toEqual(['22023', '22023']);
    expect(JSON.parse((await eraseAll()).stdout)).toMatchObject([{ erasure, erased: [`${number}/2`] }]);
    expect([await isShown(), await isShown(other)]).toEqual([false, true]);
  });

  test('uses an approval once, and within 30 days', async () => {
    const erasure = await approvedErasure(gateway, [read]);
    await gateway.sequence();
    /** Moves the proposal and its approval in time, with their entries. */
    const move = async (days: number): Promise<void> => {
      const by = `make_interval(days => ${days})`;
      await asOwner(`update access_log.erasure set proposed_at = proposed_at + ${by}, approved_at = approved_at + ${by} where id = $1`, [
        erasure,
      ]);
      await asOwner(
        `update access_log.entry set at = at + ${by} where seq in (select seq from access_log.full_entry
         where template -> 'rootFields' ?| array['Mutation.proposeErasure', 'Mutation.approveErasure'])`,
      );
    };
    await move(-31);
    expect(await carryOut(erasure, {})).toBe('NTK03');
    expect((await eraseAll()).stdout).toBe('[]\n');
    await move(2);
    expect(await carryOut(erasure, {})).toBe('DONE');
    await move(29);
    expect(JSON.parse((await eraseAll()).stdout)).toHaveLength(1);
    expect(await carryOut(erasure, {})).toBe('NTK03');
    expect((await eraseAll()).stdout).toBe('[]\n');
    expect(outcomeOf(await approveErasure(gateway, erasure))).toEqual(conflict('ALREADY_APPROVED'));
  });
});

describe('one officer alone', () => {
  test('approves no own proposal, and has no second officer who is not independent', async () => {
    const erasure = await proposed(gateway, [read]);
    const asked = { case: matters.request };
    expect(outcomeOf(await approveErasure(gateway, erasure, 'privacy-officer', asked))).toEqual(conflict('OWN_PROPOSAL'));
    await asOwner('update recreation.employee set invited_by = $2, invited_at = now(), accepted_at = now() where id = $1', [
      cast.privacyOfficer2,
      cast.privacyOfficer,
    ]);
    expect(await erasuresAwaiting(gateway, 'privacy-officer-2')).not.toContain(erasure);
    expect(outcomeOf(await approveErasure(gateway, erasure))).toEqual(conflict('NOT_INDEPENDENT'));
    // Not even if the gateway lets it through.
    await asOwner('update access_log.erasure set approved_by = $2, approved_at = now() where id = $1', [erasure, cast.privacyOfficer2]);
    expect(await carryOut(erasure, {})).toBe('NTK03');
    expect((await eraseAll()).code).toBe(1);
    expect(await isShown()).toBe(true);
  });

  test('needs a fresh passkey for both, and no other role has a part in it', async () => {
    const assurance = { acr: 'phr', provenAt: new Date(Date.now() - 3_600_000) };
    const erasure = await proposed(gateway, [read]);
    const answers = [
      await proposeErasure(gateway, [read], { assurance }),
      await approveErasure(gateway, erasure, 'privacy-officer-2', { assurance }),
      await approveErasure(gateway, erasure, 'reviewer', { purpose: 'ACCESS_REVIEW' }),
      await approveErasure(gateway, erasure, 'support', { purpose: 'CUSTOMER_SUPPORT' }),
    ];
    expect(answers.map(({ codes }) => codes[0])).toEqual([
      'STEP_UP_NEEDED',
      'STEP_UP_NEEDED',
      'FIELD_NOT_PERMITTED',
      'FIELD_NOT_PERMITTED',
    ]);
  });

  test('has what was proposed approved as it is: nothing of it changes any more, not even by the gateway’s role', async () => {
    const erasure = await proposed(gateway, [read]);
    for (const column of ['id', 'rule', 'reason', 'request_id', 'person_id', 'numbers', 'proposed_by', 'proposed_at', 'entry_id'])
      expect(await outcome(asGateway, `update access_log.erasure set ${column} = ${column}`)).toBe('42501');
    expect(await outcome(asGateway, 'delete from access_log.erasure')).toBe('42501');
    const again = `insert into access_log.erasure (id, rule, reason, request_id, person_id, numbers, proposed_by, proposed_at)
      select id, rule, reason, request_id, person_id, '{0}', proposed_by, proposed_at from access_log.erasure where id = $1`;
    expect(await outcome(asGateway, again, [erasure])).toBe('23505');
    expect(await outcome(asGateway, 'update access_log.erasure set approved_by = proposed_by, approved_at = now()')).toBe('23514');
    expect(await outcome(asGateway, `select access_log.erase_approved($1, $1, '{}')`, [erasure])).toBe('42501');
  });

  test('names no entry that the person may not see, no own read and no erasure', async () => {
    const own = await readAs('privacy-officer', { purpose: 'RIGHTS_FULFILMENT', case: matters.request });
    await approvedErasure(gateway, [await readAs('police')]);
    const [{ loggedAs }] = JSON.parse((await eraseAll()).stdout);
    await gateway.sequence();
    const ofOther = (await gateway.ask('neighbour', '{ me { givenName } }')).privacy.receipt!.entry;
    await gateway.sequence();
    const outcomes: Answered[] = [];
    for (const entry of [own, loggedAs, ofOther]) outcomes.push(await proposeErasure(gateway, [read, entry]));
    expect(outcomes.map(outcomeOf)).toEqual([conflict('NOT_ERASABLE'), conflict('NOT_ERASABLE'), ['NOT_FOUND', undefined]]);

    await asOwner(
      `with seal as (insert into recreation.mandate_seal (id, mandate_id, sealed_until, extends, proposed_by, proposed_at)
         values (gen_random_uuid(), $1, now() + interval '1 day', false, $2, now()) returning id)
       insert into recreation.mandate_seal_approval select seal.id, unnest($3::uuid[]), now() from seal`,
      [matters.courtOrder, cast.privacyOfficer, [cast.privacyOfficer2, cast.privacyOfficer3]],
    );
    expect(outcomeOf(await proposeErasure(gateway, [read]))).toEqual(['NOT_FOUND', undefined]);
    await asOwner('delete from recreation.mandate_seal_approval; delete from recreation.mandate_seal');
    expect((await proposeErasure(gateway, [read])).codes).toEqual([]);
  });

  test('approves no erasure of an own read', async () => {
    const { privacy } = await gateway.ask(
      'privacy-officer-2',
      `{ residents(first: 1) { edges { node { id } } } resident(id: "${cast.resident}") { givenName } }`,
      {
        purpose: 'MANDATE_ADMINISTRATION',
      },
    );
    await gateway.sequence();
    await asOwner(`update access_log.entry set at = now() - interval '2 days' where id = $1`, [privacy.receipt!.entry]);
    const erasure = await proposed(gateway, [privacy.receipt!.entry]);
    expect(await erasuresAwaiting(gateway, 'privacy-officer-2')).not.toContain(erasure);
    expect(outcomeOf(await approveErasure(gateway, erasure))).toEqual(conflict('NOT_ERASABLE'));
    expect(await erasuresAwaiting(gateway, 'privacy-officer-3')).toContain(erasure);
  });
});
