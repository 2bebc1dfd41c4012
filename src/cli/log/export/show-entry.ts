import { rolesOf, type Vocabulary } from '../../../engine/policy/declaration/vocabulary.ts';
import { isWithin, type Bundle, type BundleEntry, type BundleSubject } from '../../../log/bundle/bundle.ts';
import type { Auditor } from './auditor.ts';
import type { StoredEntry } from './read-range.ts';

/** Converts an entry to its form in the bundle: shows what the auditor may see. */
export function showEntry(vocabulary: Vocabulary, entry: StoredEntry, auditor: Auditor, engagement: Bundle['engagement']): BundleEntry {
  const outside: readonly string[] = rolesOf(vocabulary, 'ORGANISATION');
  const { number, header, principal, case: matter, erased } = entry;
  if (!isWithin(header.at, engagement)) {
    const closed = { closed: 'NOT_IN_DATES' } as const;
    return { number, header, principal: closed, case: closed, subjects: closed, unseen: 0, erased };
  }
  const closed = closedFor(entry, auditor);
  const shown = closed ? [] : entry.subjects.filter(({ id }) => auditor.sees(id));
  return {
    number,
    header,
    principal: outside.includes(header.role) ? (principal ?? { closed: 'ERASED' }) : { closed: 'NOT_A_PARTNER' },
    case: matter === undefined ? { closed: 'ERASED' } : namesAuthorityAlone(matter) ? matter : { closed: 'NO_AUTHORITY_ALONE' },
    subjects: closed ? { closed } : shown.map((subject) => underPseudonym(subject, auditor)).toSorted(byPseudonym),
    unseen: closed ? 0 : entry.subjects.length - shown.length,
    erased,
  };
}

/** The data subjects of an entry that the bundle shows or withholds: the disclosure's entry names them. */
export function touchedIn(entry: StoredEntry, auditor: Auditor, engagement: Bundle['engagement']): readonly string[] {
  return isWithin(entry.header.at, engagement) && !closedFor(entry, auditor) ? entry.subjects.map(({ id }) => id) : [];
}

// The auditor knows whom the auditor's own entries are about, so showing them would reveal pseudonyms. An attacker who tries a
// person's password knows whom that entry is about.
function closedFor({ header, principal }: StoredEntry, { id }: Auditor): 'OWN_ENTRY' | 'OF_ACCOUNT' | undefined {
  if (header.operationType === 'account') return 'OF_ACCOUNT';
  return principal?.content.id === id ? 'OWN_ENTRY' : undefined;
}

function namesAuthorityAlone({ content }: NonNullable<StoredEntry['case']>): boolean {
  return content.authority !== null && content.case === null;
}

function underPseudonym({ id, relationship, released, withheld }: StoredEntry['subjects'][number], auditor: Auditor): BundleSubject {
  return { pseudonym: auditor.pseudonymOf(id), relationship, released, withheld };
}

function byPseudonym(one: BundleSubject, other: BundleSubject): number {
  return one.pseudonym < other.pseudonym ? -1 : 1;
}
