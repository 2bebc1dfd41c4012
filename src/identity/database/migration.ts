import type { SchemaMigration } from '../../platform/postgres/migrations/database-schema.ts';
import { accounts } from './accounts.ts';
import { artifacts } from './artifacts.ts';
import { registrations } from './registrations.ts';

/** Makes accounts, sessions and what the authorization server stores. */
export const identityMigration: SchemaMigration = {
  name: '0003-identity',
  sql: (roles) => ['create schema identity;', accounts(roles), artifacts(roles), registrations(roles)].join('\n'),
};
