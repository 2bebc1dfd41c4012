import { createHmac } from 'node:crypto';
import type { JWTVerifyGetKey } from 'jose';
import type { Logger } from 'pino';
import { createNonces } from '../../identity/authentication/proofs/nonces.ts';
import { openOwnKeys } from '../../identity/authentication/tokens/own-keys.ts';
import type { FindPartnerToken } from '../../identity/authentication/tokens/partner-token.ts';
import { createProofs, type Proofs } from '../../identity/authentication/proofs/proofs.ts';
import type { RemoteKeys } from '../../identity/authentication/tokens/trust.ts';
import type { IdentityConfig } from '../../platform/settings/identity-settings.ts';
import { readPartnerToken } from '../../town/mandates/partners/partner-tokens.ts';
import { readBelievedKeys } from '../../town/mandates/partners/signing-keys.ts';
import type { Database } from '../../platform/sql/sql.ts';

/** What the gateway knows of the authorization server that belongs to it, whichever process serves it. */
export interface OwnIssuer {
  readonly issuer: string;
  readonly keys: JWTVerifyGetKey & RemoteKeys;
  readonly proofs: Proofs;
  readonly partnerTokens: FindPartnerToken;
  /** The nonce that the next proof must have. */
  readonly nonce: (now: Date) => string;
}

/**
 * @param secret that all instances share
 * @param database as the gateway's role
 */
export function openOwnIssuer(
  { issuer, gatewayUrl }: Pick<IdentityConfig, 'issuer' | 'gatewayUrl'>,
  secret: Buffer,
  database: () => Database,
  log: Logger,
): OwnIssuer {
  const nonces = createNonces(nonceSecret(secret));
  return {
    issuer,
    keys: openOwnKeys(() => readBelievedKeys(database())),
    proofs: createProofs(gatewayUrl, nonces, (reason) => log.info({ reason }, 'a proof of possession was refused')),
    partnerTokens: (digest) => readPartnerToken(database(), digest),
    nonce: (now) => nonces.current(now),
  };
}

/** The secret of nonces, from the one that all instances share. */
export function nonceSecret(shared: Buffer): Buffer {
  return createHmac('sha256', shared).update('need-to-know DPoP nonces').digest();
}
