import { Client } from 'pg';
import { templateOf } from '../../src/log/store/staging/create-entry.ts';
import { postingKinds } from '../../src/log/store/numbering/postings.ts';
import type { DatabaseRoles } from '../../src/platform/postgres/roles/roles.ts';
import { withoutIndexes } from './without-indexes.ts';

const months = 12;
/** The number of entries about the one person, for any size of the log. */
const entriesOfPerson = 200;

/**
 * Fills a log with numbered entries over twelve months: entries of three segments about people who do not exist,
 * and a few about one existing person. Roots and salts only have the right length, because the log is only read.
 * @param person a data subject's id
 * @param tick called after each month
 */
export async function fillLog(roles: DatabaseRoles, entries: number, person: string, tick: () => void): Promise<void> {
  const client = new Client({ connectionString: roles.owner });
  await client.connect();
  try {
    for (const { id, text } of [template, views])
      await client.query('insert into access_log.template (id, text) values ($1, $2)', [id, text]);
    await withoutIndexes(client, async () => {
      const each = Math.ceil(entries / months);
      for (let ago = months; ago >= 1; ago -= 1) {
        await client.query(partition(ago));
        const first = (months - ago) * each;
        const last = Math.min(entries, first + each) - 1;
        await client.query(entriesBetween, [ago, first, last, template.id, views.id, Math.floor(entries / entriesOfPerson), person]);
        await client.query(postingsBetween, [ago, first, last]);
        tick();
      }
    });
    tick();
  } finally {
    await client.end();
  }
}

/** The number of ticks of `fillLog`. */
export const fillTicks = months + 1;

const monthAgo = `(date_trunc('month', now() at time zone 'UTC') - make_interval(months => $1))::date`;

function partition(ago: number): string {
  const made = (table: string): string => `
    execute format('create table access_log.%I partition of access_log.${table} for values from (%L) to (%L)',
      '${table}_' || to_char(start, 'YYYY_MM'), start, (start + interval '1 month')::date);`;
  return `do $$ declare start date := ${monthAgo.replace('$1', String(ago))};
    begin ${made('entry')} ${made('posting')} end $$`;
}

const template = templateOf(
  JSON.stringify({
    authority: 'FOIP Act',
    inputs: [],
    operationType: 'query',
    outcome: 'ANSWERED',
    policyVersion: 'e'.repeat(64),
    purpose: 'SERVICE_PROVISION',
    role: 'CUSTOMER_SERVICE',
    rootFields: ['Query.residents'],
    statementVersion: '2020-07-21',
    version: 2,
  }),
);
const views = templateOf(
  JSON.stringify([{ relationship: 'NONE', released: ['Resident.familyName', 'Resident.givenName'], withheld: ['Resident.birthDate'] }]),
);

const entriesBetween = `
  insert into access_log.entry (month, seq, id, at, role, template_id, views_id, operation_hash, root, principal_id, subjects, salts)
  select ${monthAgo}, seq, gen_random_uuid(),
    date_trunc('milliseconds', ${monthAgo} + (seq - $2) * interval '1 second' / 10) at time zone 'UTC', 'CUSTOMER_SERVICE', $4, $5,
    decode(repeat('ab', 32), 'hex'), decode(repeat('cd', 32), 'hex'), '20000000-0000-4000-8000-000000000001',
    array[case when seq % $6 = 0 then $7::uuid else gen_random_uuid() end], decode(repeat('ef', 48), 'hex')
  from generate_series($2::bigint, $3::bigint) seq`;

const postingsBetween = `
  insert into access_log.posting (subject_id, first_seq, month, kind)
  select subjects[1], seq, month, ${postingKinds.OPEN} from access_log.entry where month = ${monthAgo} and seq between $2 and $3`;
