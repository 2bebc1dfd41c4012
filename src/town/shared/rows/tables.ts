import type { RoleNames } from '../../../platform/postgres/roles/role-names.ts';

/**
 * The keys under which changes were made, so that a repeated change is made once (`idempotency-keys.ts`). Owner and input are keyed
 * digests: the table reveals neither the principal nor the input.
 */
export const idempotencyKeys = ({ gateway }: RoleNames): string => /* sql */ `
  create table recreation.idempotency_key (
    owner text not null,
    key uuid not null,
    input text not null,
    -- What the change made. No reference, because each kind of change makes rows of its own table.
    made uuid not null,
    made_at timestamptz not null,
    primary key (owner, key)
  );
  create index idempotency_key_made_at on recreation.idempotency_key (made_at);
  grant select, insert, delete, update (input, made, made_at) on recreation.idempotency_key to ${gateway};`;
