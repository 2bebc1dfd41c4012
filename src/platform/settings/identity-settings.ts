import { z } from 'zod';

const redirectUri = z
  .string()
  .refine(isRedirectUri, 'must be redirect URIs: https, http at a loopback address, or a private scheme with a dot');

const app = z.strictObject({
  id: z.string().regex(/^[\w.-]{1,100}$/, 'must be ids of letters, digits, dots and dashes'),
  name: z.string().min(1).max(100),
  redirectUris: z.array(redirectUri).min(1),
});

/** The settings of the authorization server. They are part of the settings in config.ts. */
export const identitySettings = {
  IDENTITY: z
    .enum(['on', 'off'])
    .default('on')
    .describe('Whether the gateway serves sign-ins itself, under `/oidc`; `off` where another process does, or nobody.'),
  IDENTITY_ISSUER: z
    .url()
    .refine((text) => text.endsWith('/oidc') && /^https?:/.test(text), 'must be an address that ends with /oidc')
    .optional()
    .meta({
      description:
        'The authorization server’s name (`iss`), which is its address as browsers and apps reach it. Access tokens of this issuer are accepted. Production needs https. Passkeys are for its host, which then must be a domain. Without it: this machine at `PORT`, where the embedded database is used and `PORT` is not 0 (`localhost` for a loopback `HOST`); otherwise there is no authorization server.',
      examples: ['https://need-to-know.example/oidc'],
    }),
  IDENTITY_CLIENTS: z
    .string()
    .default('[]')
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: 'custom', message: 'must be JSON' });
        return z.NEVER;
      }
    })
    .pipe(z.array(app))
    .meta({
      description: 'JSON: the apps through which people sign in. They are public clients: no secret, but PKCE, PAR and DPoP.',
      examples: ['[{"id": "town-app", "name": "Town app", "redirectUris": ["ca.example.town:/signed-in"]}]'],
    }),
  GATEWAY_URL: z
    .url()
    .optional()
    .describe(
      'The address of `/graphql` as clients reach it, which DPoP proofs name (`htu`). Without it: `/graphql` at the origin of `IDENTITY_ISSUER`.',
    ),
} as const;

/** An app through which people sign in. */
export interface App {
  readonly id: string;
  readonly name: string;
  readonly redirectUris: readonly string[];
  /** Its tokens are not bound to a key. No setting says so: the app of the demo alone has it. */
  readonly bearer?: true;
}

/** Who signs in, and where. */
export interface IdentityConfig {
  /** The issuer's name and address. */
  readonly issuer: string;
  /** Whether this gateway serves it. */
  readonly isServed: boolean;
  readonly apps: readonly App[];
  /** The address of `/graphql` as clients reach it. */
  readonly gatewayUrl: string;
}

interface Given {
  readonly HOST: string;
  readonly PORT: number;
  readonly DATABASE_URL?: string | undefined;
  readonly IDENTITY: 'on' | 'off';
  readonly IDENTITY_ISSUER?: string | undefined;
  readonly IDENTITY_CLIENTS: readonly App[];
  readonly TRUSTED_ISSUERS: readonly { readonly issuer: string }[];
  readonly GATEWAY_URL?: string | undefined;
}

/** @returns undefined: there is no authorization server */
export function identityOf(given: Given, production: boolean): IdentityConfig | undefined {
  const isOwn = !production && given.DATABASE_URL === undefined && given.PORT !== 0;
  const usual = isOwn ? `http://${nameOfHost(given.HOST)}:${given.PORT}/oidc` : undefined;
  const issuer = given.IDENTITY_ISSUER ?? usual;
  if (issuer === undefined) return undefined;
  return Object.freeze({
    issuer,
    isServed: given.IDENTITY === 'on',
    apps: Object.freeze(given.IDENTITY_CLIENTS),
    gatewayUrl: given.GATEWAY_URL ?? new URL('/graphql', issuer).href,
  });
}

/** A passkey is for a domain, and an address is none (WebAuthn Level 3 §5.1.3). Loopback has the name `localhost`. */
function nameOfHost(host: string): string {
  if (isLoopback(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function isLoopback(host: string): boolean {
  return host === '::1' || host.startsWith('127.');
}

/** What is wrong with settings that fit by themselves. */
export function identityProblems(
  { IDENTITY_ISSUER, IDENTITY_CLIENTS, TRUSTED_ISSUERS, GATEWAY_URL }: Given,
  production: boolean,
): readonly string[] {
  const addresses = { IDENTITY_ISSUER, GATEWAY_URL };
  const ids = IDENTITY_CLIENTS.map(({ id }) => id);
  const issuers = TRUSTED_ISSUERS.map(({ issuer }) => issuer);
  return [
    ...Object.entries(addresses).flatMap(([setting, text]) =>
      production && text !== undefined && !text.startsWith('https://') ? [`${setting}: production needs https`] : [],
    ),
    // One of two would be believed with the keys of the other.
    ...(new Set(issuers).size < issuers.length ? ['TRUSTED_ISSUERS: two issuers have the same name'] : []),
    ...(IDENTITY_ISSUER !== undefined && issuers.includes(IDENTITY_ISSUER)
      ? ['TRUSTED_ISSUERS: must not have IDENTITY_ISSUER, which has keys of its own']
      : []),
    ...(new Set(ids).size < ids.length ? ['IDENTITY_CLIENTS: two apps have the same id'] : []),
  ];
}

/** RFC 8252: a claimed https address, a loopback address, or a private-use scheme in reverse domain notation. */
function isRedirectUri(text: string): boolean {
  if (!URL.canParse(text) || text.includes('#')) return false;
  const { protocol, hostname } = new URL(text);
  if (protocol === 'https:') return true;
  if (protocol === 'http:') return ['127.0.0.1', '[::1]'].includes(hostname);
  return protocol.includes('.');
}
