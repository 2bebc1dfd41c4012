import { Client } from 'pg';
import type { DatabaseRoles } from '../../src/database/roles.ts';
import { withoutIndexes } from './without-indexes.ts';

const months = 12;
/** The number of entries about the one person, for any size of the log. */
const entriesOfPerson = 200;

/**
 * Fills a log with numbered entries over twelve months: entries of three openings about people who do not exist,
 * and a few about one existing person. Digests and leaves only have the right length, because the log is only read.
 * @param person a data subject's id
 * @param tick called after each month
 */
export async function fillLog(roles: DatabaseRoles, entries: number, person: string, tick: () => void): Promise<void> {
  const client = new Client({ connectionString: roles.owner });
  await client.connect();
  try {
    await withoutIndexes(client, async () => {
      const each = Math.ceil(entries / months);
      for (let ago = months; ago >= 1; ago -= 1) {
        await client.query(partition(ago));
        const first = (months - ago) * each;
        const last = Math.min(entries, first + each) - 1;
        await client.query(entriesBetween, [ago, first, last]);
        await client.query(openingsBetween, [ago, first, last, Math.floor(entries / entriesOfPerson), person]);
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
    begin ${made('entry')} ${made('opening')} end $$`;
}

const entriesBetween = `
  insert into access_log.entry (month, seq, id, header, digests, leaf, views)
  select ${monthAgo}, seq, gen_random_uuid(), jsonb_build_object(
      'version', 1, 'id', gen_random_uuid(), 'role', 'CUSTOMER_SERVICE', 'purpose', 'SERVICE_PROVISION', 'outcome', 'ANSWERED',
      'at', to_char(${monthAgo} + (seq - $2) * interval '1 second' / 10, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'authority', 'FOIP Act', 'operationHash', repeat('d', 64), 'operationType', 'query', 'rootFields', jsonb_build_array('Query.residents'),
      'inputs', jsonb_build_array(), 'policyVersion', repeat('e', 64), 'statementVersion', '2020-07-21'),
    decode(repeat('ab', 96), 'hex'), decode(repeat('cd', 32), 'hex'),
    '[{"relationship": "NONE", "released": ["Resident.familyName", "Resident.givenName"], "withheld": ["Resident.birthDate"]}]'
  from generate_series($2::bigint, $3::bigint) seq`;

const openingsBetween = `
  insert into access_log.opening (month, seq, ordinal, salt, content, subject_id, seen)
  select ${monthAgo}, seq, ordinal, decode(repeat('ef', 32), 'hex'),
    case ordinal when 0 then '{"kind": "principal", "id": "20000000-0000-4000-8000-000000000001"}'::jsonb
      when 1 then '{"kind": "case", "case": null, "mandate": null}' end,
    case when ordinal = 2 then case when seq % $4 = 0 then $5::uuid else gen_random_uuid() end end,
    case when ordinal = 2 then 0 end
  from generate_series($2::bigint, $3::bigint) seq cross join generate_series(0, 2) ordinal`;
