import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { z } from 'zod';

const text = z.string().max(8_192);
const shared = {
  id: text,
  rawId: text,
  type: z.literal('public-key'),
  clientExtensionResults: z.looseObject({}),
  authenticatorAttachment: z.unknown().optional(),
};
const signedIn = z.object({
  ...shared,
  response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text, userHandle: text.optional() }),
});
const registered = z.object({
  ...shared,
  response: z.object({ clientDataJSON: text, attestationObject: text, transports: z.array(z.string().max(40)).max(10).optional() }),
});

/** Reads what a browser answered to a sign-in with a passkey. @returns undefined if it has another form */
export function readSignInResponse(json: string): AuthenticationResponseJSON | undefined {
  return read(signedIn, json) as AuthenticationResponseJSON | undefined;
}

/** Reads the passkey that a browser made. @returns undefined if it has another form */
export function readRegistrationResponse(json: string): RegistrationResponseJSON | undefined {
  return read(registered, json) as RegistrationResponseJSON | undefined;
}

function read<Content>(form: z.ZodType<Content>, json: string): Content | undefined {
  try {
    return form.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
