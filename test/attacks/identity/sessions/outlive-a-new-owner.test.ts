import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/server';
import { cast } from '../../../../demo/personas.ts';
import { openSoftwareAuthenticator, type SoftwareAuthenticator } from '../../../../demo/sign-in/software-authenticator.ts';
import type { DeclaredRecord } from '../../../../src/identity/accounts/joining/own-record.ts';
import { administerAccount } from '../../../../src/identity/accounts/ending/administer-account.ts';
import { passkeyAcr, passwordAcr } from '../../../../src/identity/accounts/passkeys/assurance.ts';
import type { endedBy, EndingAct } from '../../../../src/identity/accounts/ending/ended-by.ts';
import { openPasskeys } from '../../../../src/identity/accounts/passkeys/open-passkeys.ts';
import type { Passkeys } from '../../../../src/identity/accounts/passkeys/passkeys.ts';
import type { Mail } from '../../../../src/platform/mail/mail.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import { claimCodeDigest } from '../../../../src/identity/accounts/joining/claim-code.ts';
import { invitationDigest } from '../../../../src/identity/accounts/joining/invitation-code.ts';
import { copyDatabase, testNow, type TestDatabase } from '../../../helpers/database/cluster.ts';
import { testCalendar } from '../../../helpers/time/calendar.ts';
import { testJournal } from '../../../helpers/identity/journal.ts';
import { takeMails } from '../../../helpers/identity/claims.ts';
import { goodPassword, openTestAccounts, plain, storeAccount, type TestAccounts } from '../../../helpers/identity/open-test-accounts.ts';
import { storePasskey, storeSession } from '../../../helpers/identity/store-passkey.ts';

// A person has left credentials in an account. Then it gets another owner, another capacity, or its owner back.
const origin = 'https://town.example';
const from = { address: '203.0.113.7' };
const [email, code, newPassword] = ['owner@town.example', 'ABCD-EFGH', 'staple battery horse'];
const journal = testJournal;
const now = (): Date => testNow;
let database: TestDatabase;
let accounts: TestAccounts;
let passkeys: Passkeys;
let accountId: string;
let theirs: SoftwareAuthenticator;
let sent: Mail[];

beforeAll(async () => {
  database = await copyDatabase();
  accounts = openTestAccounts(database, now);
  passkeys = openPasskeys(
    { database: accounts.pool, policy: policyInForce, calendar: testCalendar, disguise: plain, now },
    `${origin}/oidc`,
  )!;
});
beforeEach(async () => {
  sent = [];
  for (const table of [
    'identity.attempt',
    'identity.account',
    'identity.mail',
    'identity.claim_code',
    'identity.artifact',
    'recreation.invitation',
  ])
    await database.asOwner(`delete from ${table}`);
  accountId = await storeAccount(database, { email });
  theirs = openSoftwareAuthenticator(origin);
});
afterAll(async () => {
  await accounts.stop();
  await database.drop();
});

const send = async () => void sent.push(...(await takeMails(accounts.pool, now)));
/** Asks for a mail with a link. @returns the token of the link */
async function linkOf(ask: () => Promise<unknown>): Promise<string> {
  await ask();
  await send();
  return /\/[A-Z_]+\/([\w-]{43})/.exec(sent.at(-1)!.text)![1]!;
}

