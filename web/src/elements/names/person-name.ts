/** A person, as far as the name is read. Withheld parts are null. */
interface Named {
  readonly givenName?: string | null;
  readonly familyName?: string | null;
}

/** Given name and family name; an empty text where neither is shown. */
export function personName(person: Named | null | undefined): string {
  return [person?.givenName, person?.familyName].filter(Boolean).join(' ');
}
