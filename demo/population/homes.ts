import { oneDay } from './dates.ts';
import type { Random } from './random.ts';
import type { ResidentRow } from './tables.ts';
import type { World } from './world.ts';

export type Address = Pick<ResidentRow, 'street' | 'locality' | 'province' | 'postal_code'>;

/** A household and its address. */
export interface Home {
  readonly id: string;
  /** All null if the household gave none: an address is optional (clause `willing`). */
  readonly address: Address;
  /** Whether its adults are address-protected. */
  readonly isProtected: boolean;
  /** When its first member was registered, in milliseconds since 1970. */
  readonly registeredAt: number;
}

type Town = readonly [locality: string, province: string, district: string];

const towns: readonly Town[] = [
  ['Sherwood Park', 'AB', 'T'],
  ['Ardrossan', 'AB', 'T'],
  ['Fort Saskatchewan', 'AB', 'T'],
  ['Beaumont', 'AB', 'T'],
  ['Edmonton', 'AB', 'T'],
  ['Leduc', 'AB', 'T'],
  ['St. Albert', 'AB', 'T'],
  ['Tofield', 'AB', 'T'],
  ['Larkspur Creek', 'AB', 'T'],
  ['Millgate', 'AB', 'T'],
];
const townsElsewhere: readonly Town[] = [
  ['Lloydminster', 'SK', 'S'],
  ['Dawson Creek', 'BC', 'V'],
];

// Canada Post does not use D, F, I, O, Q or U. Only the cast's postal codes have a Z.
const letters = 'ABCEGHJKLMNPRSTVWXY'.split('');
const noAddress: Address = { street: null, locality: null, province: null, postal_code: null };

/** Draws a household's home. */
export function drawHome({ people, pools, now }: World): Home {
  return {
    id: people.uuid(),
    address: people.chance(0.02) ? noAddress : drawAddress(people, pools.streets),
    isProtected: people.chance(0.012),
    registeredAt: now.getTime() - people.between(1, 8 * 365) * oneDay - people.below(oneDay),
  };
}

function drawAddress(random: Random, streets: readonly string[]): Address {
  const [locality, province, district] = random.pick(random.chance(0.03) ? townsElsewhere : towns);
  const letter = (): string => random.pick(letters);
  return {
    street: `${random.between(1, 9_999)} ${random.pick(streets)}`,
    locality,
    province,
    postal_code: `${district}${random.below(10)}${letter()} ${random.below(10)}${letter()}${random.below(10)}`,
  };
}
