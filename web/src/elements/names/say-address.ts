/** An address, as far as it is shown. */
interface Address {
  readonly street?: string | null;
  readonly locality?: string | null;
  readonly province?: string | null;
  readonly postalCode?: string | null;
}

/** An address in one line, as Canada Post writes it: a wider space stands before the postal code. Empty where nothing is shown. */
export function sayAddress(address: Address | null | undefined): string {
  const town = [address?.locality, address?.province].filter(Boolean).join(' ');
  const place = [town, address?.postalCode].filter(Boolean).join('\u00a0 ');
  return [address?.street, place].filter(Boolean).join(', ');
}
