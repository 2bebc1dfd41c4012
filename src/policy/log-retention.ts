import type { Clause } from './clauses.ts';

/** How long something is kept, and under which authority. */
export interface Retention {
  readonly years: number;
  readonly clause: Clause;
  /** The acts that it follows from. */
  readonly authority: string;
  readonly sentence: string;
}

/** The access log's own retention. Who looked at whom is personal information about both, so it is not kept for ever. */
export const logRetention: Retention = {
  years: 7,
  clause: 'rights',
  authority: 'Protection of Privacy Act',
  sentence: 'Who looked at what is kept for seven years, while somebody may still ask or complain about it, and no longer.',
};

/**
 * The first month that is still kept on a day: every month before it ended so many years ago.
 * @param today RFC 3339 full-date
 * @returns RFC 3339 full-date of the month's first day
 */
export function keptFrom(today: string, { years }: Retention = logRetention): string {
  const [year = '', month = ''] = today.split('-');
  return `${String(Number(year) - years).padStart(4, '0')}-${month}-01`;
}
