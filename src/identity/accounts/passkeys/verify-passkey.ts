import { generateAuthenticationOptions, verifyAuthenticationResponse, type AuthenticationResponseJSON } from '@simplewebauthn/server';
import type { RateLimiterPostgres } from 'rate-limiter-flexible';
import { countOnce, type AddressLimit, type AddressLimiter, type Limit } from '../../../platform/sql/limiters.ts';
import { findAccount } from '../account.ts';
import type { Origin, SignInResult } from '../accounts.ts';
import { passkeyAcr } from './assurance.ts';
import { storeChallenge, useChallenge } from './challenges.ts';
import { findPasskey, listPasskeys, noteUse, type Passkey } from './passkey-rows.ts';
import { userHandle, type PasskeyNeeds } from './register-passkey.ts';
import { signInLimits } from '../sign-in/sign-in.ts';

/** How many challenges one network address may ask for. Each is a row until it expires. */
export const challengeLimit = { name: 'challenge', points: 60, site: 600, duration: 15 * 60 } as const satisfies AddressLimit;

/** How many challenges one account may ask for while it is signed in, to confirm it or to add a passkey. */
export const ownChallengeLimit = { name: 'own-challenge', points: 30, duration: 15 * 60 } as const satisfies Limit;

/**
 * How many wrong answers for the passkeys of one account have an entry each, as many as failed passwords from all network addresses. A
 * stranger who knows a passkey's id must not fill the access log. A right answer is never refused for them: no one guesses it.
 */
export const failureLimit = { ...signInLimits.account, name: 'passkey' } as const satisfies Limit;

/** The dependencies of signing in with a passkey. */
export interface PasskeySignInNeeds extends PasskeyNeeds {
  /** Counts challenges by network address. */
  readonly limiter: AddressLimiter;
  /** Counts wrong answers by account. */
  readonly failures: RateLimiterPostgres;
  readonly disguise: (kind: string, text: string) => string;
}

/** The options with which a browser signs in with any passkey of the domain: the same for all accounts. */
export async function makeSignInOptions({ database, limiter, site, now }: PasskeySignInNeeds, { address }: Origin) {
  const seconds = await limiter.count(address);
  if (seconds !== undefined) return { kind: 'throttled', seconds } as const;
  const challenge = await storeChallenge(database, 'SIGN_IN', undefined, now());
  return {
    kind: 'options',
    options: await generateAuthenticationOptions({ rpID: site.id, challenge, userVerification: 'required' }),
  } as const;
}

/** The options with which a signed-in person confirms with one of their passkeys. */
export async function makeStepUpOptions({ database, site, now }: PasskeyNeeds, accountId: string) {
  return generateAuthenticationOptions({
    rpID: site.id,
    challenge: await storeChallenge(database, 'STEP_UP', accountId, now()),
    allowCredentials: (await listPasskeys(database, accountId)).map(({ id, transports }) => ({ id, transports: [...transports] })),
    userVerification: 'required',
  });
}

/**
 * Signs in with a passkey.
 * @param accountId of a person who is signed in and confirms it (step-up); undefined: a new sign-in
 * @throws PrivacyError LOG_UNAVAILABLE: no one is signed in without an entry
 */
export async function verifyPasskey(
  needs: PasskeySignInNeeds,
  response: AuthenticationResponseJSON,
  accountId?: string,
): Promise<SignInResult> {
  const { database, journal, failures, disguise, now } = needs;
  const isStepUp = accountId !== undefined;
  const passkey = await findPasskey(database, response.id);
  const account = passkey && (await findAccount(database, { id: passkey.accountId }));
  const isRight =
    passkey !== undefined &&
    account !== undefined &&
    !account.isDisabled &&
    (accountId === undefined || accountId === account.accountId) &&
    (await isVerified(needs, response, passkey, isStepUp));
  if (!isRight) {
    const isFew = account !== undefined && (await countOnce(failures, disguise('passkey', account.accountId))) === undefined;
    await journal.failed(database, isStepUp ? 'step-up-failed' : 'sign-in-failed', isFew ? account : undefined, now());
    return { kind: 'refused' };
  }
  await journal.own(database, isStepUp ? 'step-up' : 'sign-in', account, now());
  // A passkey proves possession, and its owner was verified by it (RFC 8176).
  return { kind: 'signed-in', accountId: account.accountId, epoch: passkey.epoch, acr: passkeyAcr, amr: ['pop', 'user'] };
}

async function isVerified(
  { database, site, origins, now }: PasskeyNeeds,
  response: AuthenticationResponseJSON,
  passkey: Passkey,
  isStepUp: boolean,
): Promise<boolean> {
  const { accountId } = passkey;
  const handle = response.response.userHandle;
  if (handle !== undefined && handle !== userHandle(accountId).toString('base64url')) return false;
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (challenge) =>
      isStepUp
        ? useChallenge(database, challenge, 'STEP_UP', accountId, now())
        : useChallenge(database, challenge, 'SIGN_IN', undefined, now()),
    expectedOrigin: [...origins],
    expectedRPID: site.id,
    credential: {
      id: passkey.id,
      publicKey: Buffer.from(passkey.publicKey),
      counter: passkey.counter,
      transports: [...passkey.transports],
    },
    requireUserVerification: true,
  }).catch(() => undefined);
  return verified?.verified === true && noteUse(database, passkey, verified.authenticationInfo.newCounter, now());
}
