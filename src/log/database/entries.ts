/**
 * The access log: staged entries, and the log as a Merkle tree (RFC 6962) with its entries by month, the index by data subject,
 * tiles and checkpoints.
 */
export const entries = (): string => /* sql */ `
  create schema access_log;

  -- What many entries repeat: members of headers, and lists of views. Its id is the beginning of the SHA-256 of its text (RFC 8785),
  -- so that no role can store another content under it. A template holds nothing personal.
  create table access_log.template (
    id uuid primary key,
    text text not null,
    content jsonb not null generated always as (text::jsonb) stored,
    check (id = encode(substring(sha256(convert_to(text, 'UTF8')) for 16), 'hex')::uuid)
  );

  -- Committed before the answer leaves. The sequencer moves it from here.
  create table access_log.staged (
    id uuid primary key,
    -- In milliseconds, as in the header.
    at timestamptz not null,
    role text not null,
    -- The template with the members of the header that are no columns here, and the template with the list of views.
    template_id uuid not null,
    views_id uuid not null,
    operation_hash bytea not null check (length(operation_hash) = 32),
    erases text[],
    covers text[],
    -- The root of the tree over the segments.
    root bytea not null check (length(root) = 32),
    -- The leaf's data: SHA-256 of the complete header in canonical form.
    leaf bytea not null check (length(leaf) = 32),
    -- The contents of the segments: principal, case with authorities, and the data subjects.
    principal_id uuid,
    case_id uuid,
    authority_ids uuid[],
    subjects uuid[] not null,
    -- The index of each data subject's view; null if each has the first.
    seen smallint[],
    -- The salts, 16 bytes for each segment, in order.
    salts bytea not null,
    -- A row that cannot be numbered would block all others. It is refused here, and with it the answer.
    constraint staged_at_check check (at >= '2000-01-01Z' and at <= '9999-12-31Z' and at = date_trunc('milliseconds', at)),
    -- No regular expressions: they took longer than all other checks together.
    constraint staged_role_check check (length(role) >= 1 and length(role) <= 40 and translate(role, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ_', '') = ''),
    constraint staged_subjects_check check (
      length(salts) = 16 * (2 + cardinality(subjects)) and num_nulls(variadic subjects) = 0
      and (cardinality(subjects) = 0 or array_ndims(subjects) = 1 and array_lower(subjects, 1) = 1)),
    constraint staged_seen_check check (
      seen is null or cardinality(seen) = cardinality(subjects) and num_nulls(variadic seen) = 0 and array_ndims(seen) = 1 and array_lower(seen, 1) = 1)
  ) with (
    toast_tuple_target = 8160,
    -- Every row is deleted soon, and its dead version slows down the search for the next.
    autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_cost_delay = 0
  );
  -- Finds the oldest.
  create index staged_at on access_log.staged (at);

  -- Numbered densely from 0. The month is that of the numbering, so that it grows with the number. A row holds an entry with its segments.
  create table access_log.entry (
    seq bigint not null,
    at timestamptz not null,
    month date not null,
    id uuid not null,
    template_id uuid not null,
    views_id uuid not null,
    principal_id uuid,
    case_id uuid,
    role text not null,
    operation_hash bytea not null,
    root bytea not null,
    authority_ids uuid[],
    subjects uuid[] not null,
    salts bytea not null,
    seen smallint[],
    erases text[],
    covers text[],
    -- The leaf hash (hex) of each erased segment by its ordinal. The segment's id is null here, and its salt is zeros.
    erased jsonb,
    primary key (seq, month),
    unique (id, month)
  ) partition by range (month);
  create index entry_at on access_log.entry (at);

  -- The index by data subject: one row for a person, a batch of the sequencer, and a way in which reads can be sealed.
  create table access_log.posting (
    subject_id uuid not null,
    -- The number of the first entry, and how much further each other one is, all in one batch.
    first_seq bigint not null,
    month date not null,
    -- One of postingKinds.
    kind smallint not null,
    -- The authority of reads that can be sealed with it.
    authority_id uuid,
    further smallint[]
  ) partition by range (month);
  create index posting_subject on access_log.posting (subject_id, kind, first_seq);
  create index posting_authority on access_log.posting (subject_id, authority_id, first_seq) where authority_id is not null;
  -- For the verifier, which reads it by ranges of numbers.
  create index posting_range on access_log.posting using brin (first_seq) with (pages_per_range = 16, autosummarize = on);

  create table access_log.entry_default partition of access_log.entry default;
  create table access_log.posting_default partition of access_log.posting default;

  -- All but hashes is small. What is random cannot be compressed, and is cheapest inline. No statistics hold ids or salts: the eraser
  -- could not forget them there.
  create function access_log.keep_plain(part regclass) returns void language plpgsql set search_path = pg_catalog as $$
  declare
    hidden text;
  begin
    for hidden in select attname from pg_attribute where attrelid = part
      and attname in ('subject_id', 'authority_id', 'further', 'principal_id', 'case_id', 'authority_ids', 'subjects', 'salts', 'erased') loop
      execute format('alter table %s alter column %I set statistics 0', part, hidden);
      continue when hidden not in ('subjects', 'salts');
      execute format('alter table %s alter column %I set storage external', part, hidden);
    end loop;
    if (select relkind from pg_class where oid = part) = 'r' then execute format('alter table %s set (toast_tuple_target = 8160)', part); end if;
  end $$;
  revoke execute on function access_log.keep_plain from public;
  select access_log.keep_plain(each::regclass) from unnest(array[
    'access_log.staged', 'access_log.entry', 'access_log.posting', 'access_log.entry_default', 'access_log.posting_default']) each;

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
  insert into access_log.coverage (since, first_seq) values (now(), 0);`;
