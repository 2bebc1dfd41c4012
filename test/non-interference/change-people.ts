import { hiddenResidents, inReadableLog, keepRows, type Difference } from './difference.ts';
import * as invent from './invent.ts';
import type { Resident } from './town.ts';
import { yearsAfter } from './tie.ts';

/** Other people where it may not be told who is on record: some go, some come, and households change among the hidden. */
export function changePeople(difference: Difference): void {
  removePeople(difference);
  changeHomes(difference);
  addPeople(difference);
  changeGuardianships(difference);
  for (const resident of difference.town['recreation.resident']) changeResident(difference, resident);
  shuffleRegistrations(difference);
}

function removePeople(difference: Difference): void {
  const { town, random, exists } = difference;
  // Somebody's protection covers the whole home, and a guardianship shows at both ends.
  const bound = new Set(
    town['recreation.guardianship']
      .filter(({ guardian_id, minor_id }) => exists(guardian_id) || exists(minor_id))
      .flatMap(({ guardian_id, minor_id }) => [guardian_id, minor_id]),
  );
  const needed = new Set<string | null>([
    ...difference.standpoint.about,
    ...town['recreation.employee'].map(({ resident_id }) => resident_id),
    ...inReadableLog(difference),
  ]);
  const going = new Set(
    hiddenResidents(difference)
      .filter(({ id, address_protected }) => !address_protected && !bound.has(id) && !needed.has(id) && random.chance(0.3))
      .map(({ id }) => id),
  );
  const stays = (id: string | null): boolean => id === null || !going.has(id);
  const staying = hiddenResidents(difference).filter(({ id }) => !going.has(id));
  // What stands in a queue stays, and turns out to be about somebody else.
  for (const ticket of town['recreation.ticket']) if (!stays(ticket.resident_id)) ticket.resident_id = random.pick(staying).id;
  for (const request of town['recreation.request']) if (!stays(request.resident_id)) request.resident_id = random.pick(staying).id;
  const owners = new Map(town['recreation.ticket'].map(({ id, resident_id }) => [id, resident_id]));
  for (const message of town['recreation.ticket_message']) {
    if (!stays(message.author_resident_id)) message.author_resident_id = owners.get(message.ticket_id)!;
  }
  for (const table of [
    'recreation.household_member',
    'recreation.account',
    'recreation.purchase',
    'recreation.encounter',
    'recreation.mandate_subject',
  ] as const) {
    keepRows(town, table, ({ resident_id }) => stays(resident_id));
  }
  keepRows(town, 'recreation.guardianship', ({ guardian_id, minor_id }) => stays(guardian_id) && stays(minor_id));
  keepRows(town, 'recreation.resident', ({ id }) => stays(id));
}

/** The homes of which nothing may be known and which decide nothing: nobody's there is seen, protected, or the principal's. */
function hiddenHomes({ town, standpoint, sees }: Difference): Set<string> {
  const residents = new Map(town['recreation.resident'].map((one) => [one.id, one]));
  const served = town['recreation.encounter'].find(({ id }) => id === standpoint.case)?.resident_id;
  const hidden = new Set(town['recreation.household'].map(({ id }) => id));
  for (const { household_id, resident_id, is_home } of town['recreation.household_member']) {
    const known = sees(resident_id, 'HOUSEHOLD') || resident_id === standpoint.principal || resident_id === served;
    if (known || !is_home || residents.get(resident_id)?.address_protected) hidden.delete(household_id);
  }
  return hidden;
}

function changeHomes(difference: Difference): void {
  const { town, random } = difference;
  const homes = hiddenHomes(difference);
  const members = town['recreation.household_member'].filter(({ household_id }) => homes.has(household_id));
  const elsewhere = new Set(
    town['recreation.household_member'].filter(({ household_id }) => !homes.has(household_id)).map(({ resident_id }) => resident_id),
  );
  const movable = members.filter(({ resident_id }) => !elsewhere.has(resident_id));
  const people = shuffled(
    movable.map(({ resident_id }) => resident_id),
    random,
  );
  movable.forEach((member, index) => (member.resident_id = people[index]!));
  const renamed = new Map([...homes].map((id) => [id, random.uuid()]));
  for (const home of town['recreation.household']) home.id = renamed.get(home.id) ?? home.id;
  for (const member of members) member.household_id = renamed.get(member.household_id)!;
}

