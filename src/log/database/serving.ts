import type { RoleNames } from '../../platform/postgres/roles/role-names.ts';

/** The tables for serving the log: its secrets in use, and its publications. */
export const serving = ({ gateway, sequencer, identity }: RoleNames): string => /* sql */ `
  -- By fingerprint (bind-secrets.ts). A role that serves can add one and change none: with another pseudonyms secret, partners would get
  -- other pseudonyms.
  create table access_log.bound_secret (name text primary key, fingerprint text not null);
  grant select, insert on access_log.bound_secret to ${gateway}, ${sequencer}, ${identity};

  create table access_log.publication (
    single boolean primary key default true check (single),
    -- With it, padding can be told from entries: log/tree/padding.ts.
    padding_key bytea not null check (octet_length(padding_key) = 32),
    -- The number of the last published period since 1970; several sequencers publish each one once.
    period bigint not null,
    -- How many values of access_log.decoy have a leaf.
    decoys bigint not null,
    -- The month under which the newest entry is stored.
    month date not null
  );

  insert into access_log.publication (padding_key, period, decoys, month)
  values (sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')), 0, 0, '-infinity');

  -- One value for each failure with an account that nobody has: such a failure gets as many leaves as one with an account. A sequence,
  -- because a row that is counted up would make strangers wait for each other.
  create sequence access_log.decoy;
  grant select on access_log.publication to ${gateway};
  grant select, update (period, decoys, month) on access_log.publication to ${sequencer};
  grant select on sequence access_log.decoy to ${sequencer};
  grant usage on sequence access_log.decoy to ${identity};`;
