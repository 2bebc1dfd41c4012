import { dummyHash, hashPassword, isOutdated, passwordCost, verifyPassword, type PasswordCost } from './password-hash.ts';
import { takeTurns, type Turns } from './take-turns.ts';

/** Hashes and verifies passwords, a few at once. */
export interface Passwords {
  /** What is verified for an account that does not exist, or has no password. */
  readonly dummy: string;
  /** Seconds after which another turn may be free. */
  readonly retryAfter: number;
  /** @returns whether the password has the hash; OVERDUE: it was not tried, because too many wait */
  verify(password: string, hash: string): Promise<boolean | 'OVERDUE'>;
  /** @returns the hash; undefined: it was not made, because too many wait */
  hash(password: string): Promise<string | undefined>;
  /** @returns a new hash of a password whose hash was made at another cost; undefined: it stays as it is */
  renew(password: string, hash: string): Promise<string | undefined>;
}

/** The most passwords that are hashed at once, and that wait for it, and for how many milliseconds. */
const atOnce = 2;
const most = 32;
const longest = 5_000;

/** Opens the hashing of passwords of one process. */
export function openPasswords(cost: PasswordCost = passwordCost, turns: Turns = takeTurns(atOnce, most, longest)): Passwords {
  const hash = async (password: string): Promise<string | undefined> => {
    const done = await turns.run(() => hashPassword(password, cost));
    return done === 'OVERDUE' ? undefined : done.result;
  };
  return {
    dummy: dummyHash(cost),
    retryAfter: longest / 1_000,
    async verify(password, stored) {
      const done = await turns.run(() => verifyPassword(password, stored));
      return done === 'OVERDUE' ? done : done.result;
    },
    hash,
    renew: (password, stored) => (isOutdated(stored, cost) ? hash(password) : Promise.resolve(undefined)),
  };
}
