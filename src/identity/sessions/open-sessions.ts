import type { Role } from '../../engine/register.ts';
import type { Calendar } from '../../platform/time/calendar.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { useSession, type UsedSession } from './use-session.ts';
import { sql, type Database } from '../../platform/sql/sql.ts';
import { findAccount } from '../accounts/account.ts';
import type { Capacity, SignedIn, SignInResult } from '../accounts/accounts.ts';
import { isSureEnough, passwordAcr, type Acr } from '../accounts/passkeys/assurance.ts';
import { endGrants } from '../accounts/ending/end-grants.ts';
import { endSignIns } from '../accounts/ending/end-sign-ins.ts';
import type { AskedOptions, PasskeyOptions, Passkeys } from '../accounts/passkeys/passkeys.ts';
import { proveMailbox } from '../accounts/proofs/prove-mailbox.ts';
import { askForEmail, needsMailbox } from './ask-for-email.ts';
import { endSession } from './end-session.ts';
import { listSessions } from './list-sessions.ts';
import { rotateSession } from './rotate-session.ts';
import { mayKeep } from './session-limits.ts';
import type { SessionNeeds } from './session-needs.ts';
import type { PageClock, Sessions } from './sessions.ts';
import { startSession } from './start-session.ts';
import { viewOf } from './view-of.ts';

/** Opens the sessions of the database. */
export function openSessions(needs: SessionNeeds): Sessions {
  const { database, accounts, now, calendar } = needs;
  const read = async (digest: Buffer): Promise<UsedSession> => {
    const session = await useSession(database, digest, now());
    if (!session) throw new PrivacyError('SESSION_ENDED');
    return session;
  };
  const capacityOf = async (accountId: string, acr: Acr, role: Role | undefined): Promise<Capacity> => {
    const capacities = await accounts.capacities(accountId, acr);
    const capacity = capacities.find((one) => role === undefined || one.role === role);
    if (!capacity) throw new PrivacyError('CAPACITY_UNAVAILABLE');
    return capacity;
  };
  const passkeys = (): Passkeys => {
    if (!needs.passkeys) throw new PrivacyError('NOT_FOUND');
    return needs.passkeys;
  };
  return {
    async signIn({ role, keep, ...given }, from, browser) {
      const signedIn = assertSignedIn(
        'passkey' in given ? await passkeys().verify(given.passkey) : await accounts.signIn(given.email, given.password, from),
      );
      return startSession(needs, signedIn, await capacityOf(signedIn.accountId, signedIn.acr, role), keep, browser);
    },
    signInOptions: async (from) => optionsIn(await passkeys().signInOptions(from)),
    async start(signedIn, keep, browser) {
      const [capacity, ...more] = await accounts.capacities(signedIn.accountId, signedIn.acr);
      const only = more.length === 0 ? capacity : undefined;
      return startSession(needs, signedIn, only, keep && mayKeep(only?.role ?? null), browser);
    },
    find: (digest) => useSession(database, digest, now()),
    async prove(digest, proof) {
      const session = await read(digest);
      // A password must not pass for the passkey of the sign-in, nor one person for another.
      if (session.accountId !== proof.accountId || !isSureEnough(proof.acr, session.acr)) throw new PrivacyError('STEP_UP_NEEDED');
      return rotateSession(needs, digest, session, { proof }, undefined);
    },
    async view(digest) {
      return viewOf(needs, await read(digest));
    },
    clock: openPageClock(calendar, now),
    timeZone: calendar.timeZone,
    async changeCapacity(digest, role) {
      const session = await read(digest);
      const capacity = await capacityOf(session.accountId, session.acr as Acr, role);
      return rotateSession(needs, digest, session, { capacity }, 'change-capacity');
    },
    stepUpOptions: async (digest) => optionsIn(await passkeys().stepUpOptions((await read(digest)).accountId)),
    async stepUp(digest, given, from) {
      const session = await read(digest);
      // A password must not pass for the passkey of the sign-in.
      if ('password' in given && session.acr !== passwordAcr) throw new PrivacyError('STEP_UP_NEEDED');
      const proof = assertSignedIn(
        'passkey' in given
          ? await passkeys().verify(given.passkey, session.accountId)
          : await accounts.confirm(session.accountId, given.password, from),
      );
      return rotateSession(needs, digest, session, { proof }, undefined);
    },
    async keep(digest, keep) {
      const session = await read(digest);
      if (keep && !mayKeep(session.role)) throw new PrivacyError('CAPACITY_UNAVAILABLE');
      return rotateSession(needs, digest, session, { keep }, keep ? 'keep-signed-in' : 'stop-keeping-signed-in');
    },
    needsMailbox: (session) => needsMailbox(needs, session),
    openEmailLink: (token, session) => proveMailbox(needs, 'OLD_EMAIL', token, session),
    askForEmail: async (digest, email, language, from) => askForEmail(needs, await read(digest), email, language, from),
    end: (digest) => database.transaction((transaction) => endSession(needs, transaction, digest)),
    list: async (digest) => listSessions(database, await read(digest), now()),
    async endOne(digest, id) {
      const { accountId } = await read(digest);
      await endAndNote(needs, accountId, async (transaction) => {
        const { rows } = await sql`
          update identity.session set ended_at = ${now()} where id = ${id}::uuid and account_id = ${accountId}::uuid and ended_at is null
          returning id`.execute(transaction);
        if (rows.length === 0) throw new PrivacyError('NOT_FOUND');
        await endSignIns(transaction, accountId);
      });
    },
    async endAll(digest) {
      const { accountId } = await read(digest);
      await endAndNote(needs, accountId, (transaction) => endGrants(transaction, accountId));
    },
  };
}

/** The range that pages can show: no record is older, and the coming years are included. */
const [oldest, yearsAhead] = [new Date('1990-01-01T00:00:00Z'), 5];

/** Computes the offsets once a day: they are some hundred. */
function openPageClock(calendar: Calendar, now: () => Date): () => PageClock {
  let known: { readonly day: string; readonly offsets: PageClock['offsets'] } | undefined;
  return () => {
    const at = now();
    const day = calendar.dayOf(at);
    if (known?.day !== day) {
      const until = new Date(at);
      until.setUTCFullYear(at.getUTCFullYear() + yearsAhead);
      known = { day, offsets: calendar.offsets(oldest, until) };
    }
    return { now: at.getTime(), offsets: known.offsets };
  };
}

/** @throws PrivacyError SIGN_IN_THROTTLED */
function optionsIn(asked: AskedOptions): PasskeyOptions {
  if (asked.kind === 'throttled') throw new PrivacyError('SIGN_IN_THROTTLED', { retryAfter: asked.seconds });
  return asked.options;
}

/** @throws PrivacyError SIGN_IN_REFUSED, SIGN_IN_THROTTLED */
function assertSignedIn(result: SignInResult): SignedIn {
  if (result.kind === 'throttled') throw new PrivacyError('SIGN_IN_THROTTLED', { retryAfter: result.seconds });
  if (result.kind === 'refused') throw new PrivacyError('SIGN_IN_REFUSED');
  return result;
}

async function endAndNote(
  { database, journal, now }: SessionNeeds,
  accountId: string,
  end: (transaction: Database) => Promise<void>,
): Promise<void> {
  await database.transaction(async (transaction) => {
    await end(transaction);
    const account = await findAccount(transaction, { id: accountId });
    if (account) await journal.own(transaction, 'sign-out-elsewhere', account, now());
  });
}
