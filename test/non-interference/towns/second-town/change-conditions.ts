import type { TownChange } from './town-change.ts';
import { yearsAfter } from '../expected-relationships.ts';

/** The number of attempts of each kind. It is small, because each attempt computes all relationships. */
const attempts = 5;

/**
 * Changes facts that relationships depend on (address protection, coming of age), if the standpoint still sees the same
 * categories of every resident.
 * @param agrees whether the standpoint may see the same of every resident as in the first town
 */
export function changeConditions({ town, random, standpoint, sees, today }: TownChange, agrees: () => boolean): void {
  const people = town['recreation.resident'];
  const likely = people.filter(({ id, address_protected }) => address_protected || standpoint.about.includes(id));
  for (let left = attempts; left > 0; left -= 1) {
    const one = random.pick(random.chance(0.4) && likely.length > 0 ? likely : people);
    one.address_protected = !one.address_protected;
    if (!agrees()) one.address_protected = !one.address_protected;
  }
  for (let left = attempts; left > 0; left -= 1) {
    const one = random.pick(people);
    const before = one.birth_date;
    one.birth_date = yearsAfter(today, yearsAfter(before, 18) > today ? -40 : -9);
    // A birth date that may be seen stays, and so does an age band.
    if (sees(one.id, 'BIRTH_DATE') || sees(one.id, 'AGE') || !agrees()) one.birth_date = before;
  }
}
