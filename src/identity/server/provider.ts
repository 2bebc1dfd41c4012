import { wordsOf, type Vocabulary } from '../../engine/policy/declaration/vocabulary.ts';
import type { EventEmitter } from 'node:events';
import { errors, Provider, type Account, type ClientMetadata, type Configuration, type KoaContextWithOIDC } from 'oidc-provider';
import { scopeFor } from '../authentication/tokens/claims.ts';
import type { SessionCookie } from '../authentication/browsers/session-cookie.ts';
import type { App } from '../../platform/settings/config.ts';
import type { AccountDatabase } from '../accounts/account-database.ts';
import type { Accounts, Capacity } from '../accounts/accounts.ts';
import { knownAcrs, type Acr } from '../accounts/passkeys/assurance.ts';
import type { Journal } from '../accounts/journal/journal.ts';
import type { Passkeys } from '../accounts/passkeys/passkeys.ts';
import type { Sessions } from '../sessions/sessions.ts';
import type { SelfService } from '../accounts/self-service.ts';
import { errorPage } from '../pages/sign-in/error-page.ts';
import type { PartnerAccess } from '../partners/partner-access.ts';
import { answerPage, answerUnknown } from './answer-unknown.ts';
import { Artifacts } from './tokens/artifacts.ts';
import { cookieNames } from './cookie-names.ts';
import { deriveKey } from './tokens/seal.ts';
import { fetchClientKeys } from './clients/fetch-client-keys.ts';
import { PartnerClients, partnerFeatures, partnerTokenLifetime, refuseEmptyDetails } from './clients/partner-clients.ts';
import { signInPolicy } from './steps/sign-in-proof.ts';
import { type SigningKey, openSigningKeys } from './tokens/signing-keys.ts';
import { SingleUses } from './tokens/single-uses.ts';
import { recordedPolicies, recordedRenewal, recordTokens, openTokenRecords, type TokenRecords } from './tokens/token-records.ts';
import { assertionAlgorithms, type AssertionProblem } from './clients/assertion-problem.ts';
import { createClientAssertions, type ClientAssertions } from './clients/client-assertions.ts';
import { capacityOf, parseSubject } from './tokens/subject.ts';
import { removeExpired } from './tokens/remove-expired.ts';

/** The parts of the authorization server. */
export interface ProviderParts {
  readonly vocabulary: Pick<Vocabulary, 'purposes'>;
  readonly issuer: string;
  /** The audience of access tokens (RFC 8707). */
  readonly audience: string;
  /** Seconds. */
  readonly accessTokenLifetime: number;
  readonly apps: readonly App[];
  /** As the role that writes identities. */
  readonly database: AccountDatabase;
  /** The first one signs. */
  readonly keys: readonly SigningKey[];
  /** Of 32 bytes: cookies and nonces are derived from it. */
  readonly secret: Buffer;
  readonly accounts: Accounts & SelfService;
  /** Undefined: the issuer's host is no domain. */
  readonly passkeys: Passkeys | undefined;
  /** Whether links can be mailed, so that someone can register. */
  readonly linksAreMailed: boolean;
  readonly partners: PartnerAccess;
  /** Makes a keyed digest, so that counting stores no network address. */
  readonly disguise: (kind: string, text: string) => string;
  /** Of browsers, for the pages of the own account. */
  readonly sessions: Sessions;
  readonly sessionCookie: SessionCookie;
  readonly journal: Journal;
  /** The clock of entries. */
  readonly now: () => Date;
  /** Called with why the assertion of a client was refused, for the operator. */
  readonly reportRefused: (problem: AssertionProblem) => void;
}

const minute = 60;
const day = 24 * 60 * minute;

/** The account that oidc-provider knows, with its capacity. */
interface KnownAccount extends Account {
  readonly capacity: Capacity;
}

/**
 * Makes the authorization server. Everything that it keeps is in the database, so that another one with other keys can
 * replace it.
 * @param reportFailure called with each error that is not the client's
 */
