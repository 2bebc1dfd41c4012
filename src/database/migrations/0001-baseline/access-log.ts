/**
 * The access log: staged entries, and the log as a Merkle tree (RFC 6962) with its entries by month, their openings, tiles and
 * checkpoints.
 */
export const accessLog = /* sql */ `
  create schema access_log;

  -- Committed before the answer leaves. The sequencer moves it from here. Stored inline and uncompressed: nearly
  -- all of it is random, and an attempt to compress it would cost more than the insert.
  create table access_log.staged (
    id uuid primary key,
    -- The header without the digests of its openings.
    header jsonb not null,
    -- SHA-256 digests, 32 bytes for each opening, in order.
    digests bytea not null,
    -- The leaf's data: SHA-256 of the complete header in canonical form.
    leaf bytea not null check (length(leaf) = 32),
    -- The salts, 32 bytes for each opening, in order.
    salts bytea not null,
    -- The contents of the first two openings: principal and case.
    openings jsonb not null,
    -- The data subject of each further opening, and the index of its view.
    subjects uuid[] not null,
    seen smallint[] not null,
    -- The views: relationship, released and withheld coordinates.
    views jsonb not null,
    -- A row that cannot be numbered would block all others. It is refused here, and with it the answer.
    check (length(digests) = length(salts) and length(salts) = 32 * (2 + cardinality(subjects)) and cardinality(subjects) = cardinality(seen)),
    -- No regular expressions: they took longer than all other checks together.
    constraint staged_header_check check (coalesce(
      translate(header ->> 'at', '123456789', '000000000') = '0000-00-00T00:00:00.000Z' and length(header ->> 'role') between 1 and 40
      and translate(header ->> 'role', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ_', '') = '', false)),
    constraint staged_null_check check (num_nulls(variadic subjects) = 0 and num_nulls(variadic seen) = 0),
    check (jsonb_typeof(openings) = 'array' and jsonb_array_length(openings) = 2 and jsonb_typeof(views) = 'array')
  ) with (
    toast_tuple_target = 8160,
    -- Every row is deleted soon, and its dead version slows down the search for the next.
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0
  );
  -- Finds the oldest.
  create index staged_at on access_log.staged ((header ->> 'at'));
  alter table access_log.staged alter header set storage external, alter digests set storage external, alter salts set storage external,
    alter openings set storage external, alter subjects set storage external, alter seen set storage external, alter views set storage external;

  -- Numbered densely from 0. The month is that of the numbering, so that it grows with the number.
  create table access_log.entry (
    month date not null,
    seq bigint not null,
    id uuid not null,
    header jsonb not null,
    digests bytea not null,
    leaf bytea not null,
    views jsonb not null,
    -- Copies for indexes.
    at text not null generated always as (header ->> 'at') stored,
    role text not null generated always as (header ->> 'role') stored,
    primary key (seq, month),
    unique (id, month)
  ) partition by range (month);
  create index entry_at on access_log.entry (at);
  -- An entry with many openings is stored inline: most of it is digests, which cannot be compressed, and storing them
  -- out of line cost more than the row itself.
  alter table access_log.entry alter header set storage external, alter digests set storage external, alter leaf set storage external,
    alter views set storage external;

  -- The openings of the digests, one row each, so that one can be erased; and the index by data subject.
  -- Opening 0 is the principal's and 1 the case's; both hold their content. Every other is a data subject's.
  create table access_log.opening (
    month date not null,
    seq bigint not null,
    ordinal integer not null,
    salt bytea not null,
    content jsonb,
    subject_id uuid,
    seen smallint,
    primary key (seq, ordinal, month),
    check (case when ordinal < 2 then num_nulls(content, subject_id, seen) = 2 and content is not null
      else num_nulls(content, subject_id, seen) = 1 and content is null end)
  ) partition by range (month);
  create index opening_subject on access_log.opening (subject_id, seq) where subject_id is not null;

  create table access_log.entry_default partition of access_log.entry default with (toast_tuple_target = 8160);
  create table access_log.opening_default partition of access_log.opening default;

  -- The tree's tiles (C2SP tlog-tiles); each grows until it holds 256 hashes. Level -1 holds the entry bundles.
  -- A partial tile is a prefix of the stored one.
  create table access_log.tile (
    level smallint not null,
    index bigint not null,
    data bytea not null,
    primary key (level, index)
  );
  alter table access_log.tile alter data set storage external;

  -- The newest checkpoint (C2SP tlog-checkpoint), in a single row.
  create table access_log.checkpoint (
    single boolean primary key default true check (single),
    size bigint not null,
    note text not null
  );

  -- Checkpoints that witnesses have cosigned (C2SP tlog-cosignature).
  create table access_log.cosignature (
    size bigint not null,
    witness text not null,
    -- POSIX seconds, by the witness's clock.
    time bigint not null,
    -- The checkpoint as signed by the log, with the witness's line.
    note text not null,
    line text not null,
    primary key (size, witness)
  );

  -- The number and the time from which the log is complete. Earlier entries are past their retention.
  create table access_log.coverage (
    single boolean primary key default true check (single),
    since timestamptz not null,
    first_seq bigint not null
  );
  insert into access_log.coverage (since, first_seq) values (now(), 0);

  -- Each opening with the content that its digest was made of.
  create view access_log.opened with (security_invoker) as
  select opening.month, opening.seq, opening.ordinal, opening.salt, opening.subject_id,
    case opening.ordinal when 0 then 'principal' when 1 then 'case' else 'subject' end as kind,
    coalesce(opening.content, entry.views -> opening.seen || jsonb_build_object('kind', 'subject', 'id', opening.subject_id)) as content
  from access_log.opening join access_log.entry on entry.seq = opening.seq and entry.month = opening.month;`;
