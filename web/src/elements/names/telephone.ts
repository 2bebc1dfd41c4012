/** A number as people write it: North American ones in groups, others as they are. @param number E.164 */
export function sayTelephone(number: string): string {
  const [, area, exchange, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(number) ?? [];
  return area ? `${area}-${exchange}-${line}` : number;
}

/**
 * A number as the gateway takes it (E.164). Ten digits are a North American number, more begin with a country. Pure.
 * @param typed the text as typed, with any separators
 */
export function readTelephone(typed: string): string {
  const digits = typed.replaceAll(/[^\d+]/g, '');
  if (/^\d{10}$/.test(digits)) return `+1${digits}`;
  return /^\d{11,15}$/.test(digits) ? `+${digits}` : digits;
}
