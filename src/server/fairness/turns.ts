import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Principal } from '../../engine/purpose/principal.ts';
import type { Deadline } from '../../platform/time/deadline.ts';
import { documentRefusals } from '../../engine/document/check-document.ts';
import { asPrivacyError, PrivacyError, type ErrorCode } from '../../platform/errors/errors.ts';
import type { RequestLimits } from '../../platform/settings/config.ts';
import type { Admission } from './admission.ts';
import { addressGroup, addressSite, networksPerSite } from '../../platform/network/address-group.ts';
import type { TimeShares, TimeShare } from './time-shares.ts';
import { largeBody } from '../http/requests/parse-bodies.ts';
import { Slots } from './slots.ts';

/** Gives each principal its turns, so that one who asks for much delays nobody else. */
export interface Turns {
  /**
   * Serves a request when it is the turn of its principal.
   * @param address the client's network address, which stands for an anonymous principal. All networks of a site wait for each other beyond
   *   eight times as much, and share one part of the time
   * @param arrived with how many bytes of body, as declared, and in how many milliseconds that was parsed; NaN: it is not known.
   *   A large body does not wait
   * @throws PrivacyError TOO_MANY_REQUESTS: it was not begun; whatever `work` does
   */
  take<Result extends { readonly code?: ErrorCode | undefined }>(
    principal: Principal,
    address: string,
    arrived: { readonly bodyBytes: number; readonly parsedIn: number; readonly deadline: Pick<Deadline, 'check'> },
    work: (share: TimeShare) => Promise<Result>,
  ): Promise<Result>;
  /**
   * Serves a request to the public log when it is the turn of its network address, which is apart from that of its operations.
   * @throws PrivacyError TOO_MANY_REQUESTS: it was not begun; whatever `work` does
   */
  takeLog<Result>(address: string, deadline: Pick<Deadline, 'check'>, work: () => Promise<Result>): Promise<Result>;
}

/** Seconds after which to ask again where requests wait (RFC 9110, Retry-After). */
const whileWaiting = 1;
const minute = 60;
/** Milliseconds that an unread request counts for. */
const unread = 0.2;

/** Who has turns: a principal or a network address, and of IPv6 its site. */
interface Holder {
  readonly key: string;
  readonly site: string | undefined;
}

/** Makes the turns of one instance. @param serve serves a request whose turn it is */
export function createTurns({ requests, waiting, refusedDocuments }: RequestLimits, shares: TimeShares, serve: Admission['serve']): Turns {
  const lines = new Map<string, Slots>();
  const refused = new RateLimiterMemory({ points: refusedDocuments, duration: minute });
  const refusedAtSite = new RateLimiterMemory({ points: refusedDocuments * networksPerSite, duration: minute });

  const enterLine = (key: string, times: number, mayWait: boolean): Promise<void> | undefined => {
    let line = lines.get(key);
    if (!line) lines.set(key, (line = new Slots(requests * times)));
    if (!line.isFull) return line.take();
    if (!mayWait || line.waiting >= waiting * times) throw new PrivacyError('TOO_MANY_REQUESTS', { retryAfter: whileWaiting });
    return line.take();
  };
  const leaveLine = (key: string): void => {
    const line = lines.get(key)!;
    line.giveBack();
    if (line.isUnused) lines.delete(key);
  };
  const enterSite = (holder: Holder, mayWait: boolean): Promise<void> | undefined => {
    if (holder.site === undefined) return undefined;
    try {
      return enterLine(holder.site, networksPerSite, mayWait);
    } catch (error) {
      leaveLine(holder.key);
      throw error;
    }
  };
  /** A turn that comes at once costs no promise. */
  const enter = (holder: Holder, mayWait = true): Promise<void> | undefined => {
    const turn = enterLine(holder.key, 1, mayWait);
    return turn ? turn.then(() => enterSite(holder, mayWait)) : enterSite(holder, mayWait);
  };
  const leave = ({ key, site }: Holder): void => {
    if (site !== undefined) leaveLine(site);
    leaveLine(key);
  };
  const refusalsOf = ({ key, site }: Holder): readonly (readonly [RateLimiterMemory, string])[] =>
    site === undefined
      ? [[refused, key]]
      : [
          [refused, key],
          [refusedAtSite, site],
        ];
  /** @throws PrivacyError TOO_MANY_REQUESTS: reading a document that is refused costs more than refusing it unread */
  const checkRefused = async (holder: Holder, share: TimeShare): Promise<void> => {
    for (const [limiter, key] of refusalsOf(holder)) {
      const used = await limiter.get(key);
      if (!used || used.remainingPoints > 0) continue;
      share.charge(unread);
      throw new PrivacyError('TOO_MANY_REQUESTS', { retryAfter: Math.ceil(used.msBeforeNext / 1_000) });
    }
  };
  const countRefusal = async (holder: Holder): Promise<void> => {
    for (const [limiter, key] of refusalsOf(holder)) await limiter.penalty(key);
  };

  return {
    async take(principal, address, { bodyBytes, parsedIn, deadline }, work) {
      const holder = principal.id === undefined ? holderAt('address', address) : { key: principal.id, site: undefined };
      const turn = enter(holder, bodyBytes <= largeBody);
      if (turn) await turn;
      try {
        const share = await shares.begin(holder.site ?? holder.key, deadline);
        share.charge(parsedIn);
        try {
          await checkRefused(holder, share);
          const done = await serve(() => work(share));
          if (isRefusal(done.code)) await countRefusal(holder);
          return done;
        } finally {
          share.end();
        }
      } catch (error) {
        if (isRefusal(asPrivacyError(error)?.code)) await countRefusal(holder);
        throw error;
      } finally {
        leave(holder);
      }
    },
    async takeLog(address, deadline, work) {
      const holder = holderAt('log', address);
      const turn = enter(holder);
      if (turn) await turn;
      try {
        const share = await shares.begin(holder.site ?? holder.key, deadline);
        try {
          share.begin();
          const done = serve(work);
          share.countWhole();
          return await done;
        } finally {
          share.end();
        }
      } finally {
        leave(holder);
      }
    },
  };
}

/** Whose turn it is. @param kind of requests that have turns of their own */
function holderAt(kind: string, address: string): Holder {
  const group = addressGroup(address);
  const site = addressSite(group);
  return { key: `${kind} ${group}`, site: site === group ? undefined : `${kind} at ${site}` };
}

function isRefusal(code: ErrorCode | undefined): boolean {
  return code !== undefined && documentRefusals.has(code);
}
