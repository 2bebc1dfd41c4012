/** A search of the clerk: a card, a card that was mistyped, or people by the beginnings of their names. */
export type Search = { readonly card: string } | { readonly mistyped: true } | { readonly familyName: string; readonly givenName?: string };

/**
 * Reads what was typed or scanned into the one field. A card number has 16 digits, with or without spaces and hyphens. A name is “family”,
 * “family, given”, or “given family”, where the last word is the family name. Pure.
 */
export function readSearch(typed: string): Search {
  const text = typed.trim().replace(/\s+/g, ' ');
  const digits = text.replace(/[ -]/g, '');
  if (/^\d+$/.test(digits)) return isCardNumber(digits) ? { card: digits } : { mistyped: true };
  const [family = '', ...given] = text.includes(',')
    ? text.split(',')
    : [text.slice(text.lastIndexOf(' ') + 1), text.slice(0, text.lastIndexOf(' ') + 1)];
  const givenName = given.join(' ').trim();
  return { familyName: family.trim(), ...(givenName !== '' && { givenName }) };
}

/** Whether 16 digits belong together: the last one checks the others (ISO/IEC 7812-1, annex B), so that a slip of the finger is noticed. */
function isCardNumber(digits: string): boolean {
  const sum = Array.from(digits, (digit, index) => Number(digit) * (index % 2 === 0 ? 2 : 1)).reduce(
    (all, one) => all + (one > 9 ? one - 9 : one),
    0,
  );
  return digits.length === 16 && sum % 10 === 0;
}
