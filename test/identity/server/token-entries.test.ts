import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as oidc from 'openid-client';
import { cast, matters } from '../../../demo/personas.ts';
import { Browser } from '../../../demo/sign-in/browser.ts';
import { canonicalForm } from '../../../src/log/encoding/canonical-form.ts';
import { app, openIdentityTown, type IdentityTown } from '../../helpers/identity/identity-town.ts';
import { exchange, obtainTokens, openMobileApp, signIn, type MobileApp } from '../../helpers/tokens/mobile-app.ts';
import { openPartner, type PartnerApp } from '../../helpers/tokens/partner-app.ts';
import { runPrivacy, settingsFor } from '../../helpers/processes/run-privacy.ts';

// Each use of a token has an entry in the access log, which is stored before the token is sent.
let town: IdentityTown;
let police: PartnerApp;
let phone: MobileApp;
beforeAll(async () => {
  town = await openIdentityTown();
  police = await openPartner(town, { partnerId: cast.police });
  phone = await openMobileApp(town);
});
afterAll(() => town.close());

const order = { mandate: matters.courtOrder, purpose: 'LEGAL_DEMAND' };
const refresh = (token: string) => oidc.refreshTokenGrant(phone.config, token, undefined, { DPoP: phone.dpop });

interface Found {
  readonly act: string;
  readonly client: string | null;
  readonly role: string;
  readonly purpose: string | null;
  readonly outcome: string;
  readonly operation: string;
  readonly principal_id: string | null;
  readonly mandates: string[] | null;
  readonly subjects: string[] | null;
}

/** The entries of accounts that the work leaves, the oldest first. */
async function entriesOf(work: () => Promise<unknown>): Promise<readonly Found[]> {
  await town.one.sequence();
  const [before] = await town.one.database.asOwner<{ newest: string }>(
    'select coalesce(max(seq), -1)::text as newest from access_log.entry',
  );
  await work();
  await town.one.sequence();
  return town.one.database.asOwner<Found & Record<string, unknown>>(
    `select template -> 'rootFields' ->> 0 as act, template -> 'rootFields' ->> 1 as client, role, template ->> 'purpose' as purpose,
       template ->> 'outcome' as outcome, encode(operation_hash, 'hex') as operation, principal_id, authority_ids::text[] as mandates,
       subjects::text[] as subjects
     from access_log.full_entry where template ->> 'operationType' = 'account' and seq > $1::bigint order by seq`,
    [before!.newest],
  );
}
const strangers = async (): Promise<number> =>
  Number(
    (await town.one.database.asOwner<{ count: string }>('select sum(failures) as count from identity.stranger_failure'))[0]!.count ?? 0,
  );
const ofResident = { client: app.id, role: 'ACCOUNT', purpose: null, mandates: null };
const bySelf = { ...ofResident, outcome: 'ANSWERED', principal_id: cast.resident, subjects: [cast.resident] };
const byNobody = { ...ofResident, outcome: 'REFUSED', principal_id: null, subjects: [cast.resident] };

