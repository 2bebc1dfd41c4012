import type { Clause } from '../statement/clauses.ts';

/** How long data is kept, and under which authority. */
export interface Retention {
  readonly years: number;
  readonly clause: Clause;
  /** The acts that require it. */
  readonly authority: string;
  readonly sentence: string;
}

/**
 * The retention of the access log. An access entry is personal information about its reader and its data subject, so it is not kept
 * forever.
 */
export const logRetention: Retention = {
  years: 7,
  clause: 'rights',
  authority: 'Protection of Privacy Act',
  sentence: 'We keep the record of who looked at what for seven years, so that a person can ask or complain about it, and no longer.',
};

/**
 * The first month that is still kept on a day: every earlier month ended at least `years` ago.
 * @param today RFC 3339 full-date
 * @returns RFC 3339 full-date of the month's first day
 */
export function keptFrom(today: string, { years }: Retention = logRetention): string {
  const year = String(Number(today.slice(0, 4)) - years).padStart(4, '0');
  return `${year}${today.slice(4, 7)}-01`;
}
