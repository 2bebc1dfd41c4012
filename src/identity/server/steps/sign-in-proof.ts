import { z } from 'zod';
import { passkeyAcr, passwordAcr, type Acr } from '../../accounts/passkeys/assurance.ts';
import { deriveKey } from '../tokens/derive-key.ts';
import { seal, unseal } from '../tokens/seal.ts';

/** The account that has just signed in, between the page that asks for the password and the page that asks for consent. */
export interface SignInProof {
  readonly accountId: string;
  /** See `SignedIn`. */
  readonly epoch: number;
  readonly acr: Acr;
  readonly amr: readonly string[];
  /** When; undefined: in an earlier sign-in of this browser. */
  readonly at?: Date;
}

const form = z.strictObject({
  accountId: z.string().min(1),
  epoch: z.number(),
  acr: z.enum([passwordAcr, passkeyAcr]),
  amr: z.array(z.string()),
  until: z.number(),
});

/** Milliseconds that the page may take. */
const valid = 600_000;

/**
 * Seals a sign-in, so that the page can send it back.
 * @param interaction whose id must come back with it
 */
export function sealSignIn(secret: Buffer, interaction: string, { accountId, epoch, acr, amr }: SignInProof, now: Date): string {
  const text = JSON.stringify({ accountId, epoch, acr, amr, until: now.getTime() + valid });
  return seal(deriveKey(secret, 'sign-in proofs'), interaction, text).toString('base64url');
}

/** @returns undefined if it was not sealed for this interaction, or too long ago */
export function openSignIn(secret: Buffer, interaction: string, sealed: string, now: Date): SignInProof | undefined {
  const text = unseal(deriveKey(secret, 'sign-in proofs'), interaction, Buffer.from(sealed, 'base64url'));
  if (text === undefined) return undefined;
  const { until, ...proof } = form.parse(JSON.parse(text));
  return until > now.getTime() ? { ...proof, at: new Date(until - valid) } : undefined;
}
