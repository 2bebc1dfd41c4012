/**
 * Writes a day, a time, or both, as people do where the data of browsers and Node do not: `1er juin`, `9 h 05`. No line ends within the day
 * or within the time.
 * @param date as `Intl` writes it
 */
export function sayWhen(locale: string, date: string): string {
  const said = locale.startsWith('fr') ? date.replace(/^1 /, '1er ').replace(/0?(\d+) h /, '$1 h ') : date;
  return said.replaceAll(' ', '\u00a0').replace(/\u00a0(at|à)\u00a0/, ' $1\u00a0');
}
