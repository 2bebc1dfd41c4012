/** Why a password cannot be chosen. */
export type PasswordProblem = 'TOO_SHORT' | 'TOO_LONG' | 'COMMON' | 'LIKE_EMAIL';

/** Characters (code points) of a password (NIST SP 800-63B-4 §3.1.1.2 asks for at least 8 with another factor, and 15 alone). */
const shortest = 12;
const longest = 256;
/** Characters of a part of an address that a password may not consist of. */
const shortestPart = 4;

/** The form in which a password is hashed: the same letters typed on two keyboards are one password. */
export function normalizePassword(password: string): string {
  return password.normalize('NFC');
}

/** Whether a password has a length that is worth hashing. No account has another. */
export function isPasswordLength(password: string): boolean {
  const length = Array.from(normalizePassword(password.slice(0, 2 * longest))).length;
  return password.length <= 2 * longest && length >= shortest && length <= longest;
}

/**
 * Checks a password that someone chooses.
 * @param email normalised
 * @param isCommon whether many people use a password
 * @returns undefined if it can be used
 */
export function checkPassword(password: string, email: string, isCommon: (password: string) => boolean): PasswordProblem | undefined {
  const chosen = normalizePassword(password);
  const length = Array.from(chosen).length;
  if (length > longest) return 'TOO_LONG';
  if (length < shortest) return 'TOO_SHORT';
  const forms = formsOf(chosen);
  if (forms.some((form) => partsOf(email).includes(form))) return 'LIKE_EMAIL';
  // The reduced form of `aaaaaaaaaaaa` or `123412341234` is shorter than the minimum.
  if (forms.some((form) => isCommon(form)) || Array.from(repeated(chosen.toLowerCase())).length < shortestPart) return 'COMMON';
  return undefined;
}

/** A password as it is, and without what people add to a short one: capitals, digits and signs at its ends, and repetition. */
function formsOf(password: string): readonly string[] {
  const lower = password.toLowerCase();
  const bare = lower.replaceAll(/^[\d\p{P}\p{S}\s]+|[\d\p{P}\p{S}\s]+$/gu, '');
  return [...new Set([lower, bare, repeated(lower), repeated(bare)])].filter((form) => form !== '');
}

/** The shortest text of which a text is a repetition: `abc` for `abcabc`. A text of its own for all others. */
function repeated(text: string): string {
  const period = `${text}${text}`.indexOf(text, 1);
  return period === -1 ? text : text.slice(0, period);
}

/** The address, and the parts of it that are long enough to be told from chance. */
function partsOf(email: string): readonly string[] {
  const [mailbox = '', domain = ''] = email.split('@');
  const parts = [
    email,
    mailbox,
    domain,
    ...mailbox.split(/[^\p{L}\p{N}]+/u),
    ...domain.split('.'),
    mailbox.replaceAll(/[^\p{L}\p{N}]+/gu, ''),
  ];
  return parts.filter((part) => part.length >= shortestPart);
}
