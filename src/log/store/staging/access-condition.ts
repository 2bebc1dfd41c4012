/** The access that must be in force for an entry to be stored: everything of a principal that can be withdrawn while its token is valid. */
export interface HeldAccess {
  readonly id: string | undefined;
  readonly role: string;
  /** The authority that an outside organisation acts under, unless it is refused already. */
  readonly authorityId: string | undefined;
  /** The dependencies of a token of the embedded authorization server; undefined: another issuer's token, or none. */
  readonly credential?: Credential | undefined;
  /** The digest of the id of a browser's session; undefined: it asks with a token, or with nothing. */
  readonly session?: Buffer | undefined;
  /** A proof of possession that the request uses up; undefined: its token needs none. */
  readonly proof?: { readonly digest: Buffer; readonly until: Date } | undefined;
}

/** The grant and key of a token. It ends with either of them. */
export interface Credential {
  /** The account that signed in; undefined: a partner’s client. */
  readonly account?: string | undefined;
  /** The digest of the grant that a person gave an app; for a partner’s token, its own digest. */
  readonly grant: Buffer;
  /** The id of the key that signed it or, of a partner’s token, the assertion of its client. */
  readonly key?: string | undefined;
  /** The registration of a partner’s client. */
  readonly client?: string | undefined;
}

/**
 * Whether access is in force, as SQL. An application gives it, because it knows who may act. It names no condition of time: withdrawn
 * access is refused regardless of the clocks of the gateway and the database.
 */
export interface AccessCondition {
  /** A predicate over a row `held` with `heldColumns`. It uses up a proof. */
  readonly predicate: string;
}

/** The columns of a row `held`, with their types. */
const heldColumns = {
  held_by: 'uuid',
  held_role: 'text',
  held_authority: 'uuid',
  held_grant: 'bytea',
  held_key: 'text',
  held_account: 'uuid',
  held_client: 'uuid',
  held_session: 'bytea',
  held_proof: 'bytea',
  held_proof_until: 'timestamptz',
} as const;
export const heldNames = Object.keys(heldColumns).join(', ');
export const heldTypes = Object.values(heldColumns);

/** The values of these columns. @param held undefined: no one in particular, whose access cannot end */
export function heldValues(held: HeldAccess | undefined): readonly unknown[] {
  const { grant = null, key = null, account = null, client = null } = held?.credential ?? {};
  const { id = null, role = null, authorityId = null, session = null, proof } = held ?? {};
  return [id, role, authorityId, grant, key, account, client, session, proof?.digest ?? null, proof?.until ?? null];
}

/** The statement that tells whether held access is in force, as `inForce`. */
export function inForceStatement(
  { predicate }: AccessCondition,
  held: HeldAccess | undefined,
): { readonly text: string; readonly values: unknown[] } {
  const given = heldTypes.map((type, at) => `$${at + 1}::${type}`).join(', ');
  return {
    text: `select ${predicate} as "inForce" from (values (${given})) as held (${heldNames})`,
    values: [...heldValues(held)],
  };
}
