import { createRandom } from './random.ts';
import type { VisitRow } from './tables.ts';

const sections = ['/', '/swimming', '/skating', '/courses', '/passes', '/facilities', '/camps', '/privacy', '/contact'] as const;
// Fewer than 11 visits each, for any size of population: statistics must suppress these counts.
const rareSections = [
  ['/careers/archive', 7],
  ['/board-minutes', 4],
] as const;
const browsers = ['Firefox', 'Chrome', 'Safari', 'Edge', 'Chrome', 'Safari'] as const;
const platforms = ['Android', 'iOS', 'Windows', 'macOS', 'iOS', 'Windows', 'Linux'] as const;
const downloads = ['pool-schedule.pdf', 'course-guide.pdf', 'rental-terms.pdf', 'privacy-statement.pdf'] as const;

const oneHour = 3_600_000;
const hoursBack = 60 * 24;
const most = 1_000_000;

/**
 * Draws the web visits of the last sixty days: three for every two residents, at most a million. They have a seed of
 * their own, so that no visit depends on a person.
 */
export function* drawVisits(residents: number, now: Date): Generator<VisitRow> {
  const random = createRandom('web visits');
  const thisHour = Math.floor(now.getTime() / oneHour) * oneHour;
  const visit = (section: string): VisitRow => ({
    id: random.uuid(),
    network_address: networkAddress(),
    browser: random.pick(browsers),
    platform: random.pick(platforms),
    visited_at: new Date(thisHour - random.below(hoursBack) * oneHour).toISOString(),
    section,
    download: random.chance(0.08) ? random.pick(downloads) : null,
  });
  // Address ranges reserved for documentation (RFC 5737, RFC 3849).
  const networkAddress = (): string => {
    if (random.chance(0.3)) return `2001:db8:${random.below(65_536).toString(16)}::${random.between(1, 65_535).toString(16)}`;
    return `${random.pick(['192.0.2', '198.51.100', '203.0.113'])}.${random.between(1, 254)}`;
  };
  for (const [section, count] of rareSections) for (let left = count; left > 0; left -= 1) yield visit(section);
  const rest = Math.min(Math.round(residents * 1.5), most) - 11;
  for (let left = rest; left > 0; left -= 1) yield visit(random.pick(sections));
}
