import { generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from '@jest/globals';
import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify } from 'jose';
import { createProofVerifier } from '../../../../src/identity/authentication/proofs/proofs.ts';

const curves = {
  ES256: generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  EdDSA: generateKeyPairSync('ed25519'),
};
const verify = createProofVerifier();

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function headerOf(alg: keyof typeof curves, changes: object = {}): object {
  return { typ: 'dpop+jwt', alg, jwk: curves[alg].publicKey.export({ format: 'jwk' }), ...changes };
}

function signed(header: object, by: KeyObject, claims: object = {}): string {
  const usual = { htm: 'POST', htu: 'https://town.example/graphql', iat: 1, jti: randomUUID(), ath: 'x' };
  const text = `${encode(header)}.${encode({ ...usual, ...claims })}`;
  const digest = by.asymmetricKeyType === 'ec' ? 'sha256' : null;
  return `${text}.${sign(digest, Buffer.from(text), { key: by, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

const signatureOf = (proof: string): Buffer => Buffer.from(proof.split('.')[2]!, 'base64url');

describe.each(['ES256', 'EdDSA'] as const)('a proof with %s', (alg) => {
  const { privateKey, publicKey } = curves[alg];

  test('gives its claims and the thumbprint of its key', async () => {
    const claims = { jti: 'one', nonce: 'two' };
    expect(await verify(signed(headerOf(alg), privateKey, claims))).toEqual({
      thumbprint: await calculateJwkThumbprint(publicKey),
      claims: { htm: 'POST', htu: 'https://town.example/graphql', iat: 1, ath: 'x', ...claims },
    });
  });

  test('is nothing once one character of it is another', async () => {
    const proof = signed(headerOf(alg), privateKey);
    // The last character of a signature has bits that mean nothing.
    for (let at = 0; at < proof.length - 1; at += 1) {
      const other = proof[at] === 'A' ? 'B' : 'A';
      expect(await verify(`${proof.slice(0, at)}${other}${proof.slice(at + 1)}`)).toBeUndefined();
    }
    expect(await verify(proof)).toBeDefined();
  });

  test.each<[string, () => string]>([
    ['that another key signed', () => signed(headerOf(alg), generateKeyPairSync('ed25519').privateKey)],
    ['that another key of its curve signed', () => signed(headerOf(alg), generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey)],
    ['of another type', () => signed(headerOf(alg, { typ: 'JWT' }), privateKey)],
    ['with a header that must be understood', () => signed(headerOf(alg, { crit: ['b64'], b64: true }), privateKey)],
    ['that shows the private key', () => signed(headerOf(alg, { jwk: privateKey.export({ format: 'jwk' }) }), privateKey)],
    ['that names no key', () => signed(headerOf(alg, { jwk: undefined }), privateKey)],
    ['with alg none', () => signed(headerOf(alg, { alg: 'none' }), privateKey)],
    ['with HS256', () => signed(headerOf(alg, { alg: 'HS256' }), privateKey)],
    ['with the key of another algorithm', () => signed(headerOf(alg, { alg: alg === 'ES256' ? 'EdDSA' : 'ES256' }), privateKey)],
    ['with a point that is on no curve', () => signed(headerOf(alg, { jwk: offCurve(publicKey) }), privateKey)],
    ['without its signature', () => `${signed(headerOf(alg), privateKey).split('.').slice(0, 2).join('.')}.`],
    ['with half its signature', () => signed(headerOf(alg), privateKey).slice(0, -40)],
    ['with more than its signature', () => `${signed(headerOf(alg), privateKey)}AAAA`],
    ['with a signature of nothing', () => signed(headerOf(alg), privateKey).replace(/[^.]+$/, 'A'.repeat(86))],
    ['with padding', () => `${signed(headerOf(alg), privateKey)}==`],
    ['of four parts', () => `${signed(headerOf(alg), privateKey)}.AAAA`],
  ])('%s is none', async (_title, made) => {
    expect(await verify(made())).toBeUndefined();
  });
});

// Values that are converted before they are verified: numbers that begin with zeros, or whose first bit is set.
test('each form of the two numbers of a signature with ES256 is read as jose reads it', async () => {
  const { privateKey } = curves.ES256;
  const forms = new Set<string>();
  for (let tries = 0; forms.size < 8 && tries < 20_000; tries += 1) {
    const proof = signed(headerOf('ES256'), privateKey);
    const form = [0, 32].map((at) => formOf(signatureOf(proof)[at]!)).join(' and ');
    if (forms.has(form) || form === 'zero and zero') continue;
    forms.add(form);
    expect(await verify(proof)).toBeDefined();
    await expect(jwtVerify(proof, EmbeddedJWK)).resolves.toBeDefined();
  }
  expect(forms.size).toBe(8);
});

test('a header that is too long to be kept is read each time', async () => {
  const header = headerOf('ES256', { note: 'x'.repeat(2_000) });
  for (let again = 0; again < 2; again += 1) expect(await verify(signed(header, curves.ES256.privateKey))).toBeDefined();
});

test('a header that is kept keeps nothing else of its proof in the memory', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const held = (): number => (collect(), process.memoryUsage().heapUsed);
  const padding = 'A'.repeat(14_000);
  const before = held();
  for (let note = 0; note < 2_000; note += 1) await verify(`${encode(headerOf('ES256', { note }))}.${padding}.${padding}`);
  // The proofs have 56 MB, and the headers 1 MB.
  expect(held() - before).toBeLessThan(10_000_000);
});

function formOf(first: number): string {
  if (first === 0) return 'zero';
  return first >= 0x80 ? 'high' : 'low';
}

function offCurve(key: KeyObject): object {
  const jwk = key.export({ format: 'jwk' });
  return jwk.kty === 'EC' ? { ...jwk, y: jwk.x } : { ...jwk, x: 'A'.repeat(42) };
}
