import type { CareArea } from '../../src/town/shared/graphql/generated/schema.ts';
import { ageAt, dayBefore } from './dates.ts';
import type { Batch } from './batch.ts';
import { drawHome, type Home } from './homes.ts';
import type { DrawPerson } from './people.ts';
import type { ResidentRow } from './tables.ts';
import type { World } from './world.ts';

/** The most people that one call adds. */
const largestFamily = 6;

const whole: readonly CareArea[] = ['ADDRESS', 'HOUSEHOLD', 'SUPPORT_HISTORY'];

type Shape = 'ALONE' | 'COUPLE' | 'PARENTS' | 'LONE_PARENT' | 'SHARERS' | 'SEPARATED';
// A shape's share of this list is its probability.
const shapes: readonly Shape[] = [
  ...Array<Shape>(7).fill('ALONE'),
  ...Array<Shape>(6).fill('COUPLE'),
  ...Array<Shape>(7).fill('PARENTS'),
  ...Array<Shape>(2).fill('LONE_PARENT'),
  ...Array<Shape>(2).fill('SHARERS'),
  ...Array<Shape>(2).fill('SEPARATED'),
];

/**
 * Adds the people of one household, or of the two households between which the children of a separated couple live.
 * @param room the most people to add
 * @returns the people added
 */
export function addFamily(batch: Batch, world: World, draw: DrawPerson, room: number): readonly ResidentRow[] {
  const { people } = world;
  const shape = room < largestFamily ? 'ALONE' : people.pick(shapes);
  const family = createFamily(batch, world, draw);
  const home = family.settle();
  switch (shape) {
    case 'ALONE':
      family.adult(home, [19, 88]);
      break;
    case 'COUPLE': {
      const first = family.adult(home, [20, 85]);
      family.partner(home, first);
      break;
    }
    case 'SHARERS':
      for (let left = people.between(2, 4); left > 0; left -= 1) family.adult(home, [18, 34]);
      break;
    case 'PARENTS': {
      const first = family.adult(home, [24, 58]);
      const parents = [first, family.partner(home, first)];
      for (let left = people.between(1, 4); left > 0; left -= 1) family.child(home, parents, first);
      break;
    }
    case 'LONE_PARENT': {
      const parent = family.adult(home, [22, 58]);
      for (let left = people.between(1, 3); left > 0; left -= 1) family.child(home, [parent], parent);
      break;
    }
    case 'SEPARATED': {
      const parent = family.adult(home, [26, 56]);
      const elsewhere = family.settle();
      const other = family.adult(elsewhere, [26, 58]);
      for (let left = people.between(1, 3); left > 0; left -= 1) family.sharedChild(home, parent, elsewhere, other);
      break;
    }
  }
  return family.added;
}

function createFamily(batch: Batch, world: World, draw: DrawPerson) {
  const { people, today, now } = world;
  const added: ResidentRow[] = [];
  const join = (home: Home, person: ResidentRow, isHome: boolean): void =>
    batch.add('recreation.household_member', {
      household_id: home.id,
      resident_id: person.id,
      is_home: isHome,
      since: person.registered_at,
    });
  const move = (home: Home, person: ResidentRow): ResidentRow => {
    batch.add('recreation.resident', person);
    added.push(person);
    join(home, person, true);
    return person;
  };
  const ageOf = ({ birth_date }: ResidentRow): number => ageAt(birth_date, now.getTime());
  const drawChild = (home: Home, parent: ResidentRow): ResidentRow => {
    const familyName = people.chance(0.93) ? parent.family_name : people.pick(world.pools.familyNames);
    const eldest = Math.min(ageOf(parent) - 19, 17);
    // Some children are adults by now: their guardianship is still on record and has no effect.
    if (eldest === 17 && ageOf(parent) > 45 && people.chance(0.08)) return draw({ home, ages: [18, 20], familyName });
    return draw({ home, ages: [0, Math.max(eldest, 0)], familyName });
  };
  const guard = (guardian: ResidentRow, minor: ResidentRow, scope: readonly CareArea[], ended: boolean): void =>
    batch.add('recreation.guardianship', {
      guardian_id: guardian.id,
      minor_id: minor.id,
      scope,
      valid_from: minor.registered_at.slice(0, 10),
      valid_until: ended ? dayBefore(today, { days: people.below(60) }) : null,
    });
  const lacking = (...names: readonly CareArea[]): readonly CareArea[] => whole.filter((name) => !names.includes(name));

  return {
    added,
    settle(): Home {
      const home = drawHome(world);
      batch.add('recreation.household', { id: home.id });
      return home;
    },
    adult: (home: Home, ages: readonly [number, number]): ResidentRow => move(home, draw({ home, ages })),
    partner(home: Home, first: ResidentRow): ResidentRow {
      const age = ageOf(first);
      const ages = [Math.max(19, age - 6), age + 6] as const;
      return move(home, draw({ home, ages, ...(people.chance(0.7) && { familyName: first.family_name }) }));
    },
    child(home: Home, guardians: readonly ResidentRow[], namedAfter: ResidentRow): void {
      const minor = move(home, drawChild(home, namedAfter));
      for (const guardian of guardians) {
        const scope = people.chance(0.9) ? whole : lacking(people.pick(whole));
        guard(guardian, minor, scope, false);
      }
    },
    /** A child at home with one parent and a member of the other parent's household too. */
    sharedChild(home: Home, parent: ResidentRow, elsewhere: Home, other: ResidentRow): void {
      const minor = move(home, drawChild(home, parent));
      join(elsewhere, minor, false);
      guard(parent, minor, whole, false);
      const scope = people.pick([whole, lacking('ADDRESS'), lacking('ADDRESS', 'HOUSEHOLD'), lacking('SUPPORT_HISTORY')]);
      guard(other, minor, scope, people.chance(0.12));
    },
  };
}
