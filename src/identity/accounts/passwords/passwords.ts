import { dummyHash, hashPassword, isOutdated, passwordCost, verifyPassword, type PasswordCost } from './password-hash.ts';
import { takeTurns, type TurnBounds, type Turns } from './take-turns.ts';

/** Hashes and verifies passwords, a few at once. A `holder` is who asks: all that one asks for delays another by one turn. */
export interface Passwords {
  /** What is verified for an account that does not exist, or has no password. */
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

/** Of the passwords of a process. */
const bounds = { atOnce: 2, most: 32, mostOfOne: 8, longest: 5_000 } as const satisfies TurnBounds;

/** Opens the hashing of passwords of one process. */
export function openPasswords(cost: PasswordCost = passwordCost, turns: Turns = takeTurns(bounds)): Passwords {
  const hash = async (password: string, holder: string): Promise<string | undefined> => {
    const done = await turns.run(holder, () => hashPassword(password, cost));
    return done === 'OVERDUE' ? undefined : done.result;
  };
  return {
    dummy: dummyHash(cost),
    retryAfter: bounds.longest / 1_000,
    async verify(password, stored, holder) {
      const done = await turns.run(holder, () => verifyPassword(password, stored));
      return done === 'OVERDUE' ? done : done.result;
    },
    hash,
    renew: (password, stored, holder) => (isOutdated(stored, cost) ? hash(password, holder) : Promise.resolve(undefined)),
  };
}
