import type { Sabotage } from '../../patch.ts';

const tokens = ['test/attacks/identity/use-a-stolen-token.test.ts'];
const signIns = ['test/attacks/identity/abuse-a-sign-in.test.ts'];
const app = ['test/identity/server/mobile-app.test.ts'];
const proofs = 'src/identity/authentication/proofs/proofs.ts';

/** The authorization server, and what the gateway believes of its tokens. */
export const identity: readonly Sabotage[] = [
  {
    sentence: 'Each address of an IPv6 network may try passwords of its own.',
    edits: [
      { file: 'src/identity/server/serve-identity.ts', from: 'address: addressGroup($ip), browser, now', to: 'address: $ip, now' },
      {
        file: 'src/identity/server/serve-identity.ts',
        from: 'address: addressGroup($ip), browser: presentedBrowser',
        to: 'address: $ip, browser: presentedBrowser',
      },
      { file: 'src/identity/server/steps/serve-account.ts', from: 'address: addressGroup($ip)', to: 'address: $ip' },
      { file: 'src/identity/sessions/serve-sessions.ts', from: 'address: addressGroup($ip)', to: 'address: $ip' },
    ],
    tests: ['test/attacks/identity/try-from-many-addresses.test.ts'],
  },
  {
    sentence: 'A token that is bound to a key is accepted as a bearer token.',
    edits: [
      {
        file: 'src/identity/authentication/tokens/authenticate.ts',
        from: `if (($jkt !== undefined) !== ($scheme.toLowerCase() === 'dpop')) throw new RefusedToken('TOKEN_SCHEME');\n  if ($jkt === undefined)`,
        to: `if ($scheme.toLowerCase() === 'dpop' && $jkt === undefined) throw new RefusedToken('TOKEN_SCHEME');\n  if ($scheme.toLowerCase() !== 'dpop' || $jkt === undefined)`,
      },
    ],
    tests: tokens,
  },
  {
    sentence: 'A proof of possession is accepted again.',
    edits: [{ file: 'src/identity/database/artifacts.ts', from: 'return found;', to: 'return true;' }],
    tests: tokens,
  },
  {
    sentence: 'A proof is accepted with a token for which it was not made.',
    edits: [{ file: proofs, from: `if ($claims.ath !== $ath)`, to: `if ($claims.ath === '')` }],
    tests: tokens,
  },
  {
    sentence: 'A proof of any key is accepted.',
    edits: [{ file: proofs, from: `if ($thumbprint !== $jkt)`, to: `if ($thumbprint === '')` }],
    tests: tokens,
  },
  {
    sentence: 'A proof is accepted although another key signed it.',
    edits: [
      {
        file: 'src/identity/authentication/proofs/verify-proof.ts',
        from: `error ? $fail(error) : $done($valid)`,
        to: `error ? $fail(error) : $done(true)`,
      },
    ],
    tests: tokens,
  },
  {
    sentence: 'A proof that was signed in advance is accepted.',
    edits: [{ file: proofs, from: `if (!$nonces.isFresh($claims.nonce, $now))`, to: `if ($claims.nonce === '')` }],
    tests: tokens,
  },
  {
    sentence: 'A token outlives its grant.',
    edits: [
      {
        file: 'src/town/access/access-in-force.ts',
        from: 'select from identity.artifact granted where granted.id = holder.held_grant)',
        to: 'select from identity.signing_key)',
      },
    ],
    tests: app,
  },
  {
    sentence: 'A token outlives the withdrawal of the key that signed it.',
    edits: [{ file: 'src/town/access/access-in-force.ts', from: ' and signed.withdrawn_at is null', to: '' }],
    tests: tokens,
  },
  {
    sentence: 'A token outlives the account of who signed in.',
    edits: [{ file: 'src/town/access/access-in-force.ts', from: ' and holding.disabled_at is null', to: '' }],
    tests: app,
  },
  {
    sentence: 'A token that names no grant is accepted, so that it can never be withdrawn.',
    edits: [
      {
        file: 'src/identity/authentication/tokens/authenticate.ts',
        from: `if (account === undefined) throw new RefusedToken('TOKEN_CLAIM', { claim: 'account' });`,
        to: `if (account === undefined || grantId === undefined) return undefined;`,
      },
    ],
    tests: tokens,
  },
  {
    sentence: 'The form of a sign-in is taken from another site.',
    edits: [
      {
        file: 'src/identity/server/steps/is-foreign-form.ts',
        from: "return headers.origin !== origin || ($site !== undefined && $site !== 'same-origin');",
        to: 'return headers.origin === undefined;',
      },
    ],
    tests: signIns,
  },
  {
    sentence: 'Who signed in at one page consents at the page of another browser.',
    edits: [
      {
        file: 'src/identity/server/steps/sign-in-proof.ts',
        from: `'sign-in proofs'), $interaction, $text)`,
        to: `'sign-in proofs'), '', $text)`,
      },
      {
        file: 'src/identity/server/steps/sign-in-proof.ts',
        from: `'sign-in proofs'), $interaction, Buffer`,
        to: `'sign-in proofs'), '', Buffer`,
      },
    ],
    tests: signIns,
  },
  {
    sentence: 'A code that is used twice at once gives two tokens.',
    edits: [{ file: 'src/identity/server/tokens/artifacts.ts', from: ' and consumed_at is null returning id', to: ' returning id' }],
    tests: signIns,
  },
  {
    sentence: 'A request under way at a sign-out stores its session again, under the id that it had.',
    edits: [{ file: 'src/identity/server/tokens/artifacts.ts', from: 'where artifact.consumed_at is null`', to: '`' }],
    tests: ['test/identity/server/stored.test.ts'],
  },
  {
    sentence: 'A request under way at a sign-out stores its session again, under a new id.',
    edits: [
      {
        file: 'src/identity/server/tokens/artifacts.ts',
        from: 'delete from identity.artifact where id = ${digestOf(this.#model, id)} and ${isThere}',
        to: 'delete from identity.artifact where id = ${digestOf(this.#model, id)}',
      },
    ],
    tests: ['test/identity/server/stored.test.ts'],
  },
  {
    sentence: 'A browser that asks once in ten minutes stays signed in at the authorization server for ever.',
    edits: [{ file: 'src/identity/server/steps/sign-in-policy.ts', from: "policy.get('login')!.checks.add(old);", to: 'void old;' }],
    tests: ['test/identity/server/mobile-app.test.ts'],
  },
  {
    sentence: 'A token that is bound to a certificate is accepted from anybody who has it.',
    edits: [
      {
        file: 'src/identity/authentication/tokens/claims.ts',
        from: 'cnf: z.strictObject({ jkt: z.string().min(1) })',
        to: 'cnf: z.object({ jkt: z.string().min(1).optional() })',
      },
    ],
    tests: ['test/identity/authentication/tokens/authenticate.test.ts'],
  },
  {
    sentence: 'A key that a partner took away from its address is believed while nobody uses another.',
    edits: [
      {
        file: 'src/identity/server/clients/partner-clients.ts',
        from: '`${$jwksUri}#${Math.floor(Date.now() / keysKept)}`',
        to: '$jwksUri',
      },
    ],
    tests: ['test/attacks/identity/forge-a-partners-request.test.ts'],
  },
  {
    sentence: 'The server of a partner fills the memory with a key set.',
    edits: [{ file: 'src/identity/server/provider.ts', from: 'fetch: fetchClientKeys,', to: '' }],
    tests: ['test/attacks/identity/forge-a-partners-request.test.ts'],
  },
  {
    sentence: 'A person does not see that somebody used a code of an app a second time.',
    edits: [
      {
        file: 'src/identity/server/tokens/artifacts.ts',
        from: "${digestOf('Grant', $grantId)} and consumed_at is null",
        to: "${digestOf('Grant', $grantId)}",
      },
    ],
    tests: ['test/identity/server/token-entries.test.ts'],
  },
  {
    sentence: 'Who has a session tries old passwords without an entry.',
    edits: [
      {
        file: 'src/identity/accounts/passwords/change-password.ts',
        from: "if ($problem !== undefined) return { kind: 'refused', $problem };",
        to: "if ($problem !== undefined && !(await passwords.verify(change.old, account.passwordHash))) return { kind: 'wrong-password' };\n  if ($problem !== undefined) return { kind: 'refused', $problem };",
      },
    ],
    tests: ['test/identity/accounts/mails.test.ts'],
  },
  {
    sentence: 'A stranger who signed in uses up the mails by which others get a new password.',
    edits: [{ file: 'src/identity/accounts/mails/ask-for-mail.ts', from: 'if (!asker) return', to: 'if (kind) return' }],
    tests: ['test/identity/accounts/mails.test.ts'],
  },
  {
    sentence: 'An interaction is stored with the id that continues it.',
    edits: [{ file: 'src/identity/server/tokens/artifacts.ts', from: 'if ($returnTo?.endsWith($id))', to: 'if ($returnTo === $id)' }],
    tests: signIns,
  },
  {
    sentence: 'The app of the demo, whose tokens are not bound to a key, is known in production.',
    edits: [
      {
        file: 'src/server/start/apps-of.ts',
        from: 'return $demoPopulation ? [...$apps, ...$demoApps] : $apps;',
        to: 'return [...$apps, ...$demoApps];',
      },
    ],
    tests: ['test/server/start/apps-of.test.ts'],
  },
  {
    sentence: 'An app of the settings gets tokens that are not bound to a key.',
    edits: [
      {
        file: 'src/identity/server/provider.ts',
        from: 'dpop_bound_access_tokens: $bearer !== true,',
        to: 'dpop_bound_access_tokens: $bearer === undefined && false,',
      },
    ],
    tests: ['test/demo/sign-in.test.ts'],
  },
  {
    sentence: 'An issuer’s answer of any length is read into the memory.',
    edits: [{ file: 'src/identity/authentication/tokens/fetch-keys.ts', from: 'if ($bytes > $mostBytes)', to: 'if ($bytes < 0)' }],
    tests: ['test/server/observe/issuer-keys.test.ts'],
  },
  {
    sentence: 'The header of a proof keeps the whole proof in the memory.',
    edits: [
      {
        file: 'src/identity/authentication/proofs/verify-proof.ts',
        from: '$known.set(Buffer.from($encoded).toString(), ',
        to: '$known.set($encoded, ',
      },
    ],
    tests: ['test/identity/authentication/proofs/verify-proof.test.ts'],
  },
];
