import type { Difference } from './difference.ts';
import { yearsAfter } from './tie.ts';

/** Attempts of each kind; each takes a look at what everybody's ties are. */
const attempts = 5;

/**
 * Changes what ties hang on, where that changes nothing of what may be seen of anybody: who is
 * address-protected, and who has come of age.
 * @param agrees whether the town still lets the standpoint see the same of everybody
 */
export function changeTies({ town, random, standpoint, sees, today }: Difference, agrees: () => boolean): void {
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
