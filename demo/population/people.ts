import { ageAt, dayBefore, oneDay, startOf } from './dates.ts';
import type { Home } from './homes.ts';
import { createPhones } from './phones.ts';
import type { ResidentRow } from './tables.ts';
import type { World } from './world.ts';

/** What is known of a person before the rest is drawn. */
interface Outline {
  readonly home: Home;
  /** The youngest and the oldest that the person may be, in whole years. */
  readonly ages: readonly [least: number, most: number];
  /** Left out: any, and the person may turn out to be somebody's namesake. */
  readonly familyName?: string;
}

export type DrawPerson = (outline: Outline) => ResidentRow;

type Known = Pick<ResidentRow, 'given_name' | 'family_name' | 'birth_date'>;

const mailHosts = ['example.org', 'example.com', 'example.net'] as const;
const remembered = 64;

/** Makes a source of people, who share no telephone and no e-mail address. */
export function createPeople({ today, now, pools, people }: World): DrawPerson {
  const nextPhone = createPhones();
  const lately: Known[] = [];
  let count = 0;

  const nameAndBirth = ({ ages: [least, most], familyName }: Outline): Known => {
    const birthDate = dayBefore(today, { years: people.between(least, most), days: people.below(365) });
    const namesake = familyName === undefined && lately.length > 0 && people.chance(0.03) ? people.pick(lately) : undefined;
    if (!namesake) {
      return {
        given_name: people.pick(pools.givenNames),
        family_name: familyName ?? people.pick(pools.familyNames),
        birth_date: birthDate,
      };
    }
    const couldBe =
      namesake.birth_date <= dayBefore(today, { years: least }) && namesake.birth_date > dayBefore(today, { years: most + 1 });
    return { ...namesake, ...((!couldBe || people.chance(0.5)) && { birth_date: birthDate }) };
  };

  return (outline) => {
    const { home } = outline;
    const known = nameAndBirth(outline);
    const age = ageAt(known.birth_date, now.getTime());
    const adult = age >= 18;
    if (adult) lately[count % remembered] = known;
    count += 1;
    const born = startOf(known.birth_date);
    const registered = Math.min(Math.max(home.registeredAt + people.below(2 * oneDay), born + 10 * oneDay), now.getTime() - oneDay / 24);
    return {
      id: people.uuid(),
      ...known,
      email: people.chance(age >= 13 ? 0.93 : 0.6) ? mailAddress(known, count, people.pick(mailHosts)) : null,
      phone: people.chance(0.85) ? nextPhone() : null,
      mobile_phone: people.chance(age >= 13 ? 0.88 : 0.5) ? nextPhone() : null,
      ...home.address,
      address_protected: home.hidden && (adult || people.chance(0.5)),
      registered_at: new Date(registered).toISOString(),
    };
  };
}

function mailAddress({ given_name, family_name }: Known, number: number, host: string): string {
  const plain = (name: string): string =>
    name
      .normalize('NFD')
      .replaceAll(/[^a-z]/gi, '')
      .toLowerCase();
  return `${plain(given_name)}.${plain(family_name)}.${number}@${host}`;
}
