/** The announcements of a changelog. */
export interface Announced {
  readonly allowances: readonly Allowance[];
  /** Items of another form. */
  readonly unreadable: readonly string[];
}

/** A breaking change that the changelog announces. */
export interface Allowance {
  /** Schema coordinate. */
  readonly coordinate: string;
  /** Only for clients of this role; undefined: for all. */
  readonly role?: string;
}

/**
 * Reads the breaking changes that a changelog announces for the next release: the items of the list under `### Breaking` of
 * `## [Unreleased]`. Each begins with a coordinate, or with a coordinate and a role, and says what clients do instead:
 *
 *     - `Household.id`: …
 *     - `Resident.email` for `SUPPORT`: …
 *
 * Pure.
 */
export function readAllowances(changelog: string): Announced {
  const unreleased = /^## \[Unreleased\]$(.*?)(?=^## |(?![^]))/ms.exec(changelog)?.[1] ?? '';
  const breaking = /^### Breaking$(.*?)(?=^### |(?![^]))/ms.exec(unreleased)?.[1] ?? '';
  const items = breaking.split('\n').filter((line) => line.trim() !== '');
  const read = items.map((item) => ({ item, match: /^- `([^`]+)`(?: for `([A-Z_]+)`)?: \S/.exec(item) }));
  return {
    allowances: read.flatMap(({ match }) => (match ? [{ coordinate: match[1]!, ...(match[2] !== undefined && { role: match[2] }) }] : [])),
    unreadable: read.flatMap(({ item, match }) => (match ? [] : [item])),
  };
}
