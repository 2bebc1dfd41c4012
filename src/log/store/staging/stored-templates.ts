/**
 * Milliseconds for which a stored template is remembered. A failover can lose the newest changes without ending a connection to a pooler. A
 * template that is stored again makes the entries whole that refer to it.
 */
const lifetime = 60_000;

/** The ids of the templates that each connection has stored lately. */
export class StoredTemplates {
  readonly #known = new WeakMap<object, { readonly ids: Set<string>; readonly until: number }>();

  /** @param now milliseconds of a clock that is never set */
  of(connection: object, now: number): Set<string> {
    const known = this.#known.get(connection);
    if (known && now < known.until) return known.ids;
    const ids = new Set<string>();
    this.#known.set(connection, { ids, until: now + lifetime });
    return ids;
  }
}
