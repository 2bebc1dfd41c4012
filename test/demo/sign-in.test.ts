import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { decodeJwt } from 'jose';
import { demoApp } from '../../demo/demo-app.ts';
import { matters, personaNamed, personas } from '../../demo/personas.ts';
import { signIn } from '../../demo/sign-in/sign-in.ts';
import type { Answered } from '../helpers/gateway/gateway.ts';
import { openDemoTown, type DemoTown } from '../helpers/gateway/demo-town.ts';
import { runProgram } from '../helpers/processes/run-privacy.ts';

let town: DemoTown;
beforeAll(async () => {
  town = await openDemoTown();
});
afterAll(() => town.gateway.close());

function ask(headers: Readonly<Record<string, string>>, query: string, more: Readonly<Record<string, string>> = {}): Promise<Answered> {
  const sent = { 'content-type': 'application/json', ...headers, ...more };
  return town.gateway.send({ method: 'POST', headers: sent, body: JSON.stringify({ query }) });
}

describe('a persona signs in, and its token is accepted:', () => {
  test.each(personas.map((persona) => [persona.persona, persona] as const))('%s', async (_name, persona) => {
    const credential = await signIn(town.place, persona);
    const { status, errors } = await ask(await credential.headers(), '{ services(first: 1) { totalCount } }', {
      'privacy-purpose': persona.purposes[0]!,
    });
    expect({ status, errors }).toEqual({ status: 200, errors: [] });
    expect(credential.isBound).toBe(persona.mandates.length > 0);
    if (credential.isBound) return;
    const { sub, roles, scope, account, cnf } = decodeJwt(credential.token);
    expect({ sub, roles, cnf }).toEqual({ sub: persona.principal, roles: [persona.role], cnf: undefined });
    expect(account).toEqual(expect.any(String));
    expect(String(scope).split(' ')).toEqual(expect.arrayContaining(persona.purposes.map((purpose) => `purpose:${purpose}`)));
  });
});

test('a token is limited to one purpose', async () => {
  const persona = personaNamed('customer-service');
  const headers = await (await signIn(town.place, persona, { purpose: 'PAYMENT' })).headers();
  const query = '{ services(first: 1) { totalCount } }';
  expect((await ask(headers, query, { 'privacy-purpose': 'PAYMENT' })).status).toBe(200);
  expect((await ask(headers, query, { 'privacy-purpose': 'SERVICE_PROVISION' })).codes).toEqual(['PURPOSE_NOT_ALLOWED']);
  await expect(signIn(town.place, persona, { purpose: 'CUSTOMER_SUPPORT' })).rejects.toMatchObject({ code: 'PURPOSE_NOT_ALLOWED' });
});

test('a partner gets no token for a mandate that is not in force', async () => {
  await expect(signIn(town.place, personaNamed('police'), { mandate: matters.expiredOrder })).rejects.toMatchObject({
    code: 'DEMO_SIGN_IN_REFUSED',
    problems: ['invalid_authorization_details'],
  });
});

describe('npm run token', () => {
  const token = (...given: readonly string[]) => runProgram('demo/token.ts', given, town.settings);

  test('prints a token for a header of curl', async () => {
    const { code, stdout, stderr } = await token('--as', 'resident');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { data } = await ask({ authorization: `Bearer ${stdout.trim()}` }, '{ me { givenName } }');
    expect(data).toEqual({ me: { givenName: 'Peregrine' } });
  });

  test('prints the headers of one request of a partner', async () => {
    const { code, stdout } = await token('--as', 'police', '--headers');
    expect(code).toBe(0);
    const headers = Object.fromEntries(
      stdout
        .trim()
        .split('\n')
        .map((line) => line.split(': ') as [string, string]),
    );
    const query = '{ residents { edges { node { givenName } } } }';
    expect((await ask(headers, query)).data.residents.edges).toContainEqual({ node: { givenName: 'Peregrine' } });
    expect((await ask(headers, query)).codes).toEqual(['DPOP_PROOF_INVALID']);
  });

  test.each<[string, readonly string[], Readonly<Record<string, string>>, number, string]>([
    ['a persona that does not exist', ['--as', 'mayor'], {}, 1, 'This persona does not exist.'],
    ['a partner without --headers', ['--as', 'police'], {}, 1, '--headers: a partner’s token is of no use without a proof'],
    ['a gateway that is not there', ['--as', 'resident'], { IDENTITY_ISSUER: 'http://localhost:1/oidc' }, 2, 'start one with `npm start`'],
  ])('names %s', async (_what, given, settings, code, named) => {
    const run = await runProgram('demo/token.ts', given, { ...town.settings, ...settings });
    expect({ code: run.code, stdout: run.stdout }).toEqual({ code, stdout: '' });
    expect(run.stderr).toContain(named);
  });
});

test('no app of the settings gets a token that is not bound to a key', async () => {
  const { id, name, redirectUris } = demoApp;
  const other = await openDemoTown({ apps: [{ id, name, redirectUris }] });
  try {
    await expect(signIn(other.place, personaNamed('resident'))).rejects.toMatchObject({
      code: 'DEMO_SIGN_IN_REFUSED',
      problems: ['invalid_dpop_proof'],
    });
  } finally {
    await other.gateway.close();
  }
});
