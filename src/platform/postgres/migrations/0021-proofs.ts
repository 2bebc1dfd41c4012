import type { RoleNames } from '../role-names.ts';

/** A DPoP proof is used up by the statement that stores the entry of its request. The gateway can no longer store one by itself. */
export const proofs = ({ gateway }: RoleNames): string => /* sql */ `
  -- Whether this is the first use of a proof, on any instance. Use is remembered until then.
  create function identity.use_proof(proof bytea, until timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
  begin
    insert into identity.replay (digest, expires_at) values (proof, until) on conflict (digest) do nothing;
    return found;
  end $$;
  -- Proofs expire in about the order in which they come.
  drop index identity.replay_expires_at;
  create index replay_expires_at on identity.replay using brin (expires_at);
  revoke execute on function identity.use_proof from public;
  revoke select (digest), insert on identity.replay from ${gateway};
  grant execute on function identity.use_proof to ${gateway};`;
