import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { scopeFor } from '../../src/identity/authentication/tokens/claims.ts';
import { passkeyAcr } from '../../src/engine/policy/decision/enter.ts';
import type { Persona } from '../../demo/personas.ts';

/** An issuer for the duration of a benchmark, which a gateway in production mode accepts. */
export interface Issuer {
  /** The value of TRUSTED_ISSUERS. */
  readonly trusted: string;
  /** Signs an access token (RFC 9068), valid for two hours. */
  issue(who: Pick<Persona, 'principal' | 'role' | 'purposes'>, audience: string): Promise<string>;
}

const name = 'https://issuer.bench.example';

/** Makes a key and writes its public half to a file for the gateway. @param file the path of the key set */
export async function openIssuer(file: string): Promise<Issuer> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA');
  writeFileSync(file, JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'bench', alg: 'EdDSA', use: 'sig' }] }));
  return {
    trusted: JSON.stringify([{ issuer: name, jwks: file }]),
    issue: async ({ principal, role, purposes }, audience) =>
      new SignJWT({ client_id: 'bench', roles: [role], scope: scopeFor(purposes), acr: passkeyAcr })
        .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: 'bench' })
        .setIssuer(name)
        .setAudience(audience)
        .setSubject(principal)
        .setJti(randomUUID())
        .setIssuedAt()
        .setExpirationTime('2h')
        .sign(privateKey),
  };
}
