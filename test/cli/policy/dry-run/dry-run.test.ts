import { linesOf } from '../../../../src/engine/policy/declaration/policy.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import type { Policy } from '../../../../src/engine/policy/declaration/policy.ts';
import { withGrant, withRootLine } from '../../../helpers/policy/changed-policy.ts';
import { eraseSegments } from '../../../helpers/entries/change-entries.ts';
import { openGateway, type Asked, type TestGateway } from '../../../helpers/gateway/gateway.ts';
import { privacyHere } from '../../../helpers/processes/privacy-here.ts';
import { runPrivacy, settingsFor } from '../../../helpers/processes/run-privacy.ts';

let gateway: TestGateway;
let directory = '';
const entries: Record<string, string> = {};

const ticketQuery = '{ currentCase { ... on Ticket { requester { givenName phone } } } }';
const counterQuery = `{ resident(id: "${cast.resident}") { birthDate email } }`;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'ntk-dry-run-'));
  gateway = await openGateway();
  const ask = async (name: string, persona: string, query: string, asked: Asked): Promise<void> => {
    const { privacy } = await gateway.ask(persona, query, asked);
    entries[name] = privacy.receipt!.entry;
  };
  await ask('helpdesk', 'support', ticketQuery, { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket });
  await ask('helpdesk again', 'support', ticketQuery, { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket });
  await ask('protected', 'support', ticketQuery, { purpose: 'CUSTOMER_SUPPORT', case: matters.protectedTicket });
  await ask('counter', 'customer-service', counterQuery, { purpose: 'SERVICE_PROVISION', case: matters.encounter });
  await ask('refused', 'support', '{ accounts { edges { node { balance } } } }', { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket });
  await gateway.sequence();
});
afterAll(async () => {
  await gateway.close();
  rmSync(directory, { recursive: true, force: true });
});

function file(policy: Policy): string {
  const path = join(directory, 'policy.json');
  writeFileSync(path, JSON.stringify(linesOf(policy)));
  return path;
}

const settings = () => settingsFor(gateway.database);

async function dryRun(policy: Policy, ...more: string[]): Promise<{ code: number; printed: any }> {
  const { code, stdout, stderr } = await privacyHere(['dry-run', '--policy', file(policy), '--json', ...more], settings());
  expect(stderr).toBe('');
  return { code, printed: JSON.parse(stdout) };
}

const nothing = { rootFields: [], withheld: [], released: [], cannotBeTold: [] };
const helpdesk = { role: 'SUPPORT', purpose: 'CUSTOMER_SUPPORT', relationship: 'ASSIGNED_TICKET' };

