import { PrivacyError } from '../errors.ts';
import type { Purpose, Role } from '../generated/schema.ts';
import type { Principal } from './principal.ts';

/** A session that may act, as it is stored. */
export interface SessionInUse {
  /** Null: it acts in no capacity yet. */
  readonly role: Role | null;
  readonly principalId: string | null;
  readonly acr: string;
  readonly provenAt: Date;
  /** As it is written down. */
  readonly lastUsedAt: Date;
  /** When it ends, unless it is used before then. */
  readonly idleUntil: Date;
  readonly expiresAt: Date;
}

/** Milliseconds after a noted use in which a session is not read again before the request. */
const known = 60_000;

/**
 * The principals of sessions, each read once in a minute, when its use is written down. Between two readings a session's times are
 * known; whether it was ended, rotated or lost its role is read at every request, with the entry (records/access-in-force.ts). At most so
 * many are kept; the oldest are evicted first.
 */
export class KnownSessions {
  readonly #principals = new Map<string, { readonly principal: Principal; readonly from: number; readonly until: number }>();
  readonly #read: (digest: Buffer, now: Date) => Promise<SessionInUse | undefined>;
  readonly #purposesOf: (role: Role) => readonly Purpose[];
  readonly #most: number;

  /** @param read reads a session that may act at that instant, and writes down that it is used */
  constructor(
    read: (digest: Buffer, now: Date) => Promise<SessionInUse | undefined>,
    purposesOf: (role: Role) => readonly Purpose[],
    most = 10_000,
  ) {
    this.#read = read;
    this.#purposesOf = purposesOf;
    this.#most = most;
  }

  /** @throws PrivacyError SESSION_ENDED; CAPACITY_UNAVAILABLE for one without a capacity; what reading throws */
  async principalOf(digest: Buffer, now: Date): Promise<Principal> {
    const key = digest.toString('base64url');
    const found = this.#principals.get(key);
    if (found && found.from <= now.getTime() && now.getTime() < found.until) return found.principal;
    this.#principals.delete(key);
    const session = await this.#read(digest, now);
    if (!session) throw new PrivacyError('SESSION_ENDED');
    const { role, principalId, acr, provenAt, lastUsedAt, idleUntil, expiresAt } = session;
    if (role === null || principalId === null) throw new PrivacyError('CAPACITY_UNAVAILABLE');
    const principal: Principal = Object.freeze({
      id: principalId,
      role,
      partner: false,
      tokenPurposes: this.#purposesOf(role),
      mandateId: undefined,
      caseId: undefined,
      session: digest,
      assurance: { acr, provenAt },
    });
    if (this.#principals.size >= this.#most) {
      for (const oldest of this.#principals.keys()) {
        this.#principals.delete(oldest);
        break;
      }
    }
    const until = Math.min(lastUsedAt.getTime() + known, idleUntil.getTime(), expiresAt.getTime());
    this.#principals.set(key, { principal, from: now.getTime(), until });
    return principal;
  }
}