function createProvider(parts: ProviderParts, reportFailure: (error: unknown) => void): Provider {
  const assertions = createClientAssertions(parts.partners);
  const records = openTokenRecords(parts, (context) => assertions.isVerified(context));
  const provider = new Provider(parts.issuer, configure(parts, assertions, records));
  recordTokens(provider, records, reportFailure, parts.reportRefused);
  answerUnknown(provider);
  // Koa would print messages and stacks, which can quote what was stored.
  provider.silent = true;
  provider.on('server_error', (_context, error) => reportFailure(error));
  const koa: EventEmitter = provider;
  koa.on('error', reportFailure);
  // A proxy ends TLS. `serve-identity.ts` overwrites what a client could claim about it.
  provider.proxy = parts.issuer.startsWith('https:');
  return provider;
}

function configure(parts: ProviderParts, assertions: ClientAssertions, records: TokenRecords): Configuration {
  const { issuer, audience, accessTokenLifetime, apps, database, keys, secret, accounts, partners } = parts;
  const cookie = { httpOnly: true, sameSite: 'lax', signed: true, secure: issuer.startsWith('https:') } as const;
  const purposes = scopeFor(wordsOf(parts.vocabulary.purposes));
  return {
    adapter: (model: string) => {
      if (model === 'Client') return new PartnerClients(partners);
      return model === 'ReplayDetection' ? new SingleUses(database) : new Artifacts(database, model);
    },
    fetch: fetchClientKeys,
    clients: apps.map(publicClient),
    clientDefaults: { id_token_signed_response_alg: 'ES256', token_endpoint_auth_method: 'none' },
    jwks: { keys: keys.map(({ jwk }) => jwk) },
    cookies: {
      keys: [deriveKey(secret, 'cookies').toString('base64url')],
      names: cookieNames(cookie.secure),
      long: cookie,
      short: cookie,
    },
    responseTypes: ['code'],
    scopes: ['openid', 'offline_access'],
    pkce: { required: () => true },
    clientAuthMethods: ['none', 'private_key_jwt'],
    allowOmittingSingleRegisteredRedirectUri: false,
    clockTolerance: 5,
    enabledJWA: {
      clientAuthSigningAlgValues: [...assertionAlgorithms],
      idTokenSigningAlgValues: ['ES256'],
      dPoPSigningAlgValues: ['ES256', 'EdDSA'],
      introspectionSigningAlgValues: ['ES256'],
      userinfoSigningAlgValues: ['ES256'],
      authorizationSigningAlgValues: ['ES256'],
      requestObjectSigningAlgValues: ['ES256'],
    },
    features: {
      devInteractions: { enabled: false },
      ...partnerFeatures(partners),
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      pushedAuthorizationRequests: { enabled: true, requirePushedAuthorizationRequests: true },
      dPoP: { enabled: true, nonceSecret: deriveKey(secret, 'DPoP nonces'), requireNonce: () => true },
      ...recordedPolicies(records, database),
      resourceIndicators: {
        enabled: true,
        defaultResource: () => audience,
        useGrantedResource: () => true,
        getResourceServerInfo: (_context, resource, client) => {
          if (resource !== audience) throw new errors.InvalidTarget();
          // A partner’s token says nothing itself: the gateway reads what it is worth at every request.
          if (client.grantTypeAllowed('client_credentials'))
            return { scope: '', audience, accessTokenFormat: 'opaque', accessTokenTTL: partnerTokenLifetime };
          return {
            scope: purposes,
            audience,
            accessTokenFormat: 'jwt',
            accessTokenTTL: accessTokenLifetime,
            jwt: { sign: { alg: 'ES256' } },
          };
        },
      },
    },
    ttl: {
      AccessToken: accessTokenLifetime,
      AuthorizationCode: minute,
      ClientCredentials: partnerTokenLifetime,
      Grant: 14 * day,
      IdToken: 5 * minute,
      Interaction: 10 * minute,
      RefreshToken: 14 * day,
      Session: 10 * minute,
    },
    // Each use of a refresh token replaces it. A second use ends the grant (RFC 9700, 4.14.2).
    rotateRefreshToken: recordedRenewal(records),
    assertJwtClientAuthClaimsAndHeader: (context, _claims, header) => assertions.check(context, header),
    issueRefreshToken: (_context, client, source) => client.grantTypeAllowed('refresh_token') && source.scopes.has('offline_access'),
    expiresWithSession: () => false,
    clientBasedCORS: () => false,
    acrValues: knownAcrs,
    claims: { openid: ['sub', 'acr', 'amr', 'auth_time'] },
    interactions: { url: (_context, { uid }) => `${issuer}/interaction/${uid}`, policy: signInPolicy() },
    renderError: (context) => answerPage(context, errorPage()),
    findAccount: (context, subject, source) => findAccount(accounts, subject, acrOf(source ?? context.oidc.session)),
    extraTokenClaims: (context, token) => {
      if (token.kind === 'ClientCredentials') {
        refuseEmptyDetails(context);
        return { client_key: assertions.keyOf(context) };
      }
      if (token.kind !== 'AccessToken') return undefined;
      const { capacity, accountId } = accountOf(context);
      const { AuthorizationCode: code, RefreshToken: refresh } = context.oidc.entities;
      const { acr, amr, authTime } = refresh ?? code ?? {};
      const account = parseSubject(accountId)?.accountId;
      // The proven factors and their time (RFC 9068 §2.2.1).
      return { roles: [capacity.role], account, grant_id: token.grantId, acr, amr, auth_time: authTime };
    },
    formats: {
      customizers: {
        jwt: (context, _token, jwt) => {
          jwt.payload['sub'] = accountOf(context).capacity.principalId;
        },
      },
    },
  };
}

