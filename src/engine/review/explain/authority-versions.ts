import { authorityOn, type Vocabulary } from '../../policy/declaration/vocabulary.ts';

/** A legal authority and the period in which it is in force. */
export interface AuthorityVersion {
  /** The acts, in one line. */
  readonly acts: string;
  /** RFC 3339 full-date, inclusive; null: since before the first recorded change. */
  readonly from: string | null;
  /** RFC 3339 full-date, exclusive; null: still in force on the given day. */
  readonly until: string | null;
}

/**
 * The legal authority in force on a day and all earlier ones, oldest first (clause `authority`).
 * @param today RFC 3339 full-date
 */
export function authorityVersions(vocabulary: Pick<Vocabulary, 'authorities'>, today: string): readonly AuthorityVersion[] {
  const days = vocabulary.authorities
    .flatMap(({ from, until }) => [from, until])
    .filter((day): day is string => day !== undefined && day <= today);
  const starts = [null, ...[...new Set(days)].toSorted()];
  return starts.map((from, index) => ({ acts: authorityOn(vocabulary, from ?? '0000-01-01'), from, until: starts[index + 1] ?? null }));
}
