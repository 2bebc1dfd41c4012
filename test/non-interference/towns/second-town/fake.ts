import type { Random } from '../../../../demo/population/random.ts';
import { yearsAfter } from '../expected-relationships.ts';

const syllables = ['ba', 'cor', 'du', 'fen', 'gil', 'ho', 'jas', 'ka', 'lo', 'mur', 'ni', 'pe', 'quo', 'ras', 'sil', 'tu', 'vex', 'wy'];
const ageBandEdges = [0, 6, 13, 18, 30, 45, 65, 95];

/** A random lower-case word. */
function word(random: Random): string {
  return Array.from({ length: random.between(3, 5) }, () => random.pick(syllables)).join('');
}

/** A name; `initial` if the first letter must stay. */
export function name(random: Random, initial?: string): string {
  const made = word(random);
  return initial === undefined ? made[0]!.toUpperCase() + made.slice(1) : initial + made;
}

/** A sentence or two. */
export function text(random: Random): string {
  return Array.from({ length: random.between(2, 9) }, () => word(random)).join(' ');
}

/** An email address; `hinted` is another address whose hint (the first letter) must stay. */
export function email(random: Random, hinted?: string): string {
  return `${hinted === undefined ? '' : hinted.slice(0, 1)}${word(random)}@${word(random)}.example`;
}

/** A telephone number; `hinted` is another number whose hint (the last two digits) must stay. */
export function phone(random: Random, hinted?: string): string {
  const end = hinted === undefined ? String(random.between(10, 99)) : hinted.slice(-2);
  return `+1${random.between(200, 999)}${random.between(20_000, 99_999)}${end}`;
}

export function street(random: Random): string {
  return `${random.between(1, 9_999)} ${name(random)} Way`;
}

export function postalCode(random: Random): string {
  const letter = (): string => 'ABCEGHJKLMNPRSTVXY'.charAt(random.below(18));
  return `${letter()}${random.below(10)}${letter()} ${random.below(10)}${letter()}${random.below(10)}`;
}

/**
 * A birth date with another year or day, on the same side of 18 as the old one, and in the same age band if `sameBand`.
 * @param today RFC 3339 full-date
 */
export function birthDate(random: Random, old: string, today: string, sameBand: boolean): string {
  const reached = ageBandEdges.findLast((edge) => yearsAfter(old, edge) <= today) ?? 0;
  const next = ageBandEdges[ageBandEdges.indexOf(reached) + 1] ?? 95;
  const [least, most] = sameBand ? [reached, next] : reached < 18 ? [0, 18] : [18, 95];
  // Well inside, so that no birthday of this year matters.
  const age = random.between(least, most - 1);
  const earliest = yearsAfter(today, -age - 1);
  return new Date(Date.parse(earliest) + random.between(2, 363) * 86_400_000).toISOString().slice(0, 10);
}

/** An instant of the last years. */
export function instant(random: Random, now: Date): string {
  return new Date(now.getTime() - random.between(3_600, 70_000_000) * 1_000).toISOString();
}

/** The days of a pass, or none: for what is not a pass. */
export function validity(random: Random): { valid_from: string | null; valid_until: string | null } {
  if (random.chance(0.3)) return { valid_from: null, valid_until: null };
  const month = String(random.between(1, 5)).padStart(2, '0');
  return { valid_from: `2025-${month}-${random.between(10, 28)}`, valid_until: `2026-${month}-${random.between(10, 28)}` };
}

/** An amount of money with two decimals. */
export function amount(random: Random): string {
  return (random.between(1, 99_999) / 100).toFixed(2);
}