/** The credentials of an account, by the table that keeps them. */
const planted: Readonly<Record<string, () => Promise<unknown>>> = {
  passkey: () => storePasskey(database, accountId, theirs, 'Somebody’s laptop'),
  recovery_code: () => database.asOwner(`insert into identity.recovery_code values ($1, sha256('code'))`, [accountId]),
  challenge: () => database.asOwner(`insert into identity.challenge values (sha256('c'), 'REGISTER', $1, 'infinity')`, [accountId]),
  known_browser: () => database.asOwner(`insert into identity.known_browser values ($1, sha256('b'), now(), now())`, [accountId]),
  session: () => storeSession(database, accountId, passkeyAcr),
  artifact: () =>
    database.asOwner(
      `insert into identity.artifact (id, model, payload, expires_at)
       values (sha256('a'), 'Grant', json_build_object('accountId', $1::text || ' RESIDENT'), 'infinity')`,
      [accountId],
    ),
  link: () =>
    database.asOwner(
      `insert into identity.link (hash, kind, email, account_id, valid_until) values (sha256('l'), 'PASSKEY', $1, $2, 'infinity')`,
      [email, accountId],
    ),
};
/** Which of them are left, without the session that acts. */
async function left(own?: string): Promise<string[]> {
  const rows = await database.asOwner<{ at: string }>(
    `select 'passkey' as at from identity.passkey where name = 'Somebody’s laptop'
     union all select 'recovery_code' from identity.recovery_code union all select 'challenge' from identity.challenge where account_id is not null
     union all select 'known_browser' from identity.known_browser
     union all select 'session' from identity.session where ended_at is null and id is distinct from $1
     union all select 'artifact' from identity.artifact where model = 'Grant' and payload ->> 'accountId' is not null
     union all select 'link' from identity.link where account_id is not null`,
    [own ?? null],
  );
  return rows.map(({ at }) => at);
}

type CredentialAct = { [Act in EndingAct]: (typeof endedBy)[Act] extends 'CREDENTIALS' ? Act : never }[EndingAct];
interface Way {
  /** Does the act as its owner does. */
  readonly act: () => Promise<unknown>;
  /** The subject of the mail about it; undefined: no mail is sent. */
  readonly subject: string | undefined;
}

/** How each act is done that ends credentials. An act without a way does not compile. */
const ways: Readonly<Record<Exclude<CredentialAct, 'add-first-passkey'>, Way>> = {
  'change-email': {
    act: async () => {
      const token = await linkOf(() => accounts.askForMail('CHANGE_EMAIL', 'new@example.org', 'en', from, { accountId, epoch: 0 }));
      expect(await accounts.changeEmail(token, goodPassword, 'en', from)).toMatchObject({ kind: 'changed' });
    },
    subject: 'Your account has another address',
  },
  'reset-credentials': {
    act: async () => {
      const token = await linkOf(() => accounts.askForMail('RESET', email, 'en', from));
      expect(await accounts.setPassword(token, newPassword, 'en', from, 'REMOVE')).toMatchObject({ kind: 'set' });
    },
    subject: 'Your password was changed',
  },
  'claim-record': {
    act: async () => {
      await database.asOwner(
        `insert into identity.claim_code (hash, resident_id, issued_by, issued_at, valid_until) values ($1, $2, $3, now(), 'infinity')`,
        [claimCodeDigest(code), cast.resident, cast.clerk],
      );
      await database.asOwner(`insert into identity.claim_second (code_hash, way, hash) values ($1, 'CONTACT', $2)`, [
        claimCodeDigest(code),
        claimCodeDigest(code),
      ]);
      expect(await accounts.claimRecord(accountId, { code, second: code }, from)).toMatchObject({ kind: 'claimed' });
    },
    subject: 'Your account shows a record now',
  },
  'accept-invitation': { act: () => joinStaff({ of: 'account', accountId }), subject: 'Your account is used for work now' },
  'accept-invitation-without-record': { act: () => joinStaff('none'), subject: 'Your account is used for work now' },
  'remove-passkeys': {
    act: () => administerAccount(accounts.pool, journal, 'remove-passkeys', { email }, testNow),
    subject: undefined,
  },
};

/** Joins the staff, as an employee who declares a record or none. */
async function joinStaff(declared: DeclaredRecord): Promise<void> {
  await database.asOwner('update recreation.employee set access_ended_at = now() where work_email = $1', [email]);
  if (declared !== 'none') await database.asOwner('update identity.account set resident_id = $1', [cast.housemate]);
  const [{ id }] = (await database.asOwner(
    `insert into recreation.employee (id, given_name, family_name, roles, work_email, invited_at, invited_by, reviews_log)
         values (gen_random_uuid(), 'Ada', 'Newcomer', '{SUPPORT}', $1, now(), $2, false) returning id`,
    [email, cast.staffAdministrator],
  )) as [{ id: string }];
  await database.asOwner(`insert into recreation.invitation values ($1, $2, 'infinity')`, [id, invitationDigest(code)]);
  expect(await accounts.acceptInvitation(accountId, code, declared)).toBe(true);
}

