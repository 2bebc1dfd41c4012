/** Writes a day as French does: `1er juin`, where the data of browsers and Node write `1 juin`. It stays on one line with its month, and so does `12 h 00`. @param date as `Intl` writes it */
export function sayFirst(locale: string, date: string): string {
  return locale.startsWith('fr')
    ? date
        .replace(/^1 /, '1er ')
        .replace(/^(\S+) /, '$1\u00a0')
        .replace(' h ', '\u00a0h\u00a0')
    : date;
}