describe('a resident', () => {
  test('finds which app got access, and renewed it, or gave it back', async () => {
    let first: oidc.TokenEndpointResponse;
    const entries = await entriesOf(async () => {
      first = await obtainTokens(phone);
      const second = await refresh(first.refresh_token!);
      await oidc.tokenRevocation(phone.config, second.refresh_token!);
    });
    expect(entries).toMatchObject([
      { act: 'sign-in' },
      { ...bySelf, act: 'issue-token' },
      { ...bySelf, act: 'renew-token' },
      { ...bySelf, act: 'revoke-token' },
    ]);
    const { data } = await town.one.ask(
      'resident',
      '{ me { accessHistory(includeOwn: true, first: 4) { edges { node { kind why fields } } } } }',
    );
    const newest = data.me.accessHistory.edges.map(({ node }: any) => node).find(({ kind }: any) => kind === 'ACCOUNT_USED');
    expect(newest).toEqual({
      kind: 'ACCOUNT_USED',
      why: 'An app that acted for the person gave its access back (town-app).',
      fields: [],
    });
  });

  test('finds that a person used a token a second time, and what was refused', async () => {
    const first = await obtainTokens(phone);
    const second = await refresh(first.refresh_token!);
    const entries = await entriesOf(async () => {
      await expect(refresh(first.refresh_token!)).rejects.toMatchObject({ error: 'invalid_grant' });
      await expect(refresh(second.refresh_token!)).rejects.toMatchObject({ error: 'invalid_grant' });
    });
    // The grant of the second one has ended.
    expect(entries).toMatchObject([{ ...byNobody, act: 'reuse-token' }]);
    const opened = await signIn(new Browser(), await phone.begin());
    await exchange(phone, opened);
    const reused = await entriesOf(() => expect(exchange(phone, opened)).rejects.toMatchObject({ error: 'invalid_grant' }));
    expect(reused).toMatchObject([{ ...byNobody, act: 'reuse-token' }]);
    const other = await openMobileApp(town);
    const unverified = await signIn(new Browser(), await phone.begin());
    const wrong = await entriesOf(() => expect(exchange({ ...phone, verifier: other.verifier }, unverified)).rejects.toBeDefined());
    expect(wrong).toMatchObject([{ ...byNobody, act: 'refuse-token' }]);
    const held = await obtainTokens(phone);
    const thief = { ...phone, dpop: other.dpop };
    const refused = await entriesOf(() =>
      expect(oidc.refreshTokenGrant(phone.config, held.refresh_token!, undefined, { DPoP: thief.dpop })).rejects.toBeDefined(),
    );
    expect(refused).toMatchObject([{ ...byNobody, act: 'refuse-token' }]);
  });
});

describe('a partner', () => {
  const ofPolice = { client: '', role: 'LAW_ENFORCEMENT', principal_id: cast.police, subjects: [] };

  test('leaves registration, mandate, purpose and the digest of what was granted, and no one’s name', async () => {
    let granted: unknown;
    let token: string;
    const entries = await entriesOf(async () => {
      const answer = await police.obtain(order);
      granted = answer.authorization_details![0];
      token = answer.access_token;
      await oidc.tokenRevocation(police.config, answer.access_token);
    });
    const operation = createHash('sha256').update(canonicalForm(granted)).digest('hex');
    const entry = {
      ...ofPolice,
      client: police.clientId,
      purpose: 'LEGAL_DEMAND',
      outcome: 'ANSWERED',
      operation,
      mandates: [order.mandate],
    };
    expect(entries).toMatchObject([
      { ...entry, act: 'issue-token' },
      { ...entry, act: 'revoke-token' },
    ]);
    expect(JSON.stringify(entries)).not.toContain(token!);
  });

  test('that proved itself leaves its refusals, one that did not is counted', async () => {
    const other = await openPartner(town, { partnerId: cast.auditor });
    const { access_token: token } = await police.obtain(order);
    const refused = { ...ofPolice, purpose: null, outcome: 'REFUSED', mandates: null };
    const before = await strangers();
    const entries = await entriesOf(async () => {
      await expect(police.obtain({ ...order, purpose: 'MAINTENANCE' })).rejects.toMatchObject({ error: 'invalid_authorization_details' });
      // No person can sign in with it, so it may not push a request (RFC 9126).
      const pushed = { redirect_uri: 'https://police.example/back', scope: 'openid', response_type: 'code' };
      const push = oidc.buildAuthorizationUrlWithPAR(police.config, pushed, { DPoP: police.dpop });
      await expect(push).rejects.toMatchObject({ error: expect.stringMatching(/^(unauthorized_client|invalid_request)$/) });
      expect(await oidc.tokenIntrospection(other.config, token)).toEqual({ active: false });
    });
    expect(entries).toMatchObject([
      { ...refused, act: 'refuse-token', client: police.clientId },
      { ...refused, act: 'refuse-token', client: police.clientId },
      { ...refused, act: 'refuse-introspection', client: other.clientId, role: 'CONTROL_AGENCY', principal_id: cast.auditor },
    ]);
    expect(await strangers()).toBe(before);
    const impostor = new oidc.Configuration(other.config.serverMetadata(), police.clientId, undefined, other.authentication);
    oidc.allowInsecureRequests(impostor);
    expect(
      await entriesOf(() =>
        expect(oidc.clientCredentialsGrant(impostor, {}, { DPoP: oidc.getDPoPHandle(impostor, phone.keys) })).rejects.toBeDefined(),
      ),
    ).toEqual([]);
    expect(await strangers()).toBeGreaterThan(before);
  });

  test('is seen by a reviewer, and its tokens are no disclosures', async () => {
    await town.one.sequence();
    const ask = async (list: string): Promise<any[]> => {
      const { data } = await town.one.ask('reviewer', `{ ${list}(first: 100) { edges { node { command partner { id } purpose } } } }`, {
        purpose: 'ACCESS_REVIEW',
      });
      return data[list].edges.map(({ node }: any) => node);
    };
    expect(await ask('accessEntries')).toContainEqual({ command: 'issue-token', partner: { id: cast.police }, purpose: 'LEGAL_DEMAND' });
    expect((await ask('disclosures')).filter(({ command }) => command !== null)).toEqual([]);
  });
});

