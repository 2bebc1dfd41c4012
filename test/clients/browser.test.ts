import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { matters } from '../../demo/personas.ts';
import { openGateway, type TestGateway } from '../helpers/gateway/gateway.ts';
import { openBrowser } from './browser/open-browser.ts';

// A page on another origin than the gateway's, in a real browser, with client/ and React.
let gateway: TestGateway;
let closed: TestGateway;
let server: Server;
let browser: Browser;
let origin: string;
beforeAll(async () => {
  const options = { bundle: true, write: false, format: 'esm', define: { 'process.env.NODE_ENV': '"production"' } } as const;
  const { outputFiles } = await build({ ...options, entryPoints: ['test/clients/browser/page.ts'] });
  const html =
    '<!doctype html><link rel="icon" href="data:,"><main></main><button>Sign out</button><script type="module" src="/page.js"></script>';
  server = createServer(({ url }, response) => {
    const isScript = url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html').end(isScript ? outputFiles[0]!.text : html);
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  [gateway, closed, browser] = await Promise.all([openGateway({ corsOrigins: [origin] }), openGateway(), openBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  server.close();
  await Promise.all([gateway.close(), closed.close()]);
});

async function open(to: TestGateway): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(30_000);
  const asked = new URLSearchParams({ url: to.url, token: await gateway.token('customer-service'), id: matters.encounter });
  await page.goto(`${origin}/?${asked.toString()}`);
  return page;
}

describe('a page of another origin', () => {
  test('shows what is permitted, why the rest is missing, and nothing after sign-out', async () => {
    const page = await open(gateway);
    expect(await page.textContent('#shown')).toMatch(/^\S+@\S+ NO_GRANT$/);
    await page.click('button');
    expect(await page.textContent('#ended')).toBe('Signed out.');
    expect(await page.textContent('main')).not.toContain('@');
  });

  test('gets nothing from a gateway that does not list its origin', async () => {
    const page = await open(closed);
    expect(await page.textContent('#failure')).not.toContain('@');
    expect(await page.textContent('main')).not.toContain('@');
  });
});
