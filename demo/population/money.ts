/** An amount in cents in the form of PostgreSQL and the schema's Money: "-12.50". */
export function money(cents: number): string {
  const whole = Math.trunc(Math.abs(cents) / 100);
  return `${cents < 0 ? '-' : ''}${whole}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
}
