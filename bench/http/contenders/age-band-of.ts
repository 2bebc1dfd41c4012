const bands = [
  ['UNDER_6', 6],
  ['FROM_6_TO_12', 13],
  ['FROM_13_TO_17', 18],
  ['FROM_18_TO_29', 30],
  ['FROM_30_TO_44', 45],
  ['FROM_45_TO_64', 65],
] as const;

/**
 * Computes the age band as `recreation.age_band` does in SQL, for a contender that has the whole entity.
 * @param birthDate RFC 3339 full-date
 * @param today RFC 3339 full-date
 */
export function ageBandOf(birthDate: string, today: string): string {
  const year = Number(birthDate.slice(0, 4));
  return bands.find(([, years]) => today < `${year + years}${birthDate.slice(4)}`)?.[0] ?? 'FROM_65';
}
