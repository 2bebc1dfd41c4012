import { cast, matters } from '../../../demo/personas.ts';
import { readRootFieldsFile } from '../../helpers/policy/matrix-file.ts';
import { entryReader, logReader, subjectPseudonym, type Pseudonyms } from '../../../src/engine/rows/pseudonyms.ts';
import type { Standpoint } from './standpoints.ts';
import type { Town } from './town.ts';

/** The values that arguments are chosen from. Some occur in both towns, some in one, some in neither. */
export interface Pools {
  /** The root fields that the standpoint can enter. */
  readonly rootFields: ReadonlySet<string>;
  readonly residents: readonly string[];
  readonly employees: readonly string[];
  readonly tickets: readonly string[];
  readonly requests: readonly string[];
  readonly entries: readonly string[];
  readonly encounters: readonly string[];
  readonly mandates: readonly string[];
  readonly partners: readonly string[];
  readonly services: readonly string[];
  readonly names: readonly string[];
  readonly localities: readonly string[];
  readonly dates: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  /** Of people in the access log, for the standpoint and for another reader. */
  readonly pseudonyms: readonly string[];
}

const absent = '00000000-0000-4000-8000-00000000dead';

/** Collects values for arguments. The values most likely to have an answer come first, and more than once. */
export function gatherPools(one: Town, other: Town, standpoint: Standpoint, pseudonyms: Pseudonyms): Pools {
  const both = [...one['recreation.resident'], ...other['recreation.resident']];
  const ids = (
    table: 'recreation.ticket' | 'recreation.request' | 'recreation.encounter' | 'recreation.mandate',
    first: readonly string[],
  ): string[] => [
    ...new Set([
      ...first,
      ...first,
      ...some(
        [...one[table], ...other[table]].map(({ id }) => id),
        40,
      ),
      absent,
    ]),
  ];
  const present = new Set(other['recreation.resident'].map(({ id }) => id));
  const onlyHere = one['recreation.resident'].map(({ id }) => id).filter((id) => !present.has(id));
  const known = [...standpoint.about, ...standpoint.about, ...Object.values(cast)];
  const people = [
    ...known,
    ...some(onlyHere, 20),
    ...some(
      both.map(({ id }) => id),
      60,
    ),
    absent,
  ];
  const disguised = standpoint.mandate === undefined ? [] : people.map((id) => pseudonyms.disguise(standpoint.principal ?? '', id));
  const logged = logReader(standpoint.role, standpoint.principal, standpoint.purpose ?? standpoint.purposes[0]);
  const reader = entryReader(logged);
  const present_ = <T>(values: readonly (T | null)[]): T[] => values.filter((value) => value !== null);
  return {
    rootFields: rootFieldsFor(standpoint),
    residents: [...people, ...disguised, 'not-an-id'],
    employees: [...new Set([...one['recreation.employee'].map(({ id }) => id), absent])],
    tickets: ids('recreation.ticket', [matters.ticket, matters.protectedTicket, matters.unassignedTicket]),
    requests: ids('recreation.request', [matters.request, matters.protectedRequest, matters.anonymousRequest]),
    entries: [
      ...some(
        one['access_log.entry'].map(({ id }) => pseudonyms.disguise(reader, id)),
        40,
      ),
      absent,
    ],
    encounters: ids('recreation.encounter', standpoint.case === undefined ? [matters.encounter] : [standpoint.case]),
    mandates: ids('recreation.mandate', [...(standpoint.mandate === undefined ? [] : [standpoint.mandate]), matters.courtOrder]),
    partners: [...one['recreation.partner'].map(({ id }) => id), absent],
    services: [...one['recreation.service'].map(({ id }) => id), absent],
    names: some(
      both.flatMap(({ given_name, family_name }) => [given_name, family_name, family_name.slice(0, 1), given_name.slice(0, 2)]),
      300,
    ),
    localities: some(present_(both.map(({ locality }) => locality)), 40),
    dates: [
      ...some(
        both.map(({ birth_date }) => birth_date),
        40,
      ),
      '2026-06-15',
      'yesterday',
    ],
    emails: some(present_(both.map(({ email }) => email)), 60),
    phones: some(present_(both.map(({ phone }) => phone)), 60),
    pseudonyms: [
      ...some(people, 30).map((id) => subjectPseudonym(pseudonyms, logged, id)),
      subjectPseudonym(pseudonyms, 'another reader', cast.resident),
      'P-0',
    ],
  };
}

/** The root fields that a standpoint can enter, from the committed matrix. */
export function rootFieldsFor(standpoint: Standpoint): ReadonlySet<string> {
  const purposes: readonly string[] = standpoint.purposes;
  const lines = readRootFieldsFile().filter(
    ({ role, purposes: open }) => role === 'ANYBODY' || (role === standpoint.role && open.some((purpose) => purposes.includes(purpose))),
  );
  return new Set(lines.map(({ field }) => field));
}

/** At most `most` items, spread evenly over a list. */
function some<T>(list: readonly T[], most: number): T[] {
  const step = Math.max(1, Math.floor(list.length / most));
  return list.filter((_item, index) => index % step === 0).slice(0, most);
}
