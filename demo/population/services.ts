import type { Batch } from './batch.ts';
import { demoCalendar } from '../demo-calendar.ts';
import { dayBefore } from './dates.ts';
import { money } from './money.ts';
import type { Tables } from './tables.ts';

/** A service of the recreation department. */
export interface Offer {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  /** In cents. */
  readonly price: number;
  /** In whole years, at the start of an age band. */
  readonly minimumAge: number | null;
  /** For a pass: how many days it is valid. */
  readonly validDays: number | null;
}

const offers: readonly (readonly [name: string, description: string, price: number, minimumAge: number | null, validDays?: number])[] = [
  ['Swimming pass, 10 visits', 'Ten visits to any of the indoor pools, for anybody of the household.', 65_00, null, 365],
  ['Family pass, monthly', 'Pools, arenas and the climbing wall for everybody at one address.', 139_50, 18, 30],
  ['Adult pass, monthly', 'Pools, fitness centre and running track.', 62_25, 18, 30],
  ['Youth pass, monthly', 'Pools, gymnasium and running track until 9 p.m.', 38_75, 13, 30],
  ['Parent and tot swimming', 'Eight lessons of thirty minutes in the warm pool.', 71_40, null],
  ['Learn to skate', 'Ten lessons on the small ice; helmets can be borrowed.', 94_00, 6],
  ['Pottery for beginners', 'Six evenings with clay, glaze and firing.', 168_00, 18],
  ['Lifeguard course', 'Bronze cross, with the examination fee.', 214_95, 13],
  ['Weight room orientation', 'One hour with an instructor; asked of everybody before the first visit.', 25_00, 13],
  ['Ice rental, one hour', 'Half of the arena, outside league times.', 187_20, 18],
  ['Day camp, one week', 'Games, swimming and a trip, from 8 a.m. to 4 p.m.', 232_00, 6],
  ['Picnic shelter, one day', 'The shelter by the lake with its fire pit and 24 seats.', 88_60, 18],
];

/** The services, with fixed ids. */
export const services: readonly Offer[] = offers.map(([name, description, price, minimumAge, validDays = null], index) => ({
  id: `80000000-0000-4000-8000-0000000000${String(index + 1).padStart(2, '0')}`,
  name,
  description,
  price,
  minimumAge,
  validDays,
}));

export function addServices(batch: Batch): void {
  for (const { id, name, description, price, minimumAge, validDays } of services) {
    batch.add('recreation.service', { id, name, description, price: money(price), minimum_age: minimumAge, valid_days: validDays });
  }
}

/** The first and the last day of a pass that is bought at an instant; null for a service that is not a pass. */
export function validityOf({ validDays }: Offer, purchasedAt: string): Pick<Tables['recreation.purchase'], 'valid_from' | 'valid_until'> {
  if (validDays === null) return { valid_from: null, valid_until: null };
  const bought = demoCalendar.dayOf(new Date(purchasedAt));
  return { valid_from: bought, valid_until: dayBefore(bought, { days: 1 - validDays }) };
}