describe('while the access log cannot be written', () => {
  const refused = { error: 'temporarily_unavailable', error_description: 'the access log cannot be written' };
  const unavailable = async (asked: Promise<unknown>): Promise<void> => {
    const answer = await asked.then(
      () => 'given',
      async ({ cause }: { readonly cause: Response }) => [cause.status, cause.headers.get('retry-after'), await cause.json()],
    );
    expect(answer).toEqual([503, '5', refused]);
  };
  const tokens = async (): Promise<unknown> =>
    town.one.database.asOwner(`select model, consumed_at is null as fresh, count(*)::int from identity.artifact
      where model in ('ClientCredentials', 'RefreshToken') group by 1, 2 order by 1, 2`);
  const refusing = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    await town.one.database.asOwner('alter table access_log.staged add constraint refusing check (false) not valid');
    try {
      return await work();
    } finally {
      await town.one.database.asOwner('alter table access_log.staged drop constraint refusing');
    }
  };

  test('a code is used up, and leaves nothing that could be used', async () => {
    const opened = await signIn(new Browser(), await phone.begin());
    const left = () => town.one.database.asOwner(`select model from identity.artifact where model in ('Grant', 'AuthorizationCode')`);
    const before = await left();
    await refusing(() => unavailable(exchange(phone, opened)));
    expect(await left()).toHaveLength(before.length - 2);
    // It is not the second use of a code.
    const again = await entriesOf(() => expect(exchange(phone, opened)).rejects.toMatchObject({ error: 'invalid_grant' }));
    expect(again).toEqual([]);
  });

  test('a refusal leaves the grant of its owner', async () => {
    const { refresh_token: token } = await obtainTokens(phone);
    const other = await openMobileApp(town);
    await refusing(async () => {
      await unavailable(oidc.refreshTokenGrant(phone.config, token!, undefined, { DPoP: other.dpop }));
    });
    expect((await refresh(token!)).access_token).toEqual(expect.any(String));
  });

  test('no token is issued, and a refresh token can be used later', async () => {
    const { refresh_token: token } = await obtainTokens(phone);
    const partner = await police.obtain(order);
    const opened = await signIn(new Browser(), await phone.begin());
    const before = await tokens();
    await refusing(async () => {
      await unavailable(exchange(phone, opened));
      await unavailable(police.obtain(order));
      await unavailable(refresh(token!));
      await unavailable(oidc.tokenRevocation(police.config, partner.access_token));
    });
    expect(await tokens()).toEqual(before);
    expect((await refresh(token!)).access_token).toEqual(expect.any(String));
    await oidc.tokenRevocation(police.config, partner.access_token);
  });
});

test('the verifier finds nothing wrong with them', async () => {
  await town.one.sequence();
  const { code, stdout } = await runPrivacy(['verify-log', '--json'], settingsFor(town.one.database));
  expect([code, JSON.parse(stdout)]).toMatchObject([0, { findings: [] }]);
});
