import { dummyHash, hashPassword, isOutdated, passwordCost, verifyPassword, type PasswordCost } from './password-hash.ts';
import { FairSemaphore, type SemaphoreBounds } from '../../../platform/fairness/fair-semaphore.ts';

/** Hashes and verifies passwords, a few at once. A `holder` is who asks: all that one asks for delays another by one turn. */
export interface Passwords {
  /** The hash that is verified for an account that does not exist, or has no password. */
  readonly dummy: string;
  /** Seconds after which another turn may be free. */
  readonly retryAfter: number;
  /** @returns whether the password has the hash; OVERDUE: it was not tried, because too many wait */
  verify(password: string, hash: string, holder: string): Promise<boolean | 'OVERDUE'>;
  /** @returns the hash; undefined: it was not made, because too many wait */
  hash(password: string, holder: string): Promise<string | undefined>;
  /** @returns a new hash of a password whose hash was made at another cost; undefined: it stays as it is */
  renew(password: string, hash: string, holder: string): Promise<string | undefined>;
}

/** Of one process: hashing a password occupies a processor and memory, and must leave both to those who read. */
const usualBounds: SemaphoreBounds = { slots: 2, waiting: 32, waitingPerKey: 8 };
/** Milliseconds of a wait. */
const longestWait = 5_000;

/** Opens the hashing of passwords of one process. */
export function openPasswords(cost: PasswordCost = passwordCost): Passwords {
  const semaphore = new FairSemaphore(usualBounds);
  const inTurn = async <Result, Overdue>(holder: string, work: () => Promise<Result>, overdue: Overdue): Promise<Result | Overdue> => {
    if ((await semaphore.acquire(holder, longestWait)) !== 'ACQUIRED') return overdue;
    try {
      return await work();
    } finally {
      semaphore.release();
    }
  };
  const hash = (password: string, holder: string): Promise<string | undefined> =>
    inTurn(holder, () => hashPassword(password, cost), undefined);
  return {
    dummy: dummyHash(cost),
    retryAfter: longestWait / 1_000,
    verify: (password, stored, holder) => inTurn(holder, () => verifyPassword(password, stored), 'OVERDUE' as const),
    hash,
    renew: (password, stored, holder) => (isOutdated(stored, cost) ? hash(password, holder) : Promise.resolve(undefined)),
  };
}
