import { Migration } from '@mikro-orm/migrations';

/** The access log. The gateway stages and reads entries, the sequencer numbers them, and no role changes them. */
export class Migration0002AccessLog extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      create schema access_log;

      -- Committed before the answer leaves. The sequencer moves it from here.
      create table access_log.staged (
        id uuid primary key,
        header jsonb not null,
        leaf_hash bytea not null,
        openings jsonb not null
      );

      -- Numbered densely from 0.
      create table access_log.entry (
        seq bigint primary key,
        id uuid not null unique,
        header jsonb not null,
        leaf_hash bytea not null
      );

      -- The openings of the header's digests, one row each, so that one can be erased.
      create table access_log.opening (
        seq bigint not null references access_log.entry,
        ordinal integer not null,
        kind text not null check (kind in ('principal', 'case', 'subject')),
        salt bytea not null,
        content jsonb not null,
        primary key (seq, ordinal)
      );

      -- The data subjects of each entry.
      create table access_log.subject (
        subject_id uuid not null,
        seq bigint not null references access_log.entry,
        primary key (subject_id, seq)
      );

      grant usage on schema access_log to ntk_gateway, ntk_sequencer;
      grant insert, select on access_log.staged to ntk_gateway;
      grant select on access_log.entry, access_log.opening, access_log.subject to ntk_gateway;
      grant select, delete on access_log.staged to ntk_sequencer;
      grant select, insert on access_log.entry, access_log.opening, access_log.subject to ntk_sequencer;
    `);
  }
}
