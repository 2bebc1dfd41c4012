import type { ClientBase } from 'pg';

/** Loads the log's tables without their indexes and creates these afterwards, which is faster for many rows. */
export async function withoutIndexes(client: ClientBase, load: () => Promise<void>): Promise<void> {
  await client.query(`set synchronous_commit = off; set maintenance_work_mem = '512MB'`);
  await client.query(`
    drop index access_log.posting_subject, access_log.posting_authority, access_log.entry_at;
    alter table access_log.entry drop constraint entry_pkey, drop constraint entry_id_month_key`);
  await load();
  await client.query(`
    alter table access_log.entry add primary key (seq, month), add unique (id, month);
    create index entry_at on access_log.entry (at);
    create index posting_subject on access_log.posting (subject_id, kind, first_seq);
    create index posting_authority on access_log.posting (subject_id, authority_id, first_seq) where authority_id is not null`);
  await client.query('vacuum (analyze) access_log.entry, access_log.posting');
}
