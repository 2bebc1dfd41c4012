import { isDeepStrictEqual } from 'node:util';
import type { ContenderName } from './contender.ts';
import { dialectOf, type Node } from './dialects.ts';

/**
 * Figures for unequal answers would mean nothing, and an answer of nulls would be a cheap one. What all must return
 * is compared. The street and the postal code, withheld from a clerk without a case, must be null with the gateway,
 * can't be asked of PostGraphile, and must be there, the same, with those that protect nothing or by role alone.
 * Where an address-protected person lives, and the telephone's hint, the gateway alone must not tell.
 * @param protectedIds the residents who are address-protected
 * @throws Error that names the contender
 */
export function assertAlike(answers: ReadonlyMap<ContenderName, readonly Node[]>, rows: number, protectedIds: ReadonlySet<string>): void {
  const plain = answers.get('plain-sql') ?? [];
  const ids = new Set(plain.map(({ id }) => id));
  if (plain.length !== rows || ids.size !== rows) throw new Error(`plain-sql does not tell of ${rows} residents.`);
  for (const name of ['givenName', 'familyName', 'initials', 'ageBand', 'emailHint', 'phoneHint'] as const) {
    if (plain.every((node) => node[name] === null)) throw new Error(`plain-sql has no ${name} at ${rows} rows.`);
  }
  for (const name of ['street', 'locality', 'province', 'postalCode'] as const) {
    if (plain.every(({ address }) => !address?.[name])) throw new Error(`plain-sql has no ${name} at ${rows} rows.`);
  }
  const whole = plain.map(dialectOf('plain-sql').tell);
  const withheld = { phoneHint: null, locality: null, province: null };
  const guarded = whole.map((told) => (protectedIds.has(told.id) ? { ...told, ...withheld } : told));
  for (const [name, nodes] of answers) {
    const expected = name === 'gateway' ? guarded : whole;
    if (!isDeepStrictEqual(nodes.map(dialectOf(name).tell), expected)) throw new Error(`${name} answers otherwise at ${rows} rows.`);
    if (name === 'postgraphile') continue;
    const kept = (node: Node | undefined): unknown => [node?.address?.street, node?.address?.postalCode];
    const right = (node: Node, at: number): boolean => isDeepStrictEqual(kept(node), name === 'gateway' ? [null, null] : kept(plain[at]));
    if (!nodes.every(right)) throw new Error(`${name} has other addresses at ${rows} rows.`);
  }
}
