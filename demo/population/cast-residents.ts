import { demoCardNumber } from './card-numbers.ts';
import { dayBefore, daysAgo, type Span } from './dates.ts';
import type { Address } from './homes.ts';
import { cast } from '../personas.ts';
import { nothingWaits, provenSince } from './proven-since.ts';
import type { ResidentRow } from './tables.ts';

/** A household of the cast and its address. */
export interface CastHome {
  readonly id: string;
  /** Without the house number. */
  readonly streetName: string;
  readonly address: Address;
}

/** A resident of the cast. Every value except the address is unique, so that a test can search for it anywhere. */
interface CastMember {
  readonly id: string;
  readonly names: readonly [given: string, family: string];
  /** The time from the birth to today. */
  readonly age: Span;
  readonly email: string;
  /** Another address, whose link is not opened yet. */
  readonly waitingEmail?: string;
  /** E.164, from the numbers reserved for fiction. No two end in the same two digits. */
  readonly phones: readonly [phone: string, mobile: string];
  readonly home: CastHome;
  /** The number of days since the person was registered. */
  readonly registeredDays: number;
  readonly addressProtected?: boolean;
}

/** The homes of the cast. No other resident has one of their streets, localities or postal codes. */
export const castHomes = {
  resident: home(1, '17', 'Kingfisher Rise', 'Saltgrass', 'AB', 'T9Z 1K7'),
  distantGuardian: home(2, '204', 'Copperbeech Mews', 'Fernhollow', 'SK', 'S9Z 2G4'),
  neighbour: home(3, '38', 'Bramblewick Crossing', 'Otterfield', 'AB', 'T9Z 3P5'),
  protectedPerson: home(4, '561', 'Quietwater Loop', 'Merganser Bay', 'AB', 'T9Z 4H8'),
  estrangedParent: home(5, '9', 'Flintlock Terrace', 'Gallowmere', 'BC', 'V9Z 5C2'),
  clerk: home(6, '772', 'Ploverstone Way', 'Heronsgate', 'AB', 'T9Z 6N1'),
} as const;

const members: readonly CastMember[] = [
  {
    id: cast.resident,
    names: ['Peregrine', 'Castellow'],
    age: { years: 17, months: 6 },
    email: 'kestrelpost@example.org',
    waitingEmail: 'newhatchery@example.net',
    phones: ['+17805550110', '+17805550121'],
    home: castHomes.resident,
    registeredDays: 1_210,
  },
  {
    id: cast.guardian,
    names: ['Rosalind', 'Amberley'],
    age: { years: 46, days: 71 },
    email: 'quillwort@example.net',
    phones: ['+17805550132', '+17805550143'],
    home: castHomes.resident,
    registeredDays: 1_209,
  },
  {
    id: cast.housemate,
    names: ['Éloïse', 'Thistlewood'],
    age: { years: 34, days: 203 },
    email: 'moorland.letters@example.com',
    phones: ['+17805550154', '+17805550165'],
    home: castHomes.resident,
    registeredDays: 640,
  },
  {
    id: cast.distantGuardian,
    names: ['Bartholomew', 'Gravenhurst'],
    age: { years: 71, days: 12 },
    email: 'oldorchard@example.org',
    phones: ['+17805550176', '+17805550187'],
    home: castHomes.distantGuardian,
    registeredDays: 903,
  },
  {
    id: cast.neighbour,
    names: ['Ottoline', 'Fairweather'],
    age: { years: 58, days: 144 },
    email: 'tansy.and.rue@example.net',
    phones: ['+17805550198', '+17805550109'],
    home: castHomes.neighbour,
    registeredDays: 2_044,
  },
  {
    id: cast.protectedPerson,
    names: ['Seraphina', 'Holloway'],
    age: { years: 39, days: 318 },
    email: 'unlistedbox@example.com',
    phones: ['+15875550111', '+15875550122'],
    home: castHomes.protectedPerson,
    registeredDays: 411,
    addressProtected: true,
  },
  {
    id: cast.protectedHousemate,
    names: ['Leopold', 'Winterbourne'],
    age: { years: 41, days: 27 },
    email: 'saffronwalk@example.org',
    phones: ['+15875550133', '+15875550144'],
    home: castHomes.protectedPerson,
    registeredDays: 402,
  },
  {
    id: cast.protectedChild,
    names: ['Juniper', 'Marchbanks'],
    age: { years: 9, months: 4 },
    email: 'paperlantern@example.net',
    phones: ['+15875550155', '+15875550166'],
    home: castHomes.protectedPerson,
    registeredDays: 398,
  },
  {
    id: cast.estrangedParent,
    names: ['Cornelius', 'Draycott'],
    age: { years: 43, days: 260 },
    email: 'ironbridge@example.com',
    phones: ['+14035550177', '+14035550188'],
    home: castHomes.estrangedParent,
    registeredDays: 1_555,
  },
  {
    id: cast.clerkAsResident,
    names: ['Philippa', 'Nightingale'],
    age: { years: 37, days: 99 },
    email: 'gullandtern@example.org',
    phones: ['+14035550199', '+14035550100'],
    home: castHomes.clerk,
    registeredDays: 777,
  },
];

/** Names and street names reserved for the cast. */
export const reservedNames: readonly string[] = [
  ...members.flatMap(({ names }) => names),
  ...Object.values(castHomes).map(({ streetName }) => streetName),
];

/** The home of each resident of the cast, and how many days ago the resident came to live there. */
export const homesOfCast: readonly (readonly [residentId: string, home: CastHome, days: number])[] = members.map(
  ({ id, home, registeredDays }) => [id, home, registeredDays * 0.93],
);

/** The cast's rows. @param today RFC 3339 full-date */
export function castResidents(today: string, now: Date): readonly ResidentRow[] {
  return members.map(
    ({ id, names: [given_name, family_name], age, email, phones: [phone, mobile_phone], home, waitingEmail, ...member }) => ({
      id,
      card_number: demoCardNumber(id),
      given_name,
      family_name,
      birth_date: dayBefore(today, age),
      email,
      phone,
      mobile_phone,
      ...home.address,
      address_protected: member.addressProtected ?? false,
      registered_at: daysAgo(now, member.registeredDays),
      identity_since: daysAgo(now, member.registeredDays * 0.83),
      contact_since: daysAgo(now, member.registeredDays * 0.47),
      card_since: daysAgo(now, member.registeredDays * 0.31),
      ...provenSince(email, daysAgo(now, member.registeredDays * 0.47)),
      ...waits(id, waitingEmail, daysAgo(now, -2)),
      email_stands_since: daysAgo(now, member.registeredDays),
    }),
  );
}

function waits(waiting_asked_by: string, waiting_email: string | undefined, waiting_until: string) {
  return waiting_email === undefined ? nothingWaits : ({ waiting_email, waiting_set_by: 'SELF', waiting_asked_by, waiting_until } as const);
}

function home(number: number, houseNumber: string, streetName: string, locality: string, province: string, postal_code: string): CastHome {
  const id = `90000000-0000-4000-8000-00000000000${number}`;
  return { id, streetName, address: { street: `${houseNumber} ${streetName}`, locality, province, postal_code } };
}
