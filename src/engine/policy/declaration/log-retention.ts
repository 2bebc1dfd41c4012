import type { Clause } from '../../register.ts';

/** How long the access log is kept, and under which authority. */
export interface LogRetention {
  readonly years: number;
  readonly clause: Clause;
  /** The acts that require it. */
  readonly authority: string;
  readonly sentence: string;
}

/**
 * The first month that is still kept on a day: every earlier month ended at least `years` ago. Pure.
 * @param today RFC 3339 full-date
 * @returns RFC 3339 full-date of the month's first day
 */
export function keptFrom({ years }: Pick<LogRetention, 'years'>, today: string): string {
  const year = String(Number(today.slice(0, 4)) - years).padStart(4, '0');
  return `${year}${today.slice(4, 7)}-01`;
}