function publicClient({ id, name, redirectUris, bearer }: App): ClientMetadata {
  return {
    client_id: id,
    client_name: name,
    redirect_uris: [...redirectUris],
    application_type: 'native',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    dpop_bound_access_tokens: bearer !== true,
    authorization_details_types: [],
    require_pushed_authorization_requests: true,
  };
}

async function findAccount(accounts: Accounts, subject: string, acr: Acr | undefined): Promise<KnownAccount | undefined> {
  const capacity = await capacityOf(accounts, subject, acr);
  return capacity && { accountId: subject, capacity, claims: () => ({ sub: capacity.principalId }) };
}

/** How sure the sign-in was from which a code or a refresh token comes, or the session of the authorization server. */
function acrOf(source: unknown): Acr | undefined {
  return source !== null && typeof source === 'object' && 'acr' in source ? (source.acr as Acr | undefined) : undefined;
}

/** @throws Error if no account was looked up: no token is issued then */
function accountOf(context: KoaContextWithOIDC): KnownAccount {
  const account = context.oidc.account as KnownAccount | undefined;
  if (!account) throw new Error('a token without an account');
  return account;
}

/** The authorization server with the keys of now. */
export interface IdentityServer extends Omit<ProviderParts, 'keys'> {
  provider(): Provider;
  /** Reads the keys again. @throws PrivacyError SETTING_INVALID if one cannot be read */
  reload(): Promise<void>;
  stop(): void;
}

/** Milliseconds after which keys are read again and expired rows removed. */
const pause = 20_000;

/**
 * Opens the authorization server, and keeps its keys current: other processes may add or withdraw keys at any time.
 * @param reportFailure called with each error that is not a client's; it goes on with the keys that it has
 * @throws PrivacyError SETTING_INVALID, naming a key that cannot be read
 */
export async function openIdentity(parts: Omit<ProviderParts, 'keys'>, reportFailure: (error: unknown) => void): Promise<IdentityServer> {
  let keys: readonly SigningKey[] = [];
  let provider: Provider;
  const reload = async (): Promise<void> => {
    const current = await openSigningKeys(parts.database, parts.secret);
    if (namesOf(current) === namesOf(keys)) return;
    keys = current;
    provider = createProvider({ ...parts, keys }, reportFailure);
  };
  await reload();
  const tend = async (): Promise<void> => {
    await reload();
    await removeExpired(parts.database);
  };
  const timer = setInterval(() => void tend().catch(reportFailure), pause).unref();
  return { ...parts, provider: () => provider, reload, stop: () => clearInterval(timer) };
}

function namesOf(keys: readonly SigningKey[]): string {
  return keys.map(({ kid }) => kid).join(' ');
}
