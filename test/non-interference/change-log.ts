import type { Difference } from './difference.ts';
import { shuffled } from './change-people.ts';
import type { LogOpening } from './town.ts';

/**
 * Another access log where it may not be read: other principals, and other data subjects in entries
 * that are not one's own. The numbers stay, for they tell how long the whole log is.
 */
export function changeLog(difference: Difference): void {
  const { town, oracle, standpoint } = difference;
  // A review and an audit read every entry, of people under pseudonyms.
  const scope = oracle.scopeOf('Query.accessEntries');
  if (scope === 'ALL' || scope === 'MANDATE') return;
  const openings = Map.groupBy(town['access_log.opening'], ({ seq }) => seq);
  const views = new Map(town['access_log.entry'].map(({ seq, views: seen }) => [seq, seen]));
  const seesEmployees = oracle.under('NONE').has('EMPLOYEE_IDENTITY');
  const readable = scope !== undefined && standpoint.principal !== undefined;
  const viewOf = (seq: number, coordinate: string): number =>
    views.get(seq)!.push({ relationship: 'NONE', released: [coordinate], withheld: [] }) - 1;
  town['access_log.opening'] = town['access_log.entry'].flatMap(({ seq, header }) => {
    const own = openings.get(seq) ?? [];
    const shown = own.some((opening) => readable && isShown(difference, opening));
    if (!shown) replaceHeader(header, difference);
    return own.flatMap((opening) => changeOpening(difference, opening, shown, seesEmployees, header, viewOf));
  });
  for (const opening of town['access_log.opening'].filter(({ ordinal }) => ordinal === 0)) {
    // Nobody knows how many others an entry is about.
    if (difference.random.chance(0.5))
      town['access_log.opening'].push(stranger(difference, opening, viewOf(opening.seq, 'Resident.phone')));
  }
}

function isShown({ sees }: Difference, { subject_id }: LogOpening): boolean {
  return subject_id !== null && sees(subject_id, 'ACCESS_HISTORY');
}

function replaceHeader(header: Record<string, unknown>, { random }: Difference): void {
  header['role'] = random.pick(['CUSTOMER_SERVICE', 'SUPPORT', 'RESIDENT']);
  header['outcome'] = random.pick(['ANSWERED', 'REFUSED']);
}

function changeOpening(
  difference: Difference,
  opening: LogOpening,
  shown: boolean,
  seesEmployees: boolean,
  header: Record<string, unknown>,
  viewOf: (seq: number, coordinate: string) => number,
): LogOpening[] {
  const { town, random, standpoint } = difference;
  if (opening.ordinal === 1) return [opening];
  if (opening.ordinal === 0) {
    const employee = ['CUSTOMER_SERVICE', 'SUPPORT', 'PRIVACY_OFFICER', 'SECURITY'].includes(String(header['role']));
    // Which reads are one's own, and no others, everybody knows.
    const others = (employee ? town['recreation.employee'] : town['recreation.resident']).filter((one) => one.id !== standpoint.principal);
    const { id } = random.pick<{ readonly id: string }>(others);
    const own = opening.content?.['id'] === standpoint.principal;
    const kept = shown && (own || !(employee || header['role'] === 'RESIDENT') || (employee && seesEmployees));
    return [kept ? opening : { ...opening, content: { ...opening.content, id } }];
  }
  if (isShown(difference, opening)) return [opening];
  if (random.chance(0.5)) return [];
  const [coordinate] = shuffled(['Resident.email', 'Resident.birthDate', 'Resident.familyName'], random);
  return [{ ...opening, seen: viewOf(opening.seq, coordinate!) }];
}

function stranger({ town, random, sees }: Difference, { month, seq }: LogOpening, seen: number): LogOpening {
  const others = town['recreation.resident'].filter(({ id }) => !sees(id, 'ACCESS_HISTORY'));
  return { month, seq, ordinal: 1_000, salt: String.raw`\x00`, content: null, subject_id: random.pick(others).id, seen };
}
