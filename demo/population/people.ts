import { demoCardNumber } from './card-numbers.ts';
import { ageAt, dayBefore, oneDay, startOf } from './dates.ts';
import type { Home } from './homes.ts';
import { createPhones } from './phones.ts';
import { nothingWaits, provenSince } from './proven-since.ts';
import type { ResidentRow } from './tables.ts';
import type { World } from './world.ts';

/** The values of a person that are fixed before the rest is drawn. */
interface Outline {
  readonly home: Home;
  /** The lowest and the highest age, in whole years. */
  readonly ages: readonly [least: number, most: number];
  /** Left out: any name, possibly that of another person. */
  readonly familyName?: string;
}

export type DrawPerson = (outline: Outline) => ResidentRow;

type Identity = Pick<ResidentRow, 'given_name' | 'family_name' | 'birth_date'>;

const mailHosts = ['example.org', 'example.com', 'example.net'] as const;
const remembered = 64;

/** Makes a source of people. No two share a telephone number or an email address. */
export function createPeople({ today, now, pools, people }: World): DrawPerson {
  const nextPhone = createPhones();
  const recent: Identity[] = [];
  let count = 0;

  const nameAndBirth = ({ ages: [least, most], familyName }: Outline): Identity => {
    const birthDate = dayBefore(today, { years: people.between(least, most), days: people.below(365) });
    const namesake = familyName === undefined && recent.length > 0 && people.chance(0.03) ? people.pick(recent) : undefined;
    if (!namesake) {
      return {
        given_name: people.pick(pools.givenNames),
        family_name: familyName ?? people.pick(pools.familyNames),
        birth_date: birthDate,
      };
    }
    const fitsAge =
      namesake.birth_date <= dayBefore(today, { years: least }) && namesake.birth_date > dayBefore(today, { years: most + 1 });
    return { ...namesake, ...((!fitsAge || people.chance(0.5)) && { birth_date: birthDate }) };
  };

  return (outline) => {
    const { home } = outline;
    const identity = nameAndBirth(outline);
    const age = ageAt(identity.birth_date, now.getTime());
    const adult = age >= 18;
    if (adult) recent[count % remembered] = identity;
    count += 1;
    const born = startOf(identity.birth_date);
    const registered = Math.min(Math.max(home.registeredAt + people.below(2 * oneDay), born + 10 * oneDay), now.getTime() - oneDay / 24);
    const id = people.uuid();
    const registered_at = new Date(registered).toISOString();
    const email = people.chance(age >= 13 ? 0.93 : 0.6) ? mailAddress(identity, count, people.pick(mailHosts)) : null;
    return {
      id,
      card_number: demoCardNumber(id),
      ...identity,
      email,
      phone: people.chance(0.85) ? nextPhone() : null,
      mobile_phone: people.chance(age >= 13 ? 0.88 : 0.5) ? nextPhone() : null,
      ...home.address,
      address_protected: home.isProtected && (adult || people.chance(0.5)),
      registered_at,
      identity_since: null,
      contact_since: null,
      card_since: null,
      ...provenSince(email, registered_at),
      ...nothingWaits,
      email_stands_since: new Date(registered).toISOString(),
    };
  };
}

function mailAddress({ given_name, family_name }: Identity, number: number, host: string): string {
  const plain = (name: string): string =>
    name
      .normalize('NFD')
      .replaceAll(/[^a-z]/gi, '')
      .toLowerCase();
  return `${plain(given_name)}.${plain(family_name)}.${number}@${host}`;
}
