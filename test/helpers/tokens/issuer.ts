import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { scopeFor } from '../../../src/identity/authentication/tokens/claims.ts';
import { openTrust, type Trust } from '../../../src/identity/authentication/tokens/trust.ts';
import type { Config } from '../../../src/platform/settings/config.ts';
import { makeFile } from '../../../src/platform/postgres/secrets/secrets.ts';
import type { Purpose, Role } from '../../../src/town/shared/graphql/generated/schema.ts';
import { passkeyAcr, type Assurance } from '../../../src/engine/policy/decision/enter.ts';
import { employeeRoles } from '../../../src/town/policy/words/roles.ts';

/** The issuer of the tokens of tests and benchmarks: an external one, which a gateway trusts by TRUSTED_ISSUERS alone. */
export const testIssuer = 'https://issuer.tests.example';

/** The claims of a token; see `claims.ts`. */
export interface TokenRequest {
  readonly subject: string;
  readonly role: Role;
  readonly purposes: readonly Purpose[];
  readonly case?: string | undefined;
  /** How sure it is who signed in; default: an employee has just used a passkey, and nothing is known of others. */
  readonly assurance?: Assurance | undefined;
  /** When an employee used the passkey; default: at the time of issue. */
  readonly provenAt?: Date;
  /** Seconds from `now`; default one hour. */
  readonly lifetime?: number;
  /** The time of issue. */
  readonly now: Date;
}

type Place = Pick<Config, 'dataDirectory'>;

const kid = 'tests';
const keyFile = 'key.pem';
const keySetFile = 'jwks.json';

/** The value of TRUSTED_ISSUERS for a gateway with this data directory. The first use makes the key. */
export function trustedIssuers(dataDirectory: string): string {
  return JSON.stringify([entryFor({ dataDirectory })]);
}

/** The trust of a gateway that a test opens itself: the issuers of its settings, and that of the tests. */
export function openTestTrust({ dataDirectory, trustedIssuers: others }: Pick<Config, 'dataDirectory' | 'trustedIssuers'>): Trust {
  return openTrust({ trustedIssuers: [...others, entryFor({ dataDirectory })] });
}

/** Signs an access token (RFC 9068). */
export function issueToken(config: Pick<Config, 'dataDirectory' | 'audience'>, request: TokenRequest): Promise<string> {
  const now = Math.floor(request.now.getTime() / 1000);
  const isEmployee = employeeRoles.some((role) => role === request.role);
  const { acr, provenAt } = request.assurance ?? (isEmployee ? { acr: passkeyAcr, provenAt: request.provenAt ?? request.now } : {});
  return new SignJWT({
    client_id: 'tests',
    roles: [request.role],
    scope: scopeFor(request.purposes),
    ...(request.case && { case: request.case }),
    ...(acr !== undefined && { acr }),
    ...(provenAt && { auth_time: Math.floor(provenAt.getTime() / 1000) }),
  })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid })
    .setIssuer(testIssuer)
    .setAudience(config.audience)
    .setSubject(request.subject)
    .setJti(randomUUID())
    .setIssuedAt(now)
    .setExpirationTime(now + (request.lifetime ?? 3_600))
    .sign(createPrivateKey(keyOf(config)));
}

function entryFor(place: Place): { readonly issuer: string; readonly jwks: string } {
  const key = createPublicKey(keyOf(place)).export({ format: 'jwk' });
  makeFile(folderOf(place), keySetFile, JSON.stringify({ keys: [{ ...key, kid, alg: 'EdDSA', use: 'sig' }] }));
  return { issuer: testIssuer, jwks: join(folderOf(place), keySetFile) };
}

/** The private key. Processes that share a data directory share it. */
function keyOf(place: Place): string {
  const folder = folderOf(place);
  const isMade = existsSync(join(folder, keyFile));
  return isMade ? readFileSync(join(folder, keyFile), 'utf8') : makeFile(folder, keyFile, newKey());
}

function newKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
}

function folderOf({ dataDirectory }: Place): string {
  return join(dataDirectory, 'issuer-of-tests');
}
