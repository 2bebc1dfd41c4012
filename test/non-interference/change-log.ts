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
  const seesEmployees = oracle.under('NONE').has('EMPLOYEE_IDENTITY');
  const readable = scope !== undefined && standpoint.principal !== undefined;
  town['access_log.opening'] = town['access_log.entry'].flatMap(({ seq, header }) => {
    const own = openings.get(seq) ?? [];
    const shown = own.some((opening) => readable && isShown(difference, opening));
    if (!shown) replaceHeader(header, difference);
    return own.flatMap((opening) => changeOpening(difference, opening, shown, seesEmployees, header));
  });
  for (const opening of town['access_log.opening'].filter(({ kind }) => kind === 'principal')) {
    // Nobody knows how many others an entry is about.
    if (difference.random.chance(0.5)) town['access_log.opening'].push(stranger(difference, opening.seq));
  }
  const indexed = new Map(
    town['access_log.opening']
      .filter(({ kind }) => kind === 'subject')
      .map(({ seq, content }) => [`${seq} ${String(content['id'])}`, { seq, subject_id: String(content['id']) }]),
  );
  town['access_log.subject'] = [...indexed.values()];
}

function isShown({ sees }: Difference, { kind, content }: LogOpening): boolean {
  return kind === 'subject' && sees(String(content['id']), 'ACCESS_HISTORY');
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
): LogOpening[] {
  const { town, random } = difference;
  if (opening.kind === 'case') return [opening];
  if (opening.kind === 'principal') {
    const employee = ['CUSTOMER_SERVICE', 'SUPPORT', 'PRIVACY_OFFICER', 'SECURITY'].includes(String(header['role']));
    const id = employee ? random.pick(town['recreation.employee']).id : random.pick(town['recreation.resident']).id;
    const kept = shown && (!(employee || header['role'] === 'RESIDENT') || (employee && seesEmployees));
    return [kept ? opening : { ...opening, content: { ...opening.content, id } }];
  }
  if (isShown(difference, opening)) return [opening];
  if (random.chance(0.5)) return [];
  const [coordinate] = shuffled(['Resident.email', 'Resident.birthDate', 'Resident.familyName'], random);
  return [{ ...opening, content: { ...opening.content, relationship: 'NONE', released: [coordinate], withheld: [] } }];
}

function stranger({ town, random, sees }: Difference, seq: number): LogOpening {
  const others = town['recreation.resident'].filter(({ id }) => !sees(id, 'ACCESS_HISTORY'));
  return {
    seq,
    ordinal: 1_000,
    kind: 'subject',
    salt: String.raw`\x00`,
    content: { kind: 'subject', id: random.pick(others).id, relationship: 'NONE', released: ['Resident.phone'], withheld: [] },
  };
}
