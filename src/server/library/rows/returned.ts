import type { Write } from './write-rows.ts';

/** The rows that a resolver of `rows` returns. */
export interface Returned {
  readonly type: string;
  /** The most rows that it returns; undefined: one row, and no list. */
  readonly most?: number;
  /** The key of the row above; undefined: it needs none. */
  readonly key?: string;
  /** The arguments that its field must have, by their types. */
  readonly takes?: Readonly<Record<string, string>>;
  /** Whether its rows must have a data subject. */
  readonly needsSubject?: boolean;
  /** Whether it can return null for a row that it has changed. */
  readonly canHide?: boolean;
  /** The statement of a resolver that writes. */
  readonly write?: Write;
}

const returned = new WeakMap<object, Returned>();

/** Notes what a resolver returns, for the check of the start. @returns the resolver */
export function noteReturned<Resolver extends object>(resolver: Resolver, what: Returned): Resolver {
  returned.set(resolver, what);
  return resolver;
}

/** @returns undefined for a resolver that was not made by `rows` */
export function returnedBy(resolver: unknown): Returned | undefined {
  return typeof resolver === 'function' ? returned.get(resolver) : undefined;
}
