import type { LogEntry, LogSegment } from '../town.ts';
import { shuffled } from './change-people.ts';
import type { TownChange } from './town-change.ts';
import { employeeRoles } from '../../../../src/town/policy/words/roles.ts';

/**
 * Changes the entries of the access log that may not be read: principals, data subjects, and contents. The numbers stay,
 * because they reveal how long the whole log is.
 */
export function changeLog(change: TownChange): void {
  const { town, oracle, standpoint } = change;
  // A review and an audit read every entry, with people under pseudonyms.
  const scope = oracle.scopeOf('Query.accessEntries');
  if (scope === 'ALL' || scope === 'MANDATE') return;
  const segments = Map.groupBy(town['access_log.segment'], ({ seq }) => seq);
  const views = new Map(town['access_log.entry'].map(({ seq, views: seen }) => [seq, seen]));
  const seesEmployees = oracle.under('NONE').has('EMPLOYEE_IDENTITY');
  const readable = scope !== undefined && standpoint.principal !== undefined;
  const viewOf = (seq: number, coordinate: string): number =>
    views.get(seq)!.push({ relationship: 'NONE', released: [coordinate], withheld: [] }) - 1;
  const changed: LogSegment[] = [];
  for (const entry of town['access_log.entry']) {
    const own = segments.get(entry.seq) ?? [];
    if (isOwnDisclosure(change, own)) {
      changed.push(...own.flatMap((segment) => changeDisclosed(change, segment, viewOf)));
      continue;
    }
    const shown = own.some((segment) => readable && isShown(change, segment));
    if (!shown) replaceEntry(entry, change);
    const subjects = new Set(own.map(({ subject_id }) => subject_id));
    changed.push(
      ...own.flatMap((segment) => changeSegment(change, segment, shown, seesEmployees, { header: entry.header, subjects }, viewOf)),
    );
  }
  town['access_log.segment'] = changed;
  const ownDisclosures = new Set([...segments].filter(([, own]) => isOwnDisclosure(change, own)).map(([seq]) => seq));
  for (const segment of town['access_log.segment'].filter(({ ordinal, seq }) => ordinal === 0 && !ownDisclosures.has(seq))) {
    // The number of an entry's data subjects is hidden too.
    if (change.random.chance(0.5)) town['access_log.segment'].push(stranger(change, segment, viewOf(segment.seq, 'Resident.phone')));
  }
}

/** Whether an entry is a read by the partner of the standpoint under its mandate: `myMandate` shows it. */
function isOwnDisclosure({ standpoint: { mandate, principal } }: TownChange, own: readonly LogSegment[]): boolean {
  const has = (ordinal: number, key: string, value: string | undefined): boolean =>
    value !== undefined && own.some((segment) => segment.ordinal === ordinal && segment.content?.[key] === value);
  return has(0, 'id', principal) && has(1, 'authority', mandate);
}

/** Changes what the partner's own entry says of people whom the mandate does not cover. */
function changeDisclosed(change: TownChange, segment: LogSegment, viewOf: (seq: number, coordinate: string) => number): LogSegment[] {
  if (segment.subject_id === null || change.exists(segment.subject_id)) return [segment];
  return change.random.chance(0.5) ? [] : [{ ...segment, seen: viewOf(segment.seq, 'Resident.email') }];
}

function isShown({ sees }: TownChange, { subject_id }: LogSegment): boolean {
  return subject_id !== null && sees(subject_id, 'ACCESS_HISTORY');
}

/** Changes the contents of an entry that may not be read: its id, its time, and everything that its data subjects could see. */
function replaceEntry(entry: LogEntry, { random, now }: TownChange): void {
  const { header } = entry;
  const [role, purpose] = random.pick([
    ['CUSTOMER_SERVICE', 'PAYMENT'],
    ['SUPPORT', 'CUSTOMER_SUPPORT'],
    ['RESIDENT', 'SELF_SERVICE'],
  ] as const);
  entry.id = random.uuid();
  header['id'] = entry.id;
  header['at'] = new Date(now.getTime() - random.between(1, 3_000) * 1_000).toISOString();
  header['role'] = role;
  header['purpose'] = purpose;
  header['outcome'] = random.pick(['ANSWERED', 'REFUSED']);
}

function changeSegment(
  change: TownChange,
  segment: LogSegment,
  shown: boolean,
  seesEmployees: boolean,
  { header, subjects }: { readonly header: Record<string, unknown>; readonly subjects: ReadonlySet<string | null> },
  viewOf: (seq: number, coordinate: string) => number,
): LogSegment[] {
  const { town, random, standpoint } = change;
  if (segment.ordinal === 1) return [segment];
  if (segment.ordinal === 0) {
    const employee = (employeeRoles as readonly string[]).includes(String(header['role']));
    // A principal knows its own reads, and a history says which reads are those of the person, so no other read becomes one of them.
    const mayRead = ({ id }: { readonly id: string }): boolean => id !== standpoint.principal && !subjects.has(id);
    const { id } = random.pick<{ readonly id: string }>(
      employee ? town['recreation.employee'].filter(mayRead) : town['recreation.resident'].filter(mayRead),
    );
    const principal = segment.content?.['id'];
    const own = principal === standpoint.principal || subjects.has(principal as string);
    const kept = shown && (own || !(employee || header['role'] === 'RESIDENT') || (employee && seesEmployees));
    return [kept ? segment : { ...segment, content: { ...segment.content, id } }];
  }
  if (isShown(change, segment)) return [segment];
  if (random.chance(0.5)) return [];
  const [coordinate] = shuffled(['Resident.email', 'Resident.birthDate', 'Resident.familyName'], random);
  return [{ ...segment, seen: viewOf(segment.seq, coordinate!) }];
}

function stranger({ town, random, sees }: TownChange, { month, seq }: LogSegment, seen: number): LogSegment {
  const others = town['recreation.resident'].filter(({ id }) => !sees(id, 'ACCESS_HISTORY'));
  return { month, seq, ordinal: 1_000, content: null, subject_id: random.pick(others).id, seen };
}
