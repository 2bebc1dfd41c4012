import { authorities, authorityOn } from '../policy/purposes.ts';

/** A legal authority and the days on which it holds. */
export interface AuthorityVersion {
  /** The acts, in one line. */
  readonly acts: string;
  /** RFC 3339 full-date, inclusive; null: since before this software. */
  readonly from: string | null;
  /** RFC 3339 full-date, exclusive; null: still in force on the day that was asked about. */
  readonly until: string | null;
}

/**
 * The legal authority in force on a day and every earlier one, oldest first (clause `authority`).
 * @param today RFC 3339 full-date
 */
export function authorityVersions(today: string): readonly AuthorityVersion[] {
  const days = authorities.flatMap(({ from, until }) => [from, until]).filter((day): day is string => day !== undefined && day <= today);
  const turns = [null, ...[...new Set(days)].toSorted()];
  return turns.map((from, index) => ({ acts: authorityOn(from ?? '0000-01-01'), from, until: turns[index + 1] ?? null }));
}
