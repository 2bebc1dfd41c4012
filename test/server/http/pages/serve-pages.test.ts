import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Fastify, { type FastifyInstance } from 'fastify';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { servePages } from '../../../../src/server/http/pages/serve-pages.ts';

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
  writeFileSync(join(folder, 'assets/page-1a2b.js.br'), brotliCompressSync(script));
  writeFileSync(join(folder, 'assets/page-3c4d.css'), 'p {}');
  app = Fastify();
  servePages(app, folder, 'http://localhost:4000/oidc');
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
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
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

const asked = { url: '/assets/page-1a2b.js' };

test.each([
  ['br', 'gzip, deflate, br, zstd', brotliDecompressSync],
  ['gzip', 'gzip', gunzipSync],
  ['gzip', 'br;q=0, gzip', gunzipSync],
  [undefined, undefined, (bytes: Buffer) => bytes],
  [undefined, 'identity', (bytes: Buffer) => bytes],
])('a hashed file is kept for good, and comes with the coding %s where %s are accepted', async (coding, accepted, decode) => {
  const { headers, rawPayload } = await app.inject({ ...asked, headers: accepted === undefined ? {} : { 'accept-encoding': accepted } });
  expect(headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'text/javascript; charset=utf-8',
    vary: 'accept-encoding',
  });
  expect(headers['content-encoding']).toBe(coding);
  expect(decode(rawPayload).toString()).toBe(script);
});

test('a file of which the build made no compressed copy comes as it is', async () => {
  const { headers, body } = await app.inject({ url: '/assets/page-3c4d.css', headers: { 'accept-encoding': 'br' } });
  expect([headers['content-type'], headers['content-encoding'], body]).toEqual(['text/css; charset=utf-8', undefined, 'p {}']);
});

test('a compressed copy has no address of its own', async () => {
  for (const end of ['.br', '.gz']) expect((await app.inject({ url: asked.url + end })).statusCode).toBe(404);
});

test('where the pages are built again meanwhile, the gateway goes on with those that it began with', async () => {
  const other = mkdtempSync(join(tmpdir(), 'ntk-pages-'));
  cpSync(folder, other, { recursive: true });
  const running = Fastify();
  servePages(running, other, undefined);
  rmSync(other, { recursive: true });
  expect((await running.inject({ url: '/', headers: page })).body).toBe('<!doctype html><title>Pages</title>');
  expect((await running.inject(asked)).body).toBe(script);
  await running.close();
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
