import type { Purpose, Role } from '../../../engine/register.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { Principal } from '../../../engine/purpose/principal.ts';
import type { SessionCookie } from './session-cookie.ts';

/** A session that may act, as it is stored. */
export interface SessionInUse {
  /** Names it; it opens nothing. */
  readonly id: string;
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

interface Known {
  readonly id: string;
  /** Undefined: it acts in no capacity. */
  readonly principal: Principal | undefined;
  /** Milliseconds of the Unix epoch between which its times are known. */
  readonly from: number;
  readonly until: number;
}

/** Milliseconds after a noted use in which a session is not read again before the request. */
const known = 60_000;

/**
 * The principals of sessions, each read once in a minute, when its use is written down. Between two readings a session's times are
 * known; whether it was ended, rotated or lost its role is read at every request, with the entry. At most so
 * many are kept; the oldest are evicted first.
 */
export class KnownSessions {
  readonly #sessions = new Map<string, Known>();
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

  /**
   * @param named the id of the session that the asking page was opened with; undefined: it names none
   * @throws PrivacyError SESSION_ENDED, SESSION_CHANGED; CAPACITY_UNAVAILABLE for one without a capacity; what reading throws
   */
  async principalOf(digest: Buffer, now: Date, named?: string): Promise<Principal> {
    const key = digest.toString('base64url');
    const found = this.#sessions.get(key);
    const isKnown = found && found.from <= now.getTime() && now.getTime() < found.until;
    const { principal, id } = isKnown ? found : await this.#readKnown(key, digest, now);
    checkNamedSession(id, named);
    if (!principal) throw new PrivacyError('CAPACITY_UNAVAILABLE');
    return principal;
  }

  async #readKnown(key: string, digest: Buffer, now: Date): Promise<Known> {
    this.#sessions.delete(key);
    const session = await this.#read(digest, now);
    if (!session) throw new PrivacyError('SESSION_ENDED');
    const { lastUsedAt, idleUntil, expiresAt } = session;
    const until = Math.min(lastUsedAt.getTime() + known, idleUntil.getTime(), expiresAt.getTime());
    const read = { id: session.id, principal: this.#principalOf(digest, session), from: now.getTime(), until };
    // One that acts in no capacity has no entry that would notice its end: it is read each time.
    if (!read.principal) return read;
    if (this.#sessions.size >= this.#most) {
      for (const oldest of this.#sessions.keys()) {
        this.#sessions.delete(oldest);
        break;
      }
    }
    this.#sessions.set(key, read);
    return read;
  }

  #principalOf(digest: Buffer, { role, principalId, acr, provenAt }: SessionInUse): Principal | undefined {
    if (role === null || principalId === null) return undefined;
    return Object.freeze({
      id: principalId,
      role,
      partner: false,
      tokenPurposes: this.#purposesOf(role),
      authorityId: undefined,
      caseId: undefined,
      session: digest,
      assurance: { acr, provenAt },
    });
  }
}

/** A request as far as it tells which page sent it. */
export interface SentBy {
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/**
 * Refuses requests that use a session unless a page of the gateway's own origin sent them (cross-site request forgery). `SameSite` alone
 * would let other hosts of the same domain ask. The host is that of the header `Host`, which a proxy passes on: a client writes
 * `X-Forwarded-Host` as it likes, and a proxy that is trusted for addresses may leave it there.
 * @throws PrivacyError CROSS_SITE_REQUEST
 */
export function checkSameOrigin({ headers }: SentBy, { secure }: SessionCookie): void {
  const { origin, host, 'sec-fetch-site': site, 'x-requested-by': requestedBy } = headers;
  const isOwn = typeof origin === 'string' && typeof host === 'string' && isOwnOrigin(origin, host, secure);
  const isSame = site === undefined ? isOwn : site === 'same-origin' && (isOwn || origin === undefined);
  // No form can set a header, and a script of another origin only after a preflight, which is refused.
  if (!isSame || requestedBy === undefined || requestedBy === '') throw new PrivacyError('CROSS_SITE_REQUEST');
}

/** A proxy ends TLS, so the scheme is that of the cookie, and not that of the connection. */
function isOwnOrigin(origin: string, host: string, secure: boolean): boolean {
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  return url.host === host && (!secure || url.protocol === 'https:');
}

/**
 * Refuses a page that was opened with another session than the browser has now: another person has signed in since, or the same person
 * acts in another capacity. A tab must not mix its data with data for another person.
 * @param id of the browser's session
 * @param named the header `Privacy-Session`; undefined: the page names none
 * @throws PrivacyError SESSION_CHANGED
 */
export function checkNamedSession(id: string, named: unknown): void {
  if (named !== undefined && named !== id) throw new PrivacyError('SESSION_CHANGED');
}
