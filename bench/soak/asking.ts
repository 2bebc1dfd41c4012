import { issueToken } from '../../test/helpers/issuer.ts';
import type { Config } from '../../src/config.ts';
import { personaNamed } from '../../demo/personas.ts';
import type { SoakOperation } from './operations.ts';

/** Sends an operation to a gateway. With a number the document is made unique. */
export type Ask = (url: string, operation: SoakOperation, uniqueNumber?: number) => Promise<string>;

/** Creates the sender. It has a token for each persona, which is replaced after some thousands of requests. */
export async function createAsk(config: Config, operations: readonly SoakOperation[]): Promise<Ask> {
  const tokens = new Map<string, string>();
  for (const { persona } of operations) {
    if (persona === null || tokens.has(persona)) continue;
    const { principal, role, purposes, mandates } = personaNamed(persona);
    tokens.set(persona, await issueToken(config, { subject: principal, role, purposes, mandate: mandates[0], now: new Date() }));
  }
  return async (url, { persona, purpose, case: matter, query, variables }, uniqueNumber) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(persona !== null && { authorization: `Bearer ${tokens.get(persona)}` }),
        ...(purpose !== undefined && { 'privacy-purpose': purpose }),
        ...(matter !== undefined && { 'privacy-case': matter }),
      },
      body: JSON.stringify({ query: uniqueNumber === undefined ? query : makeUnique(query, uniqueNumber), variables }),
    });
    return withoutVariableParts(`${response.status} ${await response.text()}`);
  };
}

/** Makes a document unique with a comment, spaces, or a field. The addition is at the end, so that locations in errors stay the same. */
function makeUnique(query: string, uniqueNumber: number): string {
  if (uniqueNumber % 3 === 0) return `${query} # ${uniqueNumber}`;
  if (uniqueNumber % 3 === 1) return `${query}${' '.repeat(1 + (uniqueNumber % 200))}# ${uniqueNumber}\n`;
  return query.replace(/\}\s*$/, () => ` own${uniqueNumber}: __typename }`);
}

/** An answer without the parts that differ each time: the receipt, sealed cursors, and the field that made a document unique. */
function withoutVariableParts(answer: string): string {
  return answer
    .trimEnd()
    .replace(/,"receipt":\{[^]*\}\}\}$/, '}}}')
    .replaceAll(/"(cursor|endCursor)":"[^"]*"/g, '"$1":""')
    .replaceAll(/,"own\d+":"\w+"/g, '');
}
