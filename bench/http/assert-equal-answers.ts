import { isDeepStrictEqual } from 'node:util';
import type { ContenderName } from './contender.ts';
import { dialectOf, type Node } from './dialects.ts';

/**
 * Compares the answers: figures for different answers would mean nothing, and an answer of nulls would be cheap.
 * The address and the telephone's hint are withheld from a clerk without a case: the gateway must return null, PostGraphile has
 * no such fields, and the contenders without protection by column must all return them.
 * @throws Error that names the contender
 */
export function assertEqualAnswers(answers: ReadonlyMap<ContenderName, readonly Node[]>, rows: number): void {
  const plain = answers.get('plain-sql') ?? [];
  const ids = new Set(plain.map(({ id }) => id));
  if (plain.length !== rows || ids.size !== rows) throw new Error(`plain-sql does not return ${rows} residents.`);
  for (const name of ['givenName', 'familyName', 'initials', 'ageBand', 'emailHint', 'phoneHint'] as const) {
    if (plain.every((node) => node[name] === null)) throw new Error(`plain-sql has no ${name} at ${rows} rows.`);
  }
  for (const name of ['street', 'locality', 'province', 'postalCode'] as const) {
    if (plain.every(({ address }) => !address?.[name])) throw new Error(`plain-sql has no ${name} at ${rows} rows.`);
  }
  const whole = plain.map(dialectOf('plain-sql').read);
  const guarded = whole.map((one) => ({ ...one, phoneHint: null, locality: null, province: null }));
  for (const [name, nodes] of answers) {
    const isGateway = name === 'gateway' || name === 'gateway-alone';
    const expected = isGateway || name === 'postgraphile' ? guarded : whole;
    if (!isDeepStrictEqual(nodes.map(dialectOf(name).read), expected)) throw new Error(`${name} answers differently at ${rows} rows.`);
    if (name === 'postgraphile') continue;
    const street = (node: Node | undefined): unknown => [node?.address?.street, node?.address?.postalCode];
    const right = (node: Node, at: number): boolean => isDeepStrictEqual(street(node), isGateway ? [null, null] : street(plain[at]));
    if (!nodes.every(right)) throw new Error(`${name} has other addresses at ${rows} rows.`);
  }
}
