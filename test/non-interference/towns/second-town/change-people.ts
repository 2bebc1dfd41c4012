import { conflictsOfInterest, yearsAfter } from '../expected-relationships.ts';
import type { Resident } from '../town.ts';
import { changeResident } from './change-resident.ts';
import * as fake from './fake.ts';
import { hiddenResidents, inReadableLog, keepRows, type TownChange } from './town-change.ts';

/** Removes, adds and rehouses residents that the standpoint may not know of. */
export function changePeople(change: TownChange): void {
  removePeople(change);
  changeHomes(change);
  addPeople(change);
  changeGuardianships(change);
  for (const resident of change.town['recreation.resident']) changeResident(change, resident);
  changeDays(change);
  shuffleRegistrations(change);
}

function removePeople(change: TownChange): void {
  const { town, random, exists } = change;
  // Protection covers a whole household, and a guardianship is visible from both ends.
  const bound = new Set(
    town['recreation.guardianship']
      .filter(({ guardian_id, minor_id }) => exists(guardian_id) || exists(minor_id))
      .flatMap(({ guardian_id, minor_id }) => [guardian_id, minor_id]),
  );
  const needed = new Set<string | null>([
    ...change.standpoint.about,
    ...town['recreation.employee'].map(({ resident_id }) => resident_id),
    ...inReadableLog(change),
  ]);
  const going = new Set(
    hiddenResidents(change)
      .filter(({ id, address_protected }) => !address_protected && !bound.has(id) && !needed.has(id) && random.chance(0.3))
      .map(({ id }) => id),
  );
  const stays = (id: string | null): boolean => id === null || !going.has(id);
  const staying = hiddenResidents(change).filter(({ id }) => !going.has(id));
  // A row of a queue stays, with another data subject.
  for (const ticket of town['recreation.ticket']) if (!stays(ticket.resident_id)) ticket.resident_id = random.pick(staying).id;
  // The person who filed it and the author of its messages stay two people, or one.
  const replaced = new Map([...going].map((id) => [id, random.pick(staying).id]));
  const replace = (id: string | null): string | null => (id === null ? null : (replaced.get(id) ?? id));
  for (const request of town['recreation.request']) {
    request.resident_id = replace(request.resident_id);
    const filedBy = replace(request.filed_by_id);
    request.filed_by_id = filedBy === request.resident_id ? null : filedBy;
  }
  for (const message of town['recreation.request_message']) message.author_resident_id = replace(message.author_resident_id);
  const owners = new Map(town['recreation.ticket'].map(({ id, resident_id }) => [id, resident_id]));
  for (const message of town['recreation.ticket_message']) {
    if (!stays(message.author_resident_id)) message.author_resident_id = owners.get(message.ticket_id)!;
  }
  for (const table of [
    'recreation.household_member',
    'recreation.account',
    'recreation.payment',
    'recreation.purchase',
    'recreation.encounter',
    'recreation.mandate_subject',
  ] as const) {
    keepRows(town, table, ({ resident_id }) => stays(resident_id));
  }
  keepRows(town, 'recreation.ticket_read', ({ reader_id }) => stays(reader_id));
  keepRows(town, 'recreation.guardianship', ({ guardian_id, minor_id }) => stays(guardian_id) && stays(minor_id));
  keepRows(town, 'recreation.statement_acknowledgement', ({ resident_id }) => stays(resident_id));
  keepRows(town, 'recreation.resident', ({ id }) => stays(id));
}

/** The households without a member who is visible, protected or the principal. No answer shows them. */
function hiddenHomes({ town, standpoint, sees }: TownChange): Set<string> {
  const residents = new Map(town['recreation.resident'].map((one) => [one.id, one]));
  const served = town['recreation.encounter'].find(({ id }) => id === standpoint.case)?.resident_id;
  const hidden = new Set(town['recreation.household'].map(({ id }) => id));
  for (const { household_id, resident_id, is_home } of town['recreation.household_member']) {
    const known = sees(resident_id, 'HOUSEHOLD') || resident_id === standpoint.principal || resident_id === served;
    if (known || !is_home || residents.get(resident_id)?.address_protected) hidden.delete(household_id);
  }
  return hidden;
}

function changeHomes(change: TownChange): void {
  const { town, random } = change;
  const homes = hiddenHomes(change);
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

function addPeople(change: TownChange): void {
  const { town, random, standpoint, oracle } = change;
  const hidden = hiddenResidents(change);
  if (hidden.length === 0) return;
  const homes = [...hiddenHomes(change)];
  const seenHomes = town['recreation.household'].map(({ id }) => id).filter((id) => !homes.includes(id));
  for (let left = random.between(5, 25); left > 0; left -= 1) {
    const minor = random.chance(0.5);
    const id = random.uuid();
    const like = random.pick(hidden);
    const age = minor ? 9 : 40;
    town['recreation.resident'].push({ ...like, id, birth_date: yearsAfter(change.today, -age), address_protected: false });
    town['recreation.account'].push({
      resident_id: id,
      balance: '0.00',
      overdue_amount: '0.00',
      overdue_since: null,
      credit_check_open: false,
      assigned_to: null,
    });
    // Where a household, or a minor's household, makes no relationship, a hidden resident can live with people whose household is visible.
    const intoSeen =
      minor && ['RESIDENT', 'PRIVACY_OFFICER', 'LAW_ENFORCEMENT'].includes(standpoint.role) && !oracle.under('NONE').has('EXISTENCE');
    const home =
      intoSeen && seenHomes.length > 0 && random.chance(0.4) ? random.pick(seenHomes) : homes.length > 0 ? random.pick(homes) : undefined;
    if (home !== undefined) town['recreation.household_member'].push({ household_id: home, resident_id: id, is_home: true, since: null });
  }
}

function changeGuardianships(change: TownChange): void {
  const { town, random, standpoint, sees, today } = change;
  const isMinor = ({ birth_date }: Resident): boolean => yearsAfter(birth_date, 18) > today;
  const conflicts = conflictsOfInterest(town, standpoint);
  const free = (guardianId: string): boolean =>
    !sees(guardianId, 'HOUSEHOLD') && guardianId !== standpoint.principal && !conflicts.has(guardianId);
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

/** Changes since when people whose days the standpoint may not see live with others, and are in charge of minors. */
function changeDays({ town, sees, random, now }: TownChange): void {
  for (const member of town['recreation.household_member'])
    if (!sees(member.resident_id, 'HELD_SINCE')) member.since = random.chance(0.2) ? null : fake.instant(random, now);
  for (const care of town['recreation.guardianship'])
    if (!sees(care.guardian_id, 'HELD_SINCE')) care.valid_from = fake.instant(random, now).slice(0, 10);
}

/** Changes the registration times of residents that the standpoint may not know of. */
function shuffleRegistrations({ town, exists, random, now }: TownChange): void {
  for (const one of town['recreation.resident']) if (!exists(one.id)) one.registered_at = fake.instant(random, now);
}

/** The same items in a random order. */
export function shuffled<T>(list: readonly T[], random: TownChange['random']): T[] {
  return list
    .map((item) => ({ item, at: random.fraction() }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ item }) => item);
}
