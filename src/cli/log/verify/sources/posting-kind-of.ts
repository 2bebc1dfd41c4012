import { postingKinds, type PostingRules } from '../../../../log/store/numbering/postings.ts';
import { isObject, parseJson } from '../../../../log/encoding/json.ts';
import type { EntryStore, PostingKind, StoredEntry } from '../../../../log/verify/source/log-source.ts';

/** The ordinal of the segment with the case and the authorities. */
const matterOrdinal = '1';

/**
 * Under what an entry about a data subject must be found in the index, from what the entry's root and leaf prove: the same as the
 * sequencer's SQL (`postingKind`).
 */
export function postingKindBy(rules: PostingRules): EntryStore['postingKindOf'] {
  return (entry, template, subject) => {
    const kind = kindOf(rules, entry, template, subject);
    return { kind, authority: kind === postingKinds.ORDERED ? entry.authority : null };
  };
}

function kindOf(
  { sealableRoles, checkedPurposes }: PostingRules,
  entry: StoredEntry,
  { role, purpose }: Readonly<Record<string, unknown>>,
  subject: string,
): PostingKind['kind'] {
  const { erased, covers, authority, principal } = entry;
  const isSealable = typeof role === 'string' && sealableRoles.includes(role);
  const isChecked =
    isErased(erased, matterOrdinal) ||
    (typeof purpose === 'string' && checkedPurposes.includes(purpose)) ||
    firstOf(covers)?.startsWith('PERSON ') === true ||
    (isSealable && authority?.includes(' ') === true);
  if (isChecked) return postingKinds.CHECKED;
  if (isSealable && authority !== null) return postingKinds.ORDERED;
  return principal === subject ? postingKinds.OWN : postingKinds.OPEN;
}

function isErased(erased: string | null, ordinal: string): boolean {
  const value = erased === null ? undefined : parseJson(erased);
  return isObject(value) && Object.hasOwn(value, ordinal);
}

function firstOf(list: string | null): string | undefined {
  const value = list === null ? undefined : parseJson(list);
  const [first]: readonly unknown[] = Array.isArray(value) ? value : [];
  return typeof first === 'string' ? first : undefined;
}
