import { createHmac } from 'node:crypto';
import type { JWTVerifyGetKey } from 'jose';
import type { Logger } from 'pino';
import { createNonces, createProofs, type Proofs } from '../../../identity/authentication/proofs/proofs.ts';
import { openOwnKeys } from '../../../identity/authentication/tokens/own-keys.ts';
import { type PartnerTokens, readPartnerToken } from '../../../identity/authentication/tokens/partner-tokens.ts';
import type { RemoteKeys } from '../../../identity/authentication/tokens/trust.ts';
import type { IdentityConfig } from '../../../platform/settings/config.ts';
import { readBelievedKeys } from '../../../identity/authentication/tokens/believed-keys.ts';
import { createDetailsForm } from '../../../identity/partners/details/parse-details.ts';
import type { Application } from '../../../engine/application.ts';
import type { Database } from '../../../platform/sql/sql.ts';

/** The gateway's view of its own authorization server, whichever process serves it. */
export interface OwnIssuer {
  readonly issuer: string;
  readonly keys: JWTVerifyGetKey & RemoteKeys;
  readonly proofs: Proofs;
  readonly partnerTokens: PartnerTokens;
  /** The nonce that the next proof must have. */
  readonly nonce: (now: Date) => string;
}

/**
 * @param secret that all instances share
 * @param database as the gateway's role
 */
export function openOwnIssuer(
  { policy: { vocabulary }, people }: Pick<Application, 'policy' | 'people'>,
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
    partnerTokens: {
      find: (digest) => readPartnerToken(database(), people.organisations, digest),
      details: createDetailsForm(vocabulary),
      vocabulary,
    },
    nonce: (now) => nonces.current(now),
  };
}

/** The secret of nonces, from the one that all instances share. */
export function nonceSecret(shared: Buffer): Buffer {
  return createHmac('sha256', shared).update('need-to-know DPoP nonces').digest();
}
