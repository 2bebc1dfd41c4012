/**
 * Forgets what was typed into a field that is gone. Chromium keeps the last value that it checked against a pattern, or as an email
 * address, in memory that all pages of a tab share, also the one on which people sign in. Now it is another value.
 */
export function forgetChecked(): void {
  Object.assign(document.createElement('input'), { pattern: '-', value: '-' }).checkValidity();
}
