/** What the clerk looks for: a card, or people by how their names begin. */
export type Search = { readonly card: string } | { readonly familyName: string; readonly givenName?: string };

const uuid = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;

/**
 * Reads what was typed or scanned into the one field. A card holds the id of the record (`Resident.id`), with or without hyphens. A name
 * is “family”, “family, given”, or “given family”, where the last word is the family name. Pure.
 */
export function readSearch(typed: string): Search {
  const text = typed.trim().replace(/\s+/g, ' ');
  if (uuid.test(text)) {
    const digits = text.replaceAll('-', '').toLowerCase();
    return { card: digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') };
  }
  const [family = '', ...given] = text.includes(',')
    ? text.split(',')
    : [text.slice(text.lastIndexOf(' ') + 1), text.slice(0, text.lastIndexOf(' ') + 1)];
  const givenName = given.join(' ').trim();
  return { familyName: family.trim(), ...(givenName !== '' && { givenName }) };
}
