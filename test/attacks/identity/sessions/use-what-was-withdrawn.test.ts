import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as oidc from 'openid-client';
import { cast, matters } from '../../../../demo/personas.ts';
import { Browser, hidden } from '../../../../demo/sign-in/browser.ts';
import { bothEmail, residentEmail } from '../../../helpers/identity/identity-town.ts';
import * as mobile from '../../../helpers/tokens/mobile-app.ts';
import { goodPassword as password } from '../../../helpers/identity/open-test-accounts.ts';
import { ask as askAsPartner, openPartner } from '../../../helpers/tokens/partner-app.ts';
import { openProcessTown, type ProcessTown } from '../../../helpers/processes/process-town.ts';
import { runPrivacy } from '../../../helpers/processes/run-privacy.ts';
import { ownPage } from '../../../helpers/identity/session-town.ts';

// A person continues to use withdrawn access, at another process of the gateway than the one that withdrew it.
let town: ProcessTown;
beforeAll(async () => {
  town = await openProcessTown();
});
afterAll(() => town.close());

interface Shown {
  readonly code: string | undefined;
  readonly data: unknown;
}

/** A person with access, and how to ask with it at a process. */
interface Holder {
  ask(at: string): Promise<Shown>;
  /** The id of a partner's client. */
  readonly clientId?: string;
  readonly revoke: () => Promise<unknown>;
}

