import type { Markings } from '../../markings/markings.ts';

/**
 * The relationship of the objects at a place of an operation, as the row scope of its root field settles it. `reached`: they are about the data
 * subject of a row of that root field. Not reached: the way from the root field has come across no data subject yet.
 * Undefined: they are about another person, or about no one, and the scope says nothing.
 */
export type UnderScope = { readonly root: string; readonly reached: boolean } | undefined;

/**
 * Finds what a scope says of the objects that a field returns. The first data subject below a root field is that of its row. Below that,
 * the schema says where it stays the same (`@sameSubject`).
 * @param over what it says of the object that has the field
 */
export function scopeBelow(markings: Markings, over: UnderScope, field: string, type: string): UnderScope {
  const about = markings.subjects.get(type);
  if (over === undefined || about?.none) return undefined;
  if (about === undefined) return over;
  if (!over.reached) return { root: over.root, reached: true };
  return markings.sameSubject.has(field) ? over : undefined;
}

/** The root field whose row scope says how the principal is related to the data subject; undefined: none says it. */
export function scopedBy(under: UnderScope): string | undefined {
  return under?.reached ? under.root : undefined;
}
