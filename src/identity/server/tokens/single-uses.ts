import type { Adapter, AdapterPayload } from 'oidc-provider';
import { sql, type Database } from '../../../platform/sql/sql.ts';
import { digestOf } from './seal.ts';

/** Seconds that a use is remembered. Neither a DPoP proof nor a client assertion (`longest` of client-assertions.ts) is accepted for as long. */
const remembered = 900;

/**
 * The values that may be used once: DPoP proofs and client assertions. oidc-provider looks one up and then stores it. Two instances could both find
 * nothing, so the look-up stores it.
 */
export class SingleUses implements Adapter {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** @returns undefined if this is the first use */
  async find(id: string): Promise<AdapterPayload | undefined> {
    const until = new Date(Date.now() + remembered * 1_000);
    const { rows } = await sql`insert into identity.replay (digest, expires_at) values (${digestOf('ReplayDetection', id)}, ${until})
      on conflict (digest) do nothing returning digest`.execute(this.#database);
    return rows.length > 0 ? undefined : { jti: id, kind: 'ReplayDetection', exp: Math.ceil(until.getTime() / 1_000) };
  }

  /** It was stored when it was looked up. */
  async upsert(): Promise<void> {}

  async findByUid(): Promise<undefined> {}

  async findByUserCode(): Promise<undefined> {}

  async consume(): Promise<void> {}

  async destroy(): Promise<void> {}

  async revokeByGrantId(): Promise<void> {}
}
