import type { RoleNames } from '../../platform/postgres/roles/role-names.ts';

/**
 * The tables of the authorization server. Credentials are stored as SHA-256 digests: reading these tables does not
 * allow a sign-in.
 */
export const artifacts = ({ gateway, identity }: RoleNames): string => /* sql */ `
  -- Codes, tokens, grants and sessions: one row each, as oidc-provider's adapters store them.
  create table identity.artifact (
    -- The digest of model and id, see identity/server/tokens/seal.ts.
    id bytea primary key check (octet_length(id) = 32),
    model text not null,
    -- The digest of the grant's row: revoking the grant ends all that was issued under it.
    grant_id bytea check (octet_length(grant_id) = 32),
    uid text,
    user_code text,
    -- Without the id itself.
    payload jsonb not null,
    consumed_at timestamptz,
    expires_at timestamptz not null
  );
  create index artifact_grant on identity.artifact (grant_id) where grant_id is not null;
  create unique index artifact_uid on identity.artifact (model, uid) where uid is not null;
  create unique index artifact_user_code on identity.artifact (model, user_code) where user_code is not null;
  create index artifact_expires_at on identity.artifact (expires_at);

  -- The subject of an artifact begins with the id of its account.
  create index artifact_account on identity.artifact (left(payload ->> 'accountId', 36)) where payload ->> 'accountId' is not null;

  -- The keys that sign tokens. The newest that may sign does; the others are believed until their time is over.
  create table identity.signing_key (
    kid text primary key,
    public_jwk jsonb not null,
    -- The private key, encrypted with the secret identity-keys.
    sealed bytea not null,
    made_at timestamptz not null,
    signs_from timestamptz not null,
    -- Null: until a newer key replaces it.
    believed_until timestamptz,
    -- Set: nothing that it signed is believed, from the next request on.
    withdrawn_at timestamptz
  );

  -- What may be used once: DPoP proofs (RFC 9449, 11.1) and client assertions (RFC 7523), by digest, until they expire.
  create table identity.replay (
    digest bytea primary key check (octet_length(digest) = 32),
    expires_at timestamptz not null
  );

  -- They expire in about the order in which they come.
  create index replay_expires_at on identity.replay using brin (expires_at);

  -- Whether this is the first use of a proof, on any instance. Use is remembered until then.
  create function identity.use_proof(proof bytea, until timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog as $$
  begin
    insert into identity.replay (digest, expires_at) values (proof, until) on conflict (digest) do nothing;
    return found;
  end $$;
  revoke execute on function identity.use_proof from public;
  grant execute on function identity.use_proof to ${gateway};

  -- The tokens of partners, by digest, with the key that its client proved itself with: the gateway reads one at every request.
  create view identity.partner_token as
    select token.id, token.payload ->> 'clientId' as client_id, token.payload ->> 'jkt' as jkt, token.payload ->> 'aud' as audience,
      token.payload -> 'rar' as details, token.expires_at, token.payload -> 'extra' ->> 'client_key' as client_key
    from identity.artifact token where token.model = 'ClientCredentials';
  grant usage on schema identity to ${gateway}, ${identity};
  grant select, insert, update, delete on identity.artifact to ${identity};
  grant select, insert, update (believed_until, withdrawn_at) on identity.signing_key to ${identity};
  grant select, insert, delete on identity.replay to ${identity};

  -- Whether a grant is in force, which keys are believed, and whether a proof was used: nothing that opens a token.
  grant select (id, model, grant_id, consumed_at, expires_at) on identity.artifact to ${gateway};
  grant select (kid, public_jwk, made_at, believed_until, withdrawn_at) on identity.signing_key to ${gateway};
  grant select on identity.partner_token to ${gateway};`;
