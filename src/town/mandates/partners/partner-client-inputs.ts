import { z } from 'zod';
import { line } from '../../../platform/text/text-forms.ts';

const base64url = z.string().regex(/^[\w-]{1,2000}$/);
const common = {
  kid: z.string().min(1).max(200),
  use: z.literal('sig').optional(),
};

/** A public key for an algorithm of assertions (RFC 7517). A private member, or one that is not understood, is refused. */
const publicKey = z.discriminatedUnion('kty', [
  z.strictObject({
    ...common,
    kty: z.literal('EC'),
    crv: z.literal('P-256'),
    alg: z.literal('ES256').optional(),
    x: base64url,
    y: base64url,
  }),
  z.strictObject({
    ...common,
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    alg: z.literal('EdDSA').optional(),
    x: base64url,
  }),
  // FAPI 2.0: at least 2048 bits, which are 342 characters.
  z.strictObject({
    ...common,
    kty: z.literal('RSA'),
    alg: z.literal('PS256').optional(),
    n: base64url.min(342),
    e: base64url,
  }),
]);

const keySet = z.strictObject({
  keys: z
    .array(publicKey)
    .min(1)
    .max(5)
    .refine((keys) => new Set(keys.map(({ kid }) => kid)).size === keys.length),
});

const expectedKeys = 'a JSON Web Key Set of 1 to 5 public keys for signatures, each with its own kid';

const jwks = z
  .string()
  .max(16_384)
  .transform((text, context) => {
    const parsed = keySet.safeParse(asJson(text));
    if (parsed.success) return parsed.data;
    context.addIssue(expectedKeys);
    return z.NEVER;
  });

/** An https address with a host name. A numeric address could point to a host of this network. */
const jwksUri = z.string().max(500).refine(isHttpsAddress, 'an https address without credentials, query or fragment');

/** The form of `RegisterPartnerClientInput`, without the id. */
export const registerClientForm = z
  .object({
    name: line(200),
    contact: line(200),
    jwks: jwks.nullish(),
    jwksUri: jwksUri.nullish(),
    categories: z.array(z.string()).min(1).nullish(),
  })
  .refine(eitherKeys, { path: ['jwks'], error: 'either jwks or jwksUri' });

/** The form of `ReplacePartnerClientKeysInput`, without the id. */
export const replaceKeysForm = z
  .object({ jwks: jwks.nullish(), jwksUri: jwksUri.nullish(), overlapDays: z.int().min(0).max(30).nullish() })
  .refine(eitherKeys, { path: ['jwks'], error: 'either jwks or jwksUri' });

/** The form of `WithdrawPartnerClientKeyInput`, without the id. */
export const withdrawKeyForm = z.object({ keyId: z.string().min(1).max(200) });

/** The form of `ChangePartnerClientContactInput`, without the id. */
export const contactForm = z.object({ contact: line(200) });

/** The form of `EndPartnerClientInput` and `SuspendPartnerClientInput`, without the id. */
export const reasonForm = z.object({ reason: line(500) });

function eitherKeys(input: { readonly jwks?: object | null | undefined; readonly jwksUri?: string | null | undefined }): boolean {
  return (input.jwks ? 1 : 0) + (input.jwksUri ? 1 : 0) === 1;
}

function isHttpsAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash, hostname } = new URL(text);
  const isNamed = /^[a-z\d-]+(\.[a-z\d-]+)*\.[a-z][a-z\d-]*$/.test(hostname) && !hostname.endsWith('.localhost');
  return protocol === 'https:' && isNamed && [username, password, search, hash].every((part) => part === '');
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
