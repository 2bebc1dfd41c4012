/** Writes the first day of a month as French does: `1er juin`. The data of browsers and Node write `1 juin`. @param date as `Intl` writes it */
export function sayFirst(locale: string, date: string): string {
  return locale.startsWith('fr') ? date.replace(/^1 /, '1er ') : date;
}
