/** The cents of an amount in dollars as it was typed, such as “96.31” or “96,31”; NaN for anything else. Pure. */
export function centsOf(typed: string): number {
  const text = typed.trim().replace(',', '.');
  return /^\d+(\.\d{1,2})?$/.test(text) ? Math.round(Number(text) * 100) : Number.NaN;
}
