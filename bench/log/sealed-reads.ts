import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { demoPartners } from '../../demo/partners.ts';
import { cast } from '../../demo/personas.ts';
import { createEntry } from '../../src/log/store/staging/create-entry.ts';
import type { DatabaseRoles } from '../../src/platform/postgres/roles/roles.ts';
import { partners } from '../../src/town/policy/partners/partners.ts';
import type { Entry } from '../../src/log/entry/entry.ts';

const police = demoPartners.LAW_ENFORCEMENT;
const { purpose, mandateKind } = partners.LAW_ENFORCEMENT;

/** Records a court order about a person with an approved seal, so that its reads are hidden from that person. @returns its id */
export async function sealOrder({ owner }: Pick<DatabaseRoles, 'owner'>, person: string): Promise<string> {
  const [order, seal] = [randomUUID(), randomUUID()];
  const client = new Client({ connectionString: owner });
  await client.connect();
  try {
    await client.query(
      `insert into recreation.mandate (id, kind, reference, issuer, partner_id, purpose, categories, valid_from, valid_until, recorded_by, recorded_at)
       values ($1, $2, 'KB-2000', 'Court', $3, $4, '{NAME}', now() - interval '9 days', now() + interval '1 year', $5, now() - interval '9 days')`,
      [order, mandateKind, police.id, purpose, cast.privacyOfficer],
    );
    await client.query('insert into recreation.mandate_subject (mandate_id, resident_id) values ($1, $2)', [order, person]);
    await client.query(
      `insert into recreation.mandate_seal (id, mandate_id, extends, sealed_until, proposed_by, proposed_at)
       values ($1, $2, false, now() + interval '1 year', $3, now() - interval '9 days')`,
      [seal, order, cast.privacyOfficer],
    );
    await client.query(
      "insert into recreation.mandate_seal_approval (seal_id, employee_id, approved_at) select $1, unnest($2::uuid[]), now() - interval '8 days'",
      [seal, [cast.privacyOfficer2, cast.privacyOfficer3]],
    );
  } finally {
    await client.end();
  }
  return order;
}

/** Creates an entry like that of the police reading a person's record under an order. */
export function readUnderOrder(order: string, person: string): Entry {
  return entryAbout(person, 'LAW_ENFORCEMENT', purpose, { principal: police.id, mandate: order, relationship: 'MANDATE' });
}

/** Creates an entry like that of a clerk reading a person's record. */
export function readByClerk(person: string): Entry {
  return entryAbout(person, 'CUSTOMER_SERVICE', 'SERVICE_PROVISION', { principal: cast.clerk, mandate: null, relationship: 'NONE' });
}

interface Read {
  readonly principal: string;
  readonly mandate: string | null;
  readonly relationship: 'MANDATE' | 'NONE';
}

function entryAbout(person: string, role: string, given: string, { principal, mandate, relationship }: Read): Entry {
  return createEntry(
    {
      id: randomUUID(),
      at: new Date().toISOString(),
      role,
      purpose: given,
      authority: 'Freedom of Information and Protection of Privacy Act',
      operationHash: 'd'.repeat(64),
      operationType: 'query',
      rootFields: ['Query.resident'],
      inputs: [],
      policyVersion: 'e'.repeat(64),
      statementVersion: '2020-07-21',
      outcome: 'ANSWERED',
    },
    [
      { kind: 'principal', id: principal },
      { kind: 'case', case: null, authority: mandate },
      { kind: 'subject', id: person, relationship, released: ['Resident.familyName', 'Resident.givenName'], withheld: [] },
    ],
  );
}