const shownIn = (body: any): Shown => ({ code: body.errors?.[0]?.extensions.code, data: body.data ?? undefined });
const sql = (text: string, ...values: unknown[]): Promise<unknown> => town.one.database.asOwner(text, values);
/** How many queries whose principal is known have an entry, by what became of them. */
const entries = async (): Promise<{ readonly refused: number; readonly answered: number }> => {
  const [counted] = await town.one.database.asOwner<{ refused: number; answered: number }>(
    `select count(*) filter (where template.text::json ->> 'outcome' = 'REFUSED')::int as refused,
       count(*) filter (where template.text::json ->> 'outcome' <> 'REFUSED')::int as answered
     from access_log.staged join access_log.template on template.id = staged.template_id
     where principal_id is not null and template.text::json ->> 'operationType' = 'query'`,
  );
  return counted!;
};
/** A change that an employee makes at the first process. */
const change = async (who: Parameters<ProcessTown['askAsEmployee']>[0], field: string, input: object): Promise<void> => {
  const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${field}(input: $input) { __typename } }`;
  const { errors = [] } = await town.askAsEmployee(who, document, { input });
  expect(errors).toEqual([]);
};
const officer = { subject: cast.privacyOfficer, role: 'PRIVACY_OFFICER', purposes: ['MANDATE_ADMINISTRATION'] } as const;
const office = (field: string, input: object): Promise<void> => change(officer, field, input);
const administrator = { subject: cast.staffAdministrator, role: 'STAFF_ADMINISTRATOR', purposes: ['STAFF_ADMINISTRATION'] } as const;
const command = async (...given: readonly string[]): Promise<void> => {
  expect(await runPrivacy(['identity', ...given], town.settings)).toMatchObject({ code: 0, stderr: '' });
};

async function partner(): Promise<Holder> {
  const app = await openPartner(town, { partnerId: cast.police });
  const { access_token: token } = await app.obtain({ mandate: matters.courtOrder, purpose: 'LEGAL_DEMAND' });
  const query = '{ residents { edges { node { givenName } } } }';
  return {
    ask: async (at) => shownIn((await askAsPartner(app, town, token, query, at)).body),
    clientId: app.clientId,
    revoke: () => oidc.tokenRevocation(app.config, token),
  };
}

async function phoneOf(email: string, query: string): Promise<Holder> {
  const phone = await mobile.openMobileApp(town);
  const { access_token: token, refresh_token: refresh } = await mobile.obtainTokens(phone, email);
  return {
    ask: async (at) => shownIn((await mobile.ask(phone, town, token, query, at)).body),
    revoke: () => oidc.tokenRevocation(phone.config, refresh!),
  };
}

const resident = (): Promise<Holder> => phoneOf(residentEmail, '{ me { givenName } }');

/** A browser of a person who is a resident and a clerk. */
async function browser(role: 'RESIDENT' | 'CUSTOMER_SERVICE'): Promise<Holder> {
  const send = (url: string, method: string, body: object | undefined, cookie = ''): Promise<Response> =>
    fetch(url, {
      method,
      headers: { ...ownPage, ...(cookie && { cookie }), ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
  const session = new URL('/session', town.url).href;
  const signedIn = await send(session, 'POST', { email: bothEmail, password, role });
  expect(signedIn.status).toBe(201);
  const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!;
  const people = 'query @purpose(is: SERVICE_PROVISION) { residents(first: 1) { edges { node { givenName } } } }';
  const query = role === 'RESIDENT' ? '{ me { givenName } }' : people;
  return {
    ask: async (at) => shownIn(await (await send(at, 'POST', { query }, cookie)).json()),
    revoke: () => send(session, 'DELETE', undefined, cookie),
  };
}

interface Withdrawal {
  readonly open: () => Promise<Holder>;
  readonly withdraw: (holder: Holder) => Promise<unknown>;
  readonly restore?: string;
  readonly code: string;
}
const ways: Readonly<Record<string, Withdrawal>> = {
  'a token, by the app': { open: resident, withdraw: ({ revoke }) => revoke(), code: 'ACCESS_ENDED' },
  'a token, by the partner': { open: partner, withdraw: ({ revoke }) => revoke(), code: 'TOKEN_INVALID' },
  'a mandate': {
    open: partner,
    withdraw: () => office('revokeMandate', { mandateId: matters.courtOrder, reason: 'Set aside' }),
    restore: `update recreation.mandate set revoked_at = null, revoked_by = null, revocation_reason = null where id = '${matters.courtOrder}'`,
    code: 'AUTHORITY_NOT_IN_FORCE',
  },
  'a registration, for a time': {
    open: partner,
    withdraw: ({ clientId }) => office('suspendPartnerClient', { clientId, reason: 'A laptop is lost' }),
    code: 'ACCESS_ENDED',
  },
  'a registration, for good': {
    open: partner,
    withdraw: ({ clientId }) => office('endPartnerClient', { clientId, reason: 'Over' }),
    code: 'ACCESS_ENDED',
  },
  'the key of a registration': {
    open: partner,
    withdraw: ({ clientId }) => office('withdrawPartnerClientKey', { clientId, keyId: 'one' }),
    code: 'ACCESS_ENDED',
  },
  'the access of a partner': {
    open: partner,
    withdraw: () => sql('update recreation.partner set access_ended_at = now() where id = $1', cast.police),
    restore: `update recreation.partner set access_ended_at = null where id = '${cast.police}'`,
    code: 'ACCESS_ENDED',
  },
  'a session, by a sign-out': { open: () => browser('RESIDENT'), withdraw: ({ revoke }) => revoke(), code: 'ACCESS_ENDED' },
  'the role of an employee with a session': {
    open: () => browser('CUSTOMER_SERVICE'),
    withdraw: () => change(administrator, 'changeEmployeeRoles', { employeeId: cast.clerk, roles: ['SECURITY'] }),
    restore: `update recreation.employee set roles = array['CUSTOMER_SERVICE'] where id = '${cast.clerk}'`,
    code: 'ACCESS_ENDED',
  },
  'the access of an employee with a session, who left': {
    open: () => browser('CUSTOMER_SERVICE'),
    withdraw: () => change(administrator, 'endEmployeeAccess', { employeeId: cast.clerk }),
    restore: `update recreation.employee set access_ended_at = null where id = '${cast.clerk}'`,
    code: 'ACCESS_ENDED',
  },
  'an account': {
    open: resident,
    withdraw: () => command('disable', residentEmail),
    restore: `update identity.account set disabled_at = null where email = '${residentEmail}'`,
    code: 'ACCESS_ENDED',
  },
  // The last one: no token that the key signed is believed any more.
  'the key of the authorization server': {
    open: resident,
    withdraw: async () => {
      const [key] = await town.one.database.asOwner<{ kid: string }>('select kid from identity.signing_key');
      await command('withdraw', key!.kid);
    },
    code: 'ACCESS_ENDED',
  },
};

describe('a password that was typed before the owner ended everything', () => {
  let phone: mobile.MobileApp;
  beforeAll(async () => {
    phone = await mobile.openMobileApp(town);
  });

  test('opens nothing by the consent after it', async () => {
    const browser = new Browser();
    const form = await browser.go(await phone.begin());
    const consent = await browser.go(form.url, { step: 'sign-in', email: residentEmail, password });
    expect(consent.text).toContain('act for you');
    await command('end-sessions', residentEmail);
    const { status, location } = await browser.go(consent.url, { step: 'allow', role: 'RESIDENT', proof: hidden(consent, 'proof') });
    expect([status, location]).toEqual([400, undefined]);
  });

  test('opens nothing by what outlived the end: a session, a code, a refresh token', async () => {
    const browser = new Browser();
    const tokens = await mobile.exchange(phone, await mobile.signIn(browser, await phone.begin()));
    const later = await mobile.signIn(new Browser(), await phone.begin());
    expect((await browser.go(await phone.begin())).text).toContain('act for you');
    // A row that a sign-in stores at this moment is not found by the statement that ends the others.
    await town.one.database.asOwner('update identity.account set epoch = epoch + 1 where email = $1', [residentEmail]);
    const page = await browser.go(await phone.begin());
    expect([page.status, page.text.includes('act for you'), page.text.includes('name="password"')]).toEqual([200, false, true]);
    await expect(mobile.exchange(phone, later)).rejects.toMatchObject({ error: 'invalid_grant' });
    await expect(oidc.refreshTokenGrant(phone.config, tokens.refresh_token!, undefined, { DPoP: phone.dpop })).rejects.toMatchObject({
      error: 'invalid_grant',
    });
  });
});

test('at the other process a withdrawn key obtains no further token, and a suspended client none', async () => {
  const order = { mandate: matters.courtOrder, purpose: 'LEGAL_DEMAND' };
  const open = async () => {
    const app = await openPartner(town, { partnerId: cast.police });
    app.config[oidc.customFetch] = (address, init) => town.elsewhere(address, init as RequestInit);
    expect((await app.obtain(order)).access_token).toEqual(expect.any(String));
    return app;
  };
  const app = await open();
  await office('withdrawPartnerClientKey', { clientId: app.clientId, keyId: 'one' });
  await expect(app.obtain(order)).rejects.toMatchObject({ error: 'invalid_client' });
  const other = await open();
  await office('suspendPartnerClient', { clientId: other.clientId, reason: 'A laptop is lost' });
  await expect(other.obtain(order)).rejects.toMatchObject({ error: 'invalid_client' });
});

describe('from the next request on, the other process refuses who used', () => {
  test.each(Object.keys(ways))('%s', async (name) => {
    const { open, withdraw, restore, code } = ways[name]!;
    const holder = await open();
    for (const at of [town.otherUrl, town.url]) expect(await holder.ask(at)).toEqual({ code: undefined, data: expect.any(Object) });
    const before = await entries();
    await withdraw(holder);
    for (const at of [town.otherUrl, town.url]) {
      const { code: told, data } = await holder.ask(at);
      expect([told, Object.values(data ?? {}).filter((value) => value !== null)]).toEqual([code, []]);
    }
    // A token that is gone says no longer whose it was.
    const refused = code === 'TOKEN_INVALID' ? 0 : 2;
    expect(await entries()).toEqual({ answered: before.answered, refused: before.refused + refused });
    if (restore !== undefined) await sql(restore);
  });
});
