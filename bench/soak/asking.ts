import { issueToken } from '../../test/helpers/tokens/issuer.ts';
import { createNonces } from '../../src/identity/authentication/proofs/proofs.ts';
import { isOpaque } from '../../src/identity/authentication/tokens/partner-tokens.ts';
import { secret } from '../../src/platform/postgres/secrets/secrets.ts';
import { nonceSecret } from '../../src/server/start/parts/own-issuer.ts';
import { partnerOf } from '../../src/town/policy/partners/partners.ts';
import { asRole } from '../../test/helpers/database/as-role.ts';
import { authorizationOf } from '../../test/helpers/tokens/ask-with-token.ts';
import { issuePartnerToken, ownAddresses, prove, storeClient, type AsOwner } from '../../test/helpers/tokens/partner-tokens.ts';
import type { Config } from '../../src/platform/settings/config.ts';
import { personaNamed } from '../../demo/personas.ts';
import type { SoakOperation } from './operations.ts';

/** Sends an operation to a gateway. With a number the document is made unique. */
export type Ask = (url: string, operation: SoakOperation, uniqueNumber?: number) => Promise<string>;

/**
 * Creates the sender. It has a token for each persona, which is replaced after some thousands of requests.
 * @param owner connection string of the owner's role, which stores the tokens of partners
 */
export async function createAsk(config: Config, owner: string, operations: readonly SoakOperation[]): Promise<Ask> {
  const now = new Date();
  const tokens = new Map<string, string>();
  await asRole(owner, async (client) => {
    const asOwner: AsOwner = async (text, values = []) => (await client.query(text, [...values])).rows;
    for (const { persona } of operations) {
      if (persona === null || tokens.has(persona)) continue;
      const { principal, role, purposes, mandates } = personaNamed(persona);
      if (partnerOf(role)) {
        await storeClient(asOwner, principal);
        const request = { partnerId: principal, purpose: purposes[0]!, audience: config.audience, mandate: mandates[0] };
        tokens.set(persona, await issuePartnerToken(asOwner, { ...request, now, lifetime: 3_600 }));
      } else {
        tokens.set(persona, await issueToken(config, { subject: principal, role, purposes, now }));
      }
    }
  });
  const nonces = createNonces(nonceSecret(secret(config.secrets, 'cursors')));
  const credentials = async (token: string): Promise<Record<string, string>> => {
    const at = new Date();
    const proof = isOpaque(token) && (await prove(token, { url: ownAddresses.gatewayUrl, nonce: nonces.current(at), now: at }));
    return { authorization: authorizationOf(token), ...(proof !== false && { dpop: proof }) };
  };
  return async (url, { persona, purpose, case: matter, query, variables }, uniqueNumber) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(persona !== null && (await credentials(tokens.get(persona)!))),
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
