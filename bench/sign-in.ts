import { people } from '../src/town/staff/people.ts';
import { demoCalendar } from '../demo/demo-calendar.ts';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { showProgress } from '../scripts/progress.ts';
import { usualDeadlines } from '../src/platform/settings/config.ts';
import { openSmallPool } from '../src/platform/postgres/connections/open-small-pool.ts';
import type { DatabaseRoles } from '../src/platform/postgres/roles/roles.ts';
import { openAccounts } from '../src/identity/accounts/open-accounts.ts';
import { hashPassword, passwordCost, type PasswordCost, openPasswords } from '../src/identity/accounts/passwords/passwords.ts';
import { policyInForce } from '../src/town/policy/policy.ts';
import { median } from './median.ts';
import { rankStatistic } from './rank-statistic.ts';
import type { Figure, Limits, Report } from './report.ts';
import { openTown } from './town.ts';

const sizes = { whole: 400, quick: 40 } as const;
const warmUps = 10;
/** Hashes that take so little that a difference of the statements is not lost in them. */
const cheap: PasswordCost = { memory: 64, passes: 1, parallelism: 1 };
const password = 'correct horse battery';

/** For what is asked with and without an account. The cheap hash shows what the usual one covers; it has no limit. */
const askedNames = ['sign-in', 'sign-in with a cheap hash', 'link to reset', 'link to register'] as const;

/** The limits for the full size. 0.5 means that the time tells nothing; so many times differ by chance from it by 0.06 at most. */
export const limits: Limits = Object.fromEntries(
  (['sign-in', 'link to reset', 'link to register'] satisfies (typeof askedNames)[number][]).flatMap((name) => [
    [`longer/shorter median@${name}`, { most: 1.1 }],
    [`told by the time@${name}`, { most: 0.58 }],
  ]),
);

/**
 * Times requests with the address of an account and with an unused address, alternately and in one process: no network hides a difference.
 * Reports the medians, and how well a single time tells whether there is an account.
 */
export async function signIn(size: keyof typeof sizes): Promise<Report> {
  const pairs = sizes[size];
  const progress = showProgress(askedNames.length * (pairs + warmUps), 'pairs');
  const town = await openTown();
  const results: Figure[] = [];
  const ratios: Record<string, number> = {};
  try {
    const roles = await town.database('sign_in', 0);
    for (const name of askedNames) {
      const cost = name === 'sign-in' ? passwordCost : cheap;
      const known = await storeAccounts(roles, pairs + warmUps, cost);
      const pool = openSmallPool(roles.identity, usualDeadlines);
      const disguise = (kind: string, text: string): string => `${kind} ${text}`;
      const accounts = openAccounts({
        database: pool,
        calendar: demoCalendar,
        policy: policyInForce,
        people,
        disguise,
        workMailDomains: [],
        now: () => new Date(),
        passwords: openPasswords(cost),
      });
      const ask = (email: string, from: { readonly address: string }): Promise<unknown> =>
        name.startsWith('sign-in')
          ? accounts.signIn(email, 'wrong horse battery', from)
          : accounts.askForMail(name === 'link to reset' ? 'RESET' : 'REGISTER', email, 'en', from);
      const times: { readonly known: number[]; readonly unknown: number[] } = { known: [], unknown: [] };
      try {
        for (const [place, email] of known.entries()) {
          // Each asks from an own address, so that nothing is throttled, and the one that comes first changes.
          const kinds = place % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const);
          for (const kind of kinds) {
            const begin = performance.now();
            await ask(kind === 'known' ? email : `${randomUUID()}@mail.example`, { address: `${kind} ${place}` });
            if (place >= warmUps) times[kind].push(performance.now() - begin);
          }
          progress.update(askedNames.indexOf(name) * (pairs + warmUps) + place + 1);
        }
      } finally {
        await pool.stop();
      }
      const [one, other] = [median(times.known), median(times.unknown)];
      results.push({ case: name, contender: 'an account', median: one, unit: 'ms' });
      results.push({ case: name, contender: 'none', median: other, unit: 'ms' });
      const told = rankStatistic(times.known, times.unknown);
      ratios[`longer/shorter median@${name}`] = Math.max(one, other) / Math.min(one, other);
      ratios[`told by the time@${name}`] = Math.max(told, 1 - told);
    }
    return { bench: 'sign-in', results, ratios };
  } finally {
    progress.stop();
    await town.close();
  }
}

/** @returns the addresses, in place of those that were stored before */
async function storeAccounts({ owner }: DatabaseRoles, count: number, cost: PasswordCost): Promise<readonly string[]> {
  const emails = Array.from({ length: count }, () => `${randomUUID()}@mail.example`);
  const client = new Client({ connectionString: owner });
  await client.connect();
  try {
    await client.query('delete from identity.attempt');
    await client.query('delete from identity.account');
    await client.query(
      `insert into identity.account (id, email, email_verified_at, password_hash, created_at)
       select gen_random_uuid(), email, now(), $2, now() from unnest($1::text[]) email`,
      [emails, await hashPassword(password, cost)],
    );
    await client.query('analyze identity.account');
    return emails;
  } finally {
    await client.end();
  }
}