function addPeople(difference: Difference): void {
  const { town, random, standpoint, oracle } = difference;
  const hidden = hiddenResidents(difference);
  if (hidden.length === 0) return;
  const homes = [...hiddenHomes(difference)];
  const seenHomes = town['recreation.household'].map(({ id }) => id).filter((id) => !homes.includes(id));
  for (let left = random.between(5, 25); left > 0; left -= 1) {
    const minor = random.chance(0.5);
    const id = random.uuid();
    const like = random.pick(hidden);
    const age = minor ? 9 : 40;
    town['recreation.resident'].push({ ...like, id, birth_date: yearsAfter(difference.today, -age), address_protected: false });
    town['recreation.account'].push({
      resident_id: id,
      balance: '0.00',
      overdue_amount: '0.00',
      overdue_since: null,
      credit_check_open: false,
      assigned_to: null,
    });
    // Where the household is no tie, or a minor's is none, somebody unknown can live with people whose household is seen.
    const intoSeen =
      minor && ['RESIDENT', 'PRIVACY_OFFICER', 'LAW_ENFORCEMENT'].includes(standpoint.role) && !oracle.under('NONE').has('EXISTENCE');
    const home =
      intoSeen && seenHomes.length > 0 && random.chance(0.4) ? random.pick(seenHomes) : homes.length > 0 ? random.pick(homes) : undefined;
    if (home !== undefined) town['recreation.household_member'].push({ household_id: home, resident_id: id, is_home: true });
  }
}

function changeGuardianships(difference: Difference): void {
  const { town, random, standpoint, sees, today } = difference;
  const isMinor = ({ birth_date }: Resident): boolean => yearsAfter(birth_date, 18) > today;
  const free = (guardianId: string): boolean => !sees(guardianId, 'HOUSEHOLD') && guardianId !== standpoint.principal;
  keepRows(town, 'recreation.guardianship', ({ guardian_id }) => !free(guardian_id) || random.chance(0.5));
  const guardians = town['recreation.resident'].filter((one) => !isMinor(one) && free(one.id));
  const minors = town['recreation.resident'].filter(isMinor);
  const known = new Set(town['recreation.guardianship'].map(({ guardian_id, minor_id }) => guardian_id + minor_id));
  for (let left = 15; left > 0 && guardians.length > 0 && minors.length > 0; left -= 1) {
    const [guardian_id, minor_id] = [random.pick(guardians).id, random.pick(minors).id];
    if (known.has(guardian_id + minor_id)) continue;
    known.add(guardian_id + minor_id);
    town['recreation.guardianship'].push({ guardian_id, minor_id, scope: ['ADDRESS'], valid_from: '2024-01-01', valid_until: null });
  }
}

function changeResident({ sees, random, today }: Difference, one: Resident): void {
  const hides = (category: string): boolean => !sees(one.id, category);
  const shows = (category: string): boolean => sees(one.id, category);
  if (hides('NAME')) {
    one.given_name = invent.name(random, shows('INITIALS') ? one.given_name.slice(0, 1) : undefined);
    one.family_name = invent.name(random, shows('INITIALS') ? one.family_name.slice(0, 1) : undefined);
  }
  if (hides('BIRTH_DATE')) one.birth_date = invent.birthDate(random, one.birth_date, today, shows('AGE'));
  if (hides('EMAIL')) {
    if (shows('EMAIL_HINT')) one.email = one.email && invent.email(random, one.email);
    else one.email = random.chance(0.3) ? null : invent.email(random);
  }
  if (hides('TELEPHONE')) {
    if (shows('TELEPHONE_HINT')) one.phone = one.phone && invent.phone(random, one.phone);
    else one.phone = random.chance(0.3) ? null : invent.phone(random);
    one.mobile_phone = random.chance(0.3) ? null : invent.phone(random);
  }
  if (hides('ADDRESS')) {
    one.street = random.chance(0.2) ? null : invent.street(random);
    one.postal_code = random.chance(0.2) ? null : invent.postalCode(random);
  }
  if (hides('LOCALITY')) {
    one.locality = random.chance(0.2) ? null : invent.name(random);
    one.province = random.chance(0.2) ? null : random.pick(['AB', 'SK', 'BC', 'YT']);
  }
}

/** The order of registration is nobody's secret; among people of whom nothing may be known it can be any. */
function shuffleRegistrations({ town, exists, random, now }: Difference): void {
  for (const one of town['recreation.resident']) if (!exists(one.id)) one.registered_at = invent.instant(random, now);
}

/** The same in another order. */
export function shuffled<T>(list: readonly T[], random: Difference['random']): T[] {
  return list
    .map((item) => ({ item, at: random.fraction() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);
}
