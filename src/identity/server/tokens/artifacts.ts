import { errors, type Adapter, type AdapterPayload } from 'oidc-provider';
import { sql, type Database } from '../../../platform/sql/sql.ts';
import { digestOf } from './seal.ts';

interface Row {
  readonly payload: AdapterPayload;
  /** Seconds since the epoch. */
  readonly consumed: number | null;
}

/**
 * A session that was signed out is not there any more, but its row is: until that is removed, the session is stored again under neither
 * its id nor its uid (accounts/end-sign-ins.ts).
 */
const isThere = sql`(model <> 'Session' or consumed_at is null)`;

/**
 * Keeps the artifacts of one model in `identity.artifact`, as oidc-provider's adapters do. An id is stored as a digest, and the payload
 * without what would reveal it. An expired row is found until it is removed: oidc-provider reads the expiry itself.
 */
export class Artifacts implements Adapter {
  readonly #database: Database;
  readonly #model: string;

  constructor(database: Database, model: string) {
    this.#database = database;
    this.#model = model;
  }

  /** @param expiresIn seconds */
  async upsert(id: string, payload: AdapterPayload, expiresIn: number): Promise<void> {
    const { uid, userCode, grantId } = payload;
    const grant = this.#model === 'Grant' || grantId === undefined ? null : digestOf('Grant', grantId);
    const until = new Date(Date.now() + expiresIn * 1_000);
    await sql`insert into identity.artifact (id, model, grant_id, uid, user_code, payload, expires_at)
      values (${digestOf(this.#model, id)}, ${this.#model}, ${grant}, ${uid ?? null}, ${userCode ?? null}, ${withoutId(payload, id)}, ${until})
      on conflict (id) do update set payload = excluded.payload, uid = excluded.uid, expires_at = excluded.expires_at
      where artifact.consumed_at is null`.execute(this.#database);
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    const { rows } = await sql<Row>`select payload, extract(epoch from consumed_at)::float8 as consumed
      from identity.artifact where id = ${digestOf(this.#model, id)} and ${isThere}`.execute(this.#database);
    const found = payloadOf(rows[0]);
    return found && withId(found, id);
  }

  /** The payload has no id: no one can sign in with what a `uid` finds. */
  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    const { rows } = await sql<Row>`select payload, extract(epoch from consumed_at)::float8 as consumed
      from identity.artifact where model = ${this.#model} and uid = ${uid} and ${isThere}`.execute(this.#database);
    return payloadOf(rows[0]);
  }

  async findByUserCode(userCode: string): Promise<AdapterPayload | undefined> {
    const { rows } = await sql<Row>`select payload, extract(epoch from consumed_at)::float8 as consumed
      from identity.artifact where model = ${this.#model} and user_code = ${userCode}`.execute(this.#database);
    return payloadOf(rows[0]);
  }

  /**
   * Marks an artifact as used. Of two uses at the same time one comes second: then all that was issued under the grant ends, as for a
   * use that comes later (RFC 9700, 4.14.2).
   * @throws InvalidGrant if it was used already, or is gone
   */
  async consume(id: string): Promise<void> {
    const digest = digestOf(this.#model, id);
    const { rows } =
      await sql`update identity.artifact set consumed_at = now() where id = ${digest} and consumed_at is null returning id`.execute(
        this.#database,
      );
    if (rows.length > 0) return;
    await sql`delete from identity.artifact issued using identity.artifact used
      where used.id = ${digest} and (issued.grant_id = used.grant_id and issued.consumed_at is null or issued.id = used.grant_id)`.execute(
      this.#database,
    );
    throw new errors.InvalidGrant('already used');
  }

  async destroy(id: string): Promise<void> {
    await sql`delete from identity.artifact where id = ${digestOf(this.#model, id)} and ${isThere}`.execute(this.#database);
  }

  /** A used artifact stays until it expires, without effect: it identifies its owner if it is used once more. */
  async revokeByGrantId(grantId: string): Promise<void> {
    await sql`delete from identity.artifact where grant_id = ${digestOf('Grant', grantId)} and consumed_at is null`.execute(this.#database);
  }
}

/** An interaction would reveal its own id, and the id of the session. */
function withoutId({ jti: _jti, ...payload }: AdapterPayload, id: string): string {
  const { session, returnTo } = payload;
  if (session) {
    const { cookie: _cookie, ...kept } = session;
    payload.session = kept;
  }
  if (returnTo?.endsWith(id)) payload.returnTo = returnTo.slice(0, -id.length);
  return JSON.stringify(payload);
}

function withId(payload: AdapterPayload, id: string): AdapterPayload {
  const { returnTo } = payload;
  return { ...payload, ...(returnTo !== undefined && { returnTo: returnTo + id }), jti: id };
}

function payloadOf(row: Row | undefined): AdapterPayload | undefined {
  return row && { ...row.payload, ...(row.consumed !== null && { consumed: row.consumed }) };
}
