/** Writes a telephone number as people say it, such as “780 555-0121”, in E.164. Without a country it is one of North America. Pure. */
export function readPhone(said: string): string {
  const digits = said.replace(/\D/g, '');
  return said.trim().startsWith('+') || digits.length > 10 ? `+${digits}` : `+1${digits}`;
}