describe('dry-run', () => {
  test('finds no difference under the policy in force', async () => {
    const { code, printed } = await dryRun(policyInForce);
    expect(code).toBe(0);
    expect(printed).toMatchObject({ entries: 5, entriesOfAnotherPolicy: 0, erasedSegments: 0, ...nothing });
    expect(printed.inForce).toBe(printed.other);
  });

  test('counts what would have been withheld, only for the data subject whose telephone number was released', async () => {
    const { code, printed } = await dryRun(
      withGrant('support-ticket', (grant) => ({ ...grant, categories: grant.categories.filter((category) => category !== 'TELEPHONE') })),
    );
    expect(code).toBe(1);
    expect(printed).toMatchObject({
      ...nothing,
      withheld: [
        {
          ...helpdesk,
          coordinate: 'Resident.phone',
          entries: 2,
          dataSubjects: 1,
          examples: expect.arrayContaining([entries['helpdesk'], entries['helpdesk again']]),
        },
      ],
    });
  });

  test('counts what would have been released', async () => {
    const { code, printed } = await dryRun(
      withGrant('counter-service', (grant) => ({ ...grant, categories: [...grant.categories, 'BIRTH_DATE'] })),
    );
    expect(code).toBe(1);
    expect(printed).toMatchObject({
      ...nothing,
      released: [
        {
          role: 'CUSTOMER_SERVICE',
          purpose: 'SERVICE_PROVISION',
          relationship: 'ENCOUNTER',
          coordinate: 'Resident.birthDate',
          entries: 1,
          dataSubjects: 1,
          examples: [entries['counter']],
        },
      ],
    });
  });

  test('counts separately what depends on a fact about the data subject, with the condition', async () => {
    const { printed } = await dryRun(withGrant('support-ticket', (grant) => ({ ...grant, when: ['ADDRESS_PROTECTED'] })));
    // A withheld telephone number shows that this person is address-protected, so for that person nothing would change.
    const apart = { ...helpdesk, was: 'RELEASED', dependsOn: ['ADDRESS_PROTECTED'], entries: 2, dataSubjects: 1 };
    expect(printed.withheld).toEqual([]);
    const cannot = (coordinate: string, more: object = {}) => expect.objectContaining({ ...apart, ...more, coordinate });
    expect(printed.cannotBeTold).toEqual([
      cannot('Resident'),
      cannot('Resident.givenName'),
      // Released to an adult of the household, protected or not.
      cannot('Resident.phone', { dependsOn: ['ADDRESS_PROTECTED', 'ADULT_OF_THAT_HOUSEHOLD'] }),
      cannot('Ticket.requester'),
    ]);
  });

  test('a root field that closes withholds all of its entries, and one that opens is counted', async () => {
    const closed = await dryRun(withRootLine('CUSTOMER_SERVICE', 'SERVICE_PROVISION', 'Query.resident', () => undefined));
    const counter = { role: 'CUSTOMER_SERVICE', purpose: 'SERVICE_PROVISION' };
    expect(closed.printed.rootFields).toEqual([
      { ...counter, field: 'Query.resident', effect: 'CLOSES', entries: 1, dataSubjects: 0, examples: [entries['counter']] },
    ]);
    expect(closed.printed.withheld.map(({ coordinate }: { coordinate: string }) => coordinate)).toEqual(['Resident', 'Resident.email']);

    const opened = await dryRun(
      withRootLine('SUPPORT', 'CUSTOMER_SUPPORT', 'Query.resident', (line) => ({ ...line, fields: [...line.fields, 'Query.accounts'] })),
    );
    expect(opened.printed).toMatchObject({
      ...nothing,
      rootFields: [
        {
          role: 'SUPPORT',
          purpose: 'CUSTOMER_SUPPORT',
          field: 'Query.accounts',
          effect: 'OPENS',
          entries: 1,
          examples: [entries['refused']],
        },
      ],
    });
  });

  test('accepts a revision, prints sentences, and names no person', async () => {
    const path = file(
      withGrant('support-ticket', (grant) => ({ ...grant, categories: grant.categories.filter((category) => category !== 'TELEPHONE') })),
    );
    const plain = await runPrivacy(['dry-run', '--policy', path], settings());
    expect(plain.code).toBe(1);
    expect(plain.stdout).toMatch(
      /^5 entries replayed\.\n\nWould have been withheld:\n- Resident\.phone of a data subject whose ticket is assigned to them, from an employee of the helpdesk, for helping with a question to the helpdesk: 2 entries about 1 data subject, for example [\da-f-]{36}, [\da-f-]{36}\.\n$/,
    );
    for (const person of Object.values(cast)) expect(plain.stdout).not.toContain(person);
    const revision = await privacyHere(['dry-run', '--policy', 'HEAD', '--json'], settings());
    expect(JSON.parse(revision.stdout)).toMatchObject({ entries: 5 });
  });

  test('replays only entries from an instant on', async () => {
    // Every entry of this suite has the time 2026-06-15T18:00:00Z.
    expect((await dryRun(policyInForce, '--since', '2026-06-15')).printed).toMatchObject({ entries: 5, since: '2026-06-15T00:00:00.000Z' });
    expect((await dryRun(policyInForce, '--since', '2026-06-15T20:00:00+02:00')).printed.entries).toBe(5);
    expect((await dryRun(policyInForce, '--since', '2026-06-15T18:00:00.001Z')).printed.entries).toBe(0);
  });

  test('reads staged entries, skips erased segments, and infers nothing from another policy’s entries', async () => {
    const { database } = gateway;
    await database.asOwner(
      `with older as (
         insert into access_log.template (id, text)
         select encode(substring(sha256(convert_to(text, 'UTF8')) for 16), 'hex')::uuid, text
         from (select jsonb_set(template, '{policyVersion}', '"an older one"')::text as text from access_log.full_entry where id = $1) changed
         returning id)
       insert into access_log.staged (id, at, role, template_id, views_id, operation_hash, root, leaf, principal_id, case_id, authority_ids, subjects, seen, salts)
       select gen_random_uuid(), at, role, older.id, views_id, operation_hash, root, sha256(''), principal_id, case_id, authority_ids, subjects, seen, salts
       from access_log.entry, older where entry.id = $1`,
      [entries['protected']],
    );
    await eraseSegments(
      database,
      'select seq, ordinal from access_log.segment where ordinal > 1 and seq = (select seq from access_log.entry where id = $1)',
      [entries['helpdesk again']],
    );
    const { code, printed } = await dryRun(
      withGrant('support-ticket', (grant) => ({ ...grant, categories: grant.categories.filter((category) => category !== 'TELEPHONE') })),
    );
    expect(code).toBe(1);
    expect(printed).toMatchObject({ entries: 6, entriesOfAnotherPolicy: 1, erasedSegments: 1 });
    expect(printed.withheld).toEqual([
      expect.objectContaining({ coordinate: 'Resident.phone', entries: 1, examples: [entries['helpdesk']] }),
    ]);
    // Without an inference, a withheld telephone number can be that of any data subject.
    const same = await dryRun(policyInForce);
    expect(same.printed.cannotBeTold).toEqual([
      expect.objectContaining({
        coordinate: 'Resident.phone',
        was: 'WITHHELD',
        dependsOn: ['ADDRESS_PROTECTED', 'ADULT_OF_THAT_HOUSEHOLD'],
        entries: 1,
      }),
    ]);
  });
});
