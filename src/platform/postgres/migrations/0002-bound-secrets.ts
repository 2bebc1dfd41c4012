import type { RoleNames } from '../role-names.ts';

/** Which secrets the database is served with, by fingerprint (`bind-secrets.ts`). A role that serves can add one and change none. */
export const boundSecrets = ({ gateway, sequencer }: RoleNames): string => /* sql */ `
  create table access_log.bound_secret (name text primary key, fingerprint text not null);
  grant select, insert on access_log.bound_secret to ${gateway}, ${sequencer};`;
