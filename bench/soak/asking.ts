import { issueToken } from '../../demo/development-issuer.ts';
import type { Config } from '../../src/config.ts';
import { personaNamed } from '../../demo/personas.ts';
import type { SoakOperation } from './operations.ts';

/** Asks a gateway an operation, with something of its own in the text or with nothing. */
export type Ask = (url: string, operation: SoakOperation, own?: number) => Promise<string>;

/** Makes who asks, with a token for each persona that lasts for some thousands of requests. */
export async function createAsk(config: Config, operations: readonly SoakOperation[]): Promise<Ask> {
  const tokens = new Map<string, string>();
  for (const { persona } of operations) {
    if (persona === null || tokens.has(persona)) continue;
    const { principal, role, purposes, mandates } = personaNamed(persona);
    tokens.set(persona, await issueToken(config, { subject: principal, role, purposes, mandate: mandates[0], now: new Date() }));
  }
  return async (url, { persona, purpose, case: matter, query, variables }, own) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(persona !== null && { authorization: `Bearer ${tokens.get(persona)}` }),
        ...(purpose !== undefined && { 'privacy-purpose': purpose }),
        ...(matter !== undefined && { 'privacy-case': matter }),
      },
      body: JSON.stringify({ query: own === undefined ? query : withOwn(query, own), variables }),
    });
    return settled(`${response.status} ${await response.text()}`);
  };
}

/** The document with a comment, with spaces, or with a field of its own: at its end, so that whatever is said of a place in it is the same. */
function withOwn(query: string, own: number): string {
  if (own % 3 === 0) return `${query} # ${own}`;
  if (own % 3 === 1) return `${query}${' '.repeat(1 + (own % 200))}# ${own}\n`;
  return query.replace(/\}\s*$/, () => ` own${own}: __typename }`);
}

/** An answer without what differs each time: the receipt, sealed cursors, and the field that a document had of its own. */
function settled(answer: string): string {
  return answer
    .trimEnd()
    .replace(/,"receipt":\{[^]*\}\}\}$/, '}}}')
    .replaceAll(/"(cursor|endCursor)":"[^"]*"/g, '"$1":""')
    .replaceAll(/,"own\d+":"\w+"/g, '');
}
