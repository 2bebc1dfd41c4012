import type { AccessContext } from '../../policy/decision/access-context.ts';
import type { Condition, Relationship } from '../../register.ts';
import { hash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { limitOn } from '../../policy/declaration/access-limits.ts';
import { decide } from '../../policy/decision/decide.ts';
import type { Policy } from '../../policy/declaration/policy.ts';
import type { Markings } from '../../markings/markings.ts';

/** The permits for one data subject: 1 at the index of each permitted coordinate. */
export type Permits = Uint8Array;

/** Gives the permits for a relationship and the conditions that hold. */
export type PermitTable = (relationship: Relationship, conditions: readonly Condition[]) => Permits;

/** A key that two access contexts share exactly if every decision is the same for both. */
export function accessKey({ role, purpose, named, limits }: AccessContext): string {
  const key = `${role} ${purpose ?? '-'} ${[...named].toSorted().join(',')}`;
  if (!limits) return key;
  const sets = [limits.registered, limits.categories, limits.coordinates].map((limit) => limit && [...limit].toSorted());
  // A token can name many fields.
  return `${key} ${hash('sha256', JSON.stringify(sets), 'base64url')}`;
}

/**
 * Decides every coordinate once for each access context, relationship and set of conditions, so that a value costs one
 * look-up. The tables are kept.
 */
export function createPermitTables(policy: Policy, markings: Markings): (access: AccessContext) => PermitTable {
  const permitTables = new LRUCache<string, PermitTable>({ max: 1_000 });
  return (access) => {
    const key = accessKey(access);
    const kept = permitTables.get(key);
    const permitTable = kept ?? createPermitTable(policy, markings, access);
    if (!kept) permitTables.set(key, permitTable);
    return permitTable;
  };
}

function createPermitTable(policy: Policy, markings: Markings, access: AccessContext): PermitTable {
  const tables = new Map<string, Permits>();
  return (relationship, conditions) => {
    const key = conditions.length === 0 ? relationship : `${relationship} ${conditions.join(',')}`;
    const known = tables.get(key);
    if (known) return known;
    const permits = new Uint8Array(markings.size);
    for (const { index, category, coordinate } of markings.outputs.values()) {
      if (limitOn(access.limits, category, coordinate) !== undefined) continue;
      const holding = new Set(conditions);
      if (access.named.has(category)) holding.add('CATEGORY_NAMED');
      else holding.delete('CATEGORY_NAMED');
      const { role, purpose } = access;
      if (decide(policy, { role, purpose, relationship, category, holding }).effect === 'PERMIT') permits[index] = 1;
    }
    tables.set(key, permits);
    return permits;
  };
}

/** The coordinates that were released and withheld for one data subject (sorted). */
export interface Seen {
  readonly released: readonly string[];
  readonly withheld: readonly string[];
}

/**
 * A set of object-returning fields (schema coordinates) that returned objects about a data subject. Most data subjects
 * of an answer come with the same fields, so equal sets are one object, and values derived from a set are computed once.
 */
export class FieldSet {
  readonly fields: readonly string[];
  readonly #seen = new Map<Permits, Seen>();
  readonly #larger = new Map<string, FieldSet>();
  // The rows of a list come with the same field one after the other.
  #lastField: string | undefined;
  #last: FieldSet = this;

  constructor(fields: readonly string[] = []) {
    this.fields = fields;
  }

  /** The views of data subjects with these fields and permits; `compute` is called once. */
  seenWith(visible: Permits, compute: () => Seen): Seen {
    let seen = this.#seen.get(visible);
    if (!seen) this.#seen.set(visible, (seen = compute()));
    return seen;
  }

  /** The same set with one field more. */
  with(field: string): FieldSet {
    if (field === this.#lastField) return this.#last;
    let larger = this.#larger.get(field);
    if (!larger) {
      larger = this.fields.includes(field) ? this : new FieldSet([...this.fields, field]);
      this.#larger.set(field, larger);
    }
    this.#lastField = field;
    this.#last = larger;
    return larger;
  }
}
