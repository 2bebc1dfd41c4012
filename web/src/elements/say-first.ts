/**
 * Writes a day or a time as people do, where the data of browsers and Node do not: `1er juin`, `9 h 05`. A time stays on one line, and so
 * does a French day with its month. @param date as `Intl` writes it
 */
export function sayFirst(locale: string, date: string): string {
  return locale.startsWith('fr')
    ? date
        .replace(/0?(\d+) h /, '$1\u00a0h\u00a0')
        .replace(/^1 /, '1er ')
        .replace(/^(\S+) /, '$1\u00a0')
    : date.replace(/ (?=[ap]\.m)/, '\u00a0');
}
