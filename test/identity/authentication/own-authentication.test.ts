import { describe, expect, test } from '@jest/globals';
import type { Authenticated, PresentedRequest } from '../../../src/engine/purpose/principal.ts';
import { createOwnAuthentication } from '../../../src/identity/authentication/own-authentication.ts';
import type { TokenProblem } from '../../../src/identity/authentication/tokens/refused-token.ts';
import { PrivacyError } from '../../../src/platform/errors/errors.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';

const id = '00000000-0000-4000-8000-000000000001';
const asked: PresentedRequest = { method: 'POST', headers: { authorization: 'Bearer x' } };
const code = (name: string) => expect.objectContaining({ code: name });

function authenticating(found: () => Promise<Authenticated | undefined>) {
  const problems: TokenProblem[] = [];
  const authenticate = createOwnAuthentication(found, policyInForce, 50, (problem) => problems.push(problem));
  return { authenticate, problems };
}

describe('an application’s own authentication', () => {
  test('says who asks, with every purpose of the role unless it names fewer', async () => {
    const { authenticate } = authenticating(async () => ({ id, role: 'CUSTOMER_SERVICE' }));
    expect(await authenticate(asked)).toMatchObject({ id, role: 'CUSTOMER_SERVICE', partner: false });
    expect((await authenticate(asked)).tokenPurposes).toContain('SERVICE_PROVISION');
    const fewer = authenticating(async () => ({ id, role: 'CUSTOMER_SERVICE', purposes: ['PAYMENT'], caseId: id }));
    expect(await fewer.authenticate(asked)).toMatchObject({ tokenPurposes: ['PAYMENT'], caseId: id });
    const partner = authenticating(async () => ({ id, role: 'LAW_ENFORCEMENT', authorityId: id }));
    expect(await partner.authenticate(asked)).toMatchObject({ partner: true, authorityId: id });
  });

  test('gets the request as it was sent', async () => {
    const { authenticate } = authenticating(async () => undefined);
    expect(await authenticate({ method: 'POST', headers: {} })).toMatchObject({ id: undefined, role: 'ANONYMOUS' });
    const seen: PresentedRequest[] = [];
    const noting = createOwnAuthentication(
      async (request) => (seen.push(request), { id, role: 'RESIDENT' }),
      policyInForce,
      50,
      () => undefined,
    );
    await noting(asked);
    expect(seen).toEqual([asked]);
  });

  test.each<[string, () => Promise<Authenticated | undefined>, TokenProblem]>([
    ['throws', async () => Promise.reject(new Error('Bearer secret')), { reason: 'TOKEN_UNKNOWN', cause: 'Error' }],
    [
      'throws at once',
      () => {
        throw new TypeError('secret');
      },
      { reason: 'TOKEN_UNKNOWN', cause: 'TypeError' },
    ],
    ['finds no one behind a token', async () => undefined, { reason: 'TOKEN_UNKNOWN' }],
    ['names an unknown role', async () => ({ id, role: 'DOCTOR' }) as unknown as Authenticated, { reason: 'TOKEN_CLAIM', claim: 'role' }],
    [
      'names an inherited word',
      async () => ({ id, role: 'toString' }) as unknown as Authenticated,
      { reason: 'TOKEN_CLAIM', claim: 'role' },
    ],
    ['names the role of strangers', async () => ({ id, role: 'ANONYMOUS' }), { reason: 'TOKEN_CLAIM', claim: 'role' }],
    ['gives an id in another form', async () => ({ id: 'ann', role: 'RESIDENT' }), { reason: 'TOKEN_CLAIM', claim: 'id' }],
    ['gives no id', async () => ({ role: 'RESIDENT' }) as unknown as Authenticated, { reason: 'TOKEN_CLAIM', claim: 'id' }],
    [
      'names an unknown purpose',
      async () => ({ id, role: 'RESIDENT', purposes: ['FUN'] }) as unknown as Authenticated,
      { reason: 'TOKEN_CLAIM', claim: 'purposes' },
    ],
    ['names a case in another form', async () => ({ id, role: 'RESIDENT', caseId: '1' }), { reason: 'TOKEN_CLAIM', claim: 'caseId' }],
    [
      'names an authority in another form',
      async () => ({ id, role: 'LAW_ENFORCEMENT', authorityId: '1' }),
      { reason: 'TOKEN_CLAIM', claim: 'authorityId' },
    ],
  ])('refuses where it %s, and tells the operator why', async (_what, found, problem) => {
    const { authenticate, problems } = authenticating(found);
    await expect(authenticate(asked)).rejects.toEqual(code('TOKEN_INVALID'));
    expect(problems).toEqual([problem]);
  });

  test.each<[string, unknown]>([
    [
      'its issuer cannot be reached',
      new TypeError('fetch failed', { cause: Object.assign(new Error('secret'), { code: 'ECONNREFUSED' }) }),
    ],
    ['its issuer does not answer', AbortSignal.timeout(0)],
    ['its database has no connection left', Object.assign(new Error('secret'), { code: '53300' })],
  ])('refuses for now where %s', async (_what, error) => {
    const { authenticate, problems } = authenticating(async () => {
      if (error instanceof AbortSignal) {
        await new Promise((done) => error.addEventListener('abort', done));
        error.throwIfAborted();
      }
      throw error;
    });
    await expect(authenticate(asked)).rejects.toEqual(code('ISSUER_KEYS_UNAVAILABLE'));
    expect(problems).toEqual([]);
  });

  test('refuses for now where it takes too long, and as it says where it throws an error of the gateway', async () => {
    const slow = authenticating(() => new Promise(() => undefined));
    await expect(slow.authenticate(asked)).rejects.toEqual(code('ISSUER_KEYS_UNAVAILABLE'));
    expect(slow.problems).toEqual([]);
    const ended = authenticating(async () => Promise.reject(new PrivacyError('SESSION_ENDED')));
    await expect(ended.authenticate(asked)).rejects.toEqual(code('SESSION_ENDED'));
  });
});