/** Tries to sign in with the passkey that was left. */
async function signIn(): Promise<string> {
  const asked = await passkeys.signInOptions(from);
  if (asked.kind === 'throttled') throw new Error('throttled');
  return (await passkeys.verify(theirs.get(asked.options as never))).kind;
}

describe('what opened an account before', () => {
  test('is found by the tests where nothing ends it', async () => {
    for (const plant of Object.values(planted)) await plant();
    expect((await left()).toSorted()).toEqual(Object.keys(planted).toSorted());
    expect(await signIn()).toBe('signed-in');
  });

  test.each(Object.entries(ways))('ends with %s, and a mail names the passkeys', async (act, way) => {
    for (const plant of Object.values(planted)) await plant();
    await way.act();
    expect(await left()).toEqual([]);
    expect(await signIn()).toBe('refused');
    sent = [];
    await send();
    const told = sent.filter(({ text }) => text.includes('no longer sign in:\n- Somebody’s laptop\n')).map(({ subject }) => subject);
    expect(told).toEqual(way.subject === undefined ? [] : [way.subject]);
    expect(await database.asOwner(`select from access_log.template where content -> 'rootFields' ->> 0 = $1`, [act])).not.toEqual([]);
  });

  test('ends with the first passkey, which proves the mailbox, but for the session that added it', async () => {
    const { passkey: _none, ...others } = planted;
    for (const plant of Object.values(others)) await plant();
    const session = await storeSession(database, accountId, passwordAcr);
    const token = await linkOf(() => passkeys.askForLink(session, 'en', from));
    expect(await passkeys.openLink(token, session)).toBe(true);
    const asked = await passkeys.registrationOptions(session);
    const options = (asked as { options: unknown }).options as PublicKeyCredentialCreationOptionsJSON;
    expect(await passkeys.add(session, openSoftwareAuthenticator(origin).create(options), 'Mine', 'en')).toBe(true);
    expect(await left(session.id)).toEqual([]);
    expect(await passkeys.registrationOptions({ ...session, acr: passkeyAcr })).toMatchObject({ kind: 'options', options: {} });
  });
});

describe('a password that is set by a link', () => {
  const reset = async (passkeysStay?: 'KEEP' | 'REMOVE') => {
    const token = await linkOf(() => accounts.askForMail('RESET', email, 'en', from));
    return accounts.setPassword(token, newPassword, 'en', from, passkeysStay);
  };

  test('asks whether the passkeys stay, and names them on the page and in the mails', async () => {
    await planted['passkey']!();
    expect(await accounts.resetChoice(accountId)).toEqual({ passkeys: ['Somebody’s laptop'], canRemove: true });
    expect(await reset()).toEqual({ kind: 'refused', problem: 'PASSKEYS_UNDECIDED' });
    expect(sent.at(-1)!.text).toContain('These passkeys sign in to the account:\n- Somebody’s laptop\n');
    expect(await reset('KEEP')).toMatchObject({ kind: 'set' });
    await send();
    expect(sent.at(-1)).toMatchObject({ subject: 'Your password was changed', text: expect.stringContaining('- Somebody’s laptop\n') });
    expect(await signIn()).toBe('signed-in');
  });

  test('removes no passkey that a role needs: a mailbox alone must not open that role', async () => {
    await database.asOwner('update identity.account set employee_id = $1', [cast.privacyOfficer]);
    await planted['passkey']!();
    expect(await accounts.resetChoice(accountId)).toEqual({ passkeys: ['Somebody’s laptop'], canRemove: false });
    expect(await reset('REMOVE')).toMatchObject({ kind: 'set' });
    expect(await signIn()).toBe('signed-in');
  });
});

test('the name of a passkey brings no link and no line of its own into a mail', async () => {
  await storePasskey(database, accountId, theirs, 'Key\n\nYour account is closed. https://evil.example/?a=b @you');
  await linkOf(() => accounts.askForMail('RESET', email, 'en', from));
  expect(sent.at(-1)!.text).toMatch(/account:\n- Key Your account is closed htt\n$/);
});
