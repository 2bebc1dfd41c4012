import { sql, type Sql } from '../../../platform/sql/sql.ts';
import { sealedMandates } from './sealed-orders.ts';

/**
 * SQL: the mandates, as `unsealed (id)`, under which the person `asked.person_id` was read and that are not sealed now. It looks into the
 * index by data subject once for each mandate, whatever the number of reads.
 */
export function unsealedMandates(now: Date): Sql {
  return sql`(
    with recursive mandates (id) as (
      (${nextMandate(sql`true`)})
      union all select (${nextMandate(sql`posting.authority_id > mandates.id`)}) from mandates where mandates.id is not null
    )
    select mandates.id from mandates where mandates.id <> all(${sealedMandates(now)})) unsealed`;
}

function nextMandate(beyond: Sql): Sql {
  return sql`select posting.authority_id from access_log.posting where posting.subject_id = asked.person_id and posting.authority_id is not null
    and ${beyond} order by posting.authority_id limit 1`;
}
