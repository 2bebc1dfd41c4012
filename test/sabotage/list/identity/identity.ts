import type { Sabotage } from '../../patch.ts';

const tokens = ['test/attacks/identity/sessions/use-a-stolen-token.test.ts'];
const signIns = ['test/attacks/identity/sessions/abuse-a-sign-in.test.ts'];
const app = ['test/identity/server/mobile-app.test.ts'];

/** The authorization server, and what the gateway believes of its tokens. */
export const identity: readonly Sabotage[] = [
  {
    sentence: 'Each address of an IPv6 network may try passwords of its own.',
    edits: [
      { in: 'serveIdentity', replace: 'address: addressGroup($IP), browser', by: 'address: $IP' },
      { in: 'serveIdentity', replace: 'addressGroup($IP)', by: '$IP' },
      { in: 'serveAccount', replace: 'addressGroup($IP)', by: '$IP' },
      { in: 'serveSessions', replace: 'addressGroup($IP)', by: '$IP' },
    ],
    tests: ['test/attacks/identity/load/try-from-many-addresses.test.ts'],
  },
  {
    sentence: 'A token that is bound to a key is accepted as a bearer token.',
    edits: [
      {
        in: 'authenticateToken',
        replace:
          "if (($JKT !== undefined) !== ($SCHEME.toLowerCase() === 'dpop')) throw $VALUE; if ($JKT === undefined) return $PRINCIPAL;",
        by: "if ($SCHEME.toLowerCase() === 'dpop' && $JKT === undefined) throw $VALUE; if ($SCHEME.toLowerCase() !== 'dpop' || $JKT === undefined) return $PRINCIPAL;",
      },
    ],
    tests: tokens,
  },
  {
    sentence: 'A proof of possession is accepted again.',
    edits: [{ in: 'artifacts', text: 'return found; end', by: 'return true; end' }],
    tests: tokens,
  },
  {
    sentence: 'A proof is accepted with a token for which it was not made.',
    edits: [{ in: 'createProofs', replace: '$CLAIMS.ath !== $ATH', by: "$CLAIMS.ath === ''" }],
    tests: tokens,
  },
  {
    sentence: 'A proof of any key is accepted.',
    edits: [{ in: 'createProofs', replace: 'thumbprint !== jkt', by: "thumbprint === ''" }],
    tests: tokens,
  },
  {
    sentence: 'A proof is accepted although another key signed it.',
    edits: [{ in: 'isSigned', replace: 'done(valid)', by: 'done(true)' }],
    tests: tokens,
  },
  {
    sentence: 'A proof that was signed in advance is accepted.',
    edits: [{ in: 'createProofs', replace: '!$NONCES.isFresh($CLAIMS.nonce, $NOW)', by: "$CLAIMS.nonce === ''" }],
    tests: tokens,
  },
  {
    sentence: 'A token outlives its grant.',
    edits: [{ in: 'credentialsInForce', text: 'identity.artifact granted where granted.id = held.held_grant', by: 'identity.signing_key' }],
    tests: app,
  },
  {
    sentence: 'A token outlives the withdrawal of the key that signed it.',
    edits: [{ in: 'credentialsInForce', text: 'and signed.withdrawn_at is null', by: '' }],
    tests: tokens,
  },
  {
    sentence: 'A token outlives the account of who signed in.',
    edits: [{ in: 'credentialsInForce', text: 'and holding.disabled_at is null', by: '' }],
    tests: app,
  },
  {
    sentence: 'A token that names no grant is accepted, so that it can never be withdrawn.',
    edits: [
      {
        in: 'credentialOf',
        replace: "if ($ACCOUNT === undefined) throw new RefusedToken('TOKEN_CLAIM', { claim: 'account' })",
        by: 'if ($ACCOUNT === undefined || grantId === undefined) return undefined',
      },
    ],
    tests: tokens,
  },
  {
    sentence: 'The form of a sign-in is taken from another site.',
    edits: [{ in: 'isForeignForm', replace: '$HEADERS.origin !== $ORIGIN || $OTHER_SITE', by: '$HEADERS.origin === undefined' }],
    tests: signIns,
  },
  {
    sentence: 'Who signed in at one page consents at the page of another browser.',
    edits: [
      { in: 'sealSignIn', replace: 'seal($KEY, $INTERACTION, $TEXT)', by: "seal($KEY, '', $TEXT)" },
      { in: 'openSignIn', replace: 'unseal($KEY, $INTERACTION, $SEALED)', by: "unseal($KEY, '', $SEALED)" },
    ],
    tests: signIns,
  },
  {
    sentence: 'A code that is used twice at once gives two tokens.',
    edits: [{ in: 'Artifacts.consume', text: 'and consumed_at is null', by: '' }],
    // Two requests to a server may follow one another; the second use of an artifact never passes.
    tests: ['test/identity/server/stored.test.ts', ...signIns],
  },
  {
    sentence: 'A request under way at a sign-out stores its session again, under the id that it had.',
    edits: [{ in: 'Artifacts.upsert', text: 'where artifact.consumed_at is null', by: '' }],
    tests: ['test/identity/server/stored.test.ts'],
  },
  {
    sentence: 'A request under way at a sign-out stores its session again, under a new id.',
    edits: [{ in: 'Artifacts.destroy', text: 'and ${isThere}', by: '' }],
    tests: ['test/identity/server/stored.test.ts'],
  },
  {
    sentence: 'A browser that asks once in ten minutes stays signed in at the authorization server for ever.',
    edits: [{ in: 'signInPolicy', replace: "policy.get('login')!.checks.add(old)", by: 'void old' }],
    tests: ['test/identity/server/mobile-app.test.ts'],
  },
  {
    sentence: 'A token that is bound to a certificate is accepted from anybody who has it.',
    edits: [
      {
        in: 'claims.ts#claimsOf',
        replace: 'z.strictObject({ jkt: z.string().min(1) })',
        by: 'z.object({ jkt: z.string().min(1).optional() })',
      },
    ],
    tests: ['test/identity/authentication/tokens/authenticate.test.ts'],
  },
  {
    sentence: 'A key that a partner took away from its address is believed while nobody uses another.',
    edits: [{ in: 'metadataOf', replace: '`${$JWKS_URI}#${Math.floor(Date.now() / keysKept)}`', by: '$JWKS_URI' }],
    tests: ['test/attacks/identity/partners/forge-a-partners-request.test.ts'],
  },
  {
    sentence: 'The server of a partner fills the memory with a key set.',
    edits: [{ in: 'configure', drop: 'fetch: fetchClientKeys' }],
    tests: ['test/attacks/identity/partners/forge-a-partners-request.test.ts'],
  },
  {
    sentence: 'A person does not see that somebody used a code of an app a second time.',
    edits: [{ in: 'Artifacts.revokeByGrantId', text: 'and consumed_at is null', by: '' }],
    tests: ['test/identity/server/token-entries.test.ts'],
  },
  {
    sentence: 'Who has a session tries old passwords without an entry.',
    edits: [
      {
        in: 'changePassword',
        replace: 'const $PROBLEM = checkPassword($$$ARGS)',
        by: "$0 if ($PROBLEM !== undefined && !(await passwords.verify(change.old, account.passwordHash))) return { kind: 'wrong-password' }",
      },
    ],
    tests: ['test/identity/accounts/mails.test.ts'],
  },
  {
    sentence: 'A stranger who signed in uses up the mails by which others get a new password.',
    edits: [{ in: 'openAskForMail', replace: '!asker', by: 'kind' }],
    tests: ['test/identity/accounts/mails.test.ts'],
  },
  {
    sentence: 'An interaction is stored with the id that continues it.',
    edits: [{ in: 'withoutId', replace: '$RETURN_TO?.endsWith($ID)', by: '$RETURN_TO === $ID' }],
    tests: signIns,
  },
  {
    sentence: 'The app of the demo, whose tokens are not bound to a key, is known in production.',
    edits: [{ in: 'appsOf', replace: '$DEMO_POPULATION ? [...$APPS, ...$DEMO_APPS] : $APPS', by: '[...$APPS, ...$DEMO_APPS]' }],
    tests: ['test/server/start/parts/apps-of.test.ts'],
  },
  {
    sentence: 'An app of the settings gets tokens that are not bound to a key.',
    edits: [{ in: 'publicClient', replace: '$BEARER !== true', by: '$BEARER === undefined && false' }],
    tests: ['test/demo/sign-in.test.ts'],
  },
  {
    sentence: 'An issuer’s answer of any length is read into the memory.',
    edits: [{ in: 'fetchKeys', replace: '$BYTES > mostBytes', by: '$BYTES < 0' }],
    tests: ['test/server/observe/issuer-keys.test.ts'],
  },
  {
    sentence: 'The header of a proof keeps the whole proof in the memory.',
    edits: [{ in: 'createProofVerifier', replace: 'Buffer.from($ENCODED).toString()', by: '$ENCODED' }],
    tests: ['test/identity/authentication/proofs/verify-proof.test.ts'],
  },
];
