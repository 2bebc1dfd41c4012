import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { servePages } from '../../src/gateway/serve-pages.ts';

const folder = mkdtempSync(join(tmpdir(), 'ntk-pages-'));
const page = { accept: 'text/html,application/xhtml+xml' };
const script = 'export const answer = 42;';
let app: FastifyInstance;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Pages</title>');
  writeFileSync(join(folder, 'developer.html'), '<!doctype html><title>Developer</title>');
  writeFileSync(join(folder, 'persisted-documents.json'), '{}');
  writeFileSync(join(folder, 'assets/page-1a2b.js'), script);
  writeFileSync(join(folder, 'assets/page-1a2b.js.gz'), gzipSync(script));
  app = Fastify();
  await servePages(app, folder, 'http://localhost:4000/oidc');
});
afterAll(async () => {
  await app.close();
  rmSync(folder, { recursive: true });
});

test.each(['/', '/who-looked', '/no/such/page'])(
  'a browser gets the document at %s, which it does not keep and which runs no script of its own',
  async (url) => {
    const { statusCode, headers, body } = await app.inject({ url, headers: { ...page, host: 'localhost:4000' } });
    expect([statusCode, body]).toEqual([200, '<!doctype html><title>Pages</title>']);
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'; style-src 'self';");
    expect(headers['content-security-policy']).not.toContain('unsafe');
  },
);

test('developers get a page of their own, whose editor has its fonts in its stylesheet', async () => {
  const { headers, body } = await app.inject({ url: '/developer?lang=fr', headers: { ...page, host: 'localhost:4000' } });
  expect(body).toBe('<!doctype html><title>Developer</title>');
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';.*; font-src data:$/);
});

test('a program that asks for a path that there is not gets no page', async () => {
  for (const accept of ['application/json', '*/*', undefined]) {
    const { statusCode } = await app.inject({ url: '/who-looked', headers: accept === undefined ? {} : { accept } });
    expect(statusCode).toBe(404);
  }
});

test('a hashed file is kept for good, and comes compressed', async () => {
  const asked = { url: '/assets/page-1a2b.js', headers: { 'accept-encoding': 'gzip' } };
  const { headers, rawPayload } = await app.inject(asked);
  expect(headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', 'content-encoding': 'gzip' });
  expect(gunzipSync(rawPayload).toString()).toBe(script);
  expect((await app.inject({ ...asked, headers: {} })).body).toBe(script);
});

test('the list of documents is no file of the pages', async () => {
  for (const url of ['/assets/../persisted-documents.json', '/persisted-documents.json', '/assets/%2e%2e/persisted-documents.json']) {
    expect((await app.inject({ url })).statusCode).toBeGreaterThanOrEqual(400);
  }
});

test('a browser that comes to the address of one’s own machine is led to the domain of its cookies, and no other one is', async () => {
  const at = async (host: string) => (await app.inject({ url: '//elsewhere.example/x', headers: { ...page, host } })).headers.location;
  expect(await at('127.0.0.1:4000')).toBe('http://localhost:4000//elsewhere.example/x');
  expect(await at('[::1]:4000')).toBe('http://localhost:4000//elsewhere.example/x');
  for (const host of ['localhost:4000', '127.0.0.1:4001', 'elsewhere.example']) expect(await at(host)).toBeUndefined();
});
