import { type Language, languages } from '../../../../src/platform/language/languages.ts';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { publicPaths } from '../../../../src/town/shared/pages/visit.ts';
import { identityWordings } from '../../../../src/identity/wording/wordings.ts';
import { wordings } from '../../../../src/town/wording/wordings.ts';
import { statements } from '../../../../src/town/policy/statement/statements.ts';
import { clauses } from '../../../../src/town/policy/statement/clauses.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';
import { openPage, type OpenedPage } from '../../../helpers/asking/open-page.ts';

const gateway = useGateway();

const open = (path: string, language: Language = 'en', headers: Readonly<Record<string, string>> = {}): Promise<OpenedPage> =>
  openPage(gateway, path, { headers: { 'accept-language': `${language}-CA`, ...headers } });

/** Each page with the name of its sentences, whether caches may keep it, and its status. */
const pages = [
  ['/statement', 'statement', true, 200],
  ['/statement?version=1', 'statement', true, 200],
  ['/statement?from=1&to=2', 'changes', true, 200],
  ['/statement?version=of-nobody', 'problems', false, 404],
  ['/statement?from=1&to=of-nobody', 'problems', false, 404],
  ['/services', 'services', true, 200],
  ['/ask', 'ask', false, 200],
  ['/request-state', 'requests', false, 200],
  ['/partners', 'partners', true, 200],
] as const;

describe.each(languages)('in %s', (language) => {
  const other = languages.find((one) => one !== language)!;

  test.each(pages)('%s is a whole page that needs no script', async (path, name, isKept, status) => {
    const { html, headers, status: given } = await open(path, language);
    expect(given).toBe(status);
    const { publicPages } = wordings[language];
    const title = name === 'problems' ? identityWordings[language].problem : publicPages[name].title.split('{')[0]!;
    expect(html).toContain(`<html lang="${language}">`);
    expect(html.match(/<h1>([^<]*)/g)).toEqual([expect.stringContaining(title)]);
    expect(html).toContain(`<title>${title}`);
    for (const landmark of ['<header', '<nav aria-label=', '<main id="content"', '<footer']) expect(html).toContain(landmark);
    expect(html).toMatch(new RegExp(`<a href="/${path.slice(1).split('?')[0]}"\\s+aria-current="page">`));
    expect(html).not.toMatch(/<script|<link|\son\w+=|\sstyle=|undefined|\[object|\{\w+\}(?=[^{}]*<\/(?:p|h|td|li))/);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^' ]+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('content-language')).toBe(language);
    expect(headers.get('vary')).toBe('Accept-Language');
    expect(headers.get('cache-control')).toBe(isKept ? 'public, max-age=300' : 'no-store');
    expect(headers.get('set-cookie')).toBeNull();
  });

  test.each(pages)(
    '%s can be read in the other language by a link, and so can each page from there',
    async (path, _name, _isKept, _status) => {
      const { html } = await open(path, language);
      const [, address] = new RegExp(`<a href="([^"]*)" lang="${other}" hreflang="${other}">`).exec(html)!;
      const there = await open(address!.replaceAll('&amp;', '&'), language);
      expect(there.html).toContain(`<html lang="${other}">`);
      const links = [...there.html.matchAll(/<a href="(\/[a-z-]+(?:\?[^"#]*)?)(?:#[^"]*)?"(?![^>]*hreflang)/g)].map(([, link]) => link!);
      expect(links.length).toBeGreaterThan(4);
      expect(links.filter((link) => !link.includes(`lang=${other}`))).toEqual([]);
    },
  );

  test('the statement has all clauses, each with an address of its own', async () => {
    for (const { version } of statements) {
      const { html, text } = await open(`/statement?version=${version}`, language);
      const said = wordings[language].statements[version];
      expect([...html.matchAll(/<section id="(\w+)"/g)].map(([, name]) => name)).toEqual(clauses);
      for (const clause of clauses) expect(text).toContain(said[clause]);
    }
  });

  test('what is withheld from everybody is on no page', async () => {
    const texts = await Promise.all(pages.map(async ([path]) => (await open(path, language)).text));
    const [person] = await gateway.database.asOwner<{ name: string }>(
      'select family_name as name from recreation.resident order by id limit 1',
    );
    expect(person!.name.length).toBeGreaterThan(2);
    expect(texts.filter((text) => text.includes(person!.name))).toEqual([]);
  });
});

test('no page of the web application has the address of one of these', () => {
  const files = globSync('web/src/*/pages.ts', { cwd: fileURLToPath(new URL('../../../..', import.meta.url)) });
  const paths = files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/path: '([^']*)'/g)].map(([, path]) => path!));
  expect(paths).toContain('/requests');
  expect(Object.values(publicPaths).filter((path) => paths.includes(path))).toEqual([]);
});

test('what is kept is not sent again while it is the same', async () => {
  const { headers } = await open('/services');
  const etag = headers.get('etag')!;
  const again = await open('/services', 'en', { 'if-none-match': etag });
  expect([again.status, again.html, again.headers.get('etag')]).toEqual([304, '', etag]);
  expect((await open('/services', 'fr', { 'if-none-match': etag })).status).toBe(200);
});

test('the pages do not ask who has signed in: no header changes them', async () => {
  const usual = await open('/services');
  for (const authorization of [`Bearer ${await gateway.token('resident')}`, 'Bearer of-nobody'])
    expect((await open('/services', 'en', { authorization, cookie: 'session=of-nobody', 'privacy-purpose': 'NONE' })).html).toBe(
      usual.html,
    );
});

test('services and prices are those of the catalogue', async () => {
  const { data } = await gateway.ask(null, '{ services(first: 100) { edges { node { name description price minimumAge } } } }');
  const rows = (await open('/services')).html.split('<tr role="row">').slice(2);
  expect(rows).toHaveLength(data.services.edges.length);
  for (const [at, { node }] of data.services.edges.entries()) {
    const row = rows[at]!.replaceAll('&#39;', "'");
    for (const part of [node.name, node.description, `$${node.price}`]) expect(row).toContain(part);
    expect(row).toContain(node.minimumAge === null ? 'Everybody' : `${node.minimumAge} and over`);
  }
});

test('while the catalogue cannot be read, the page says so, is not kept, and comes back', async () => {
  await gateway.database.asOwner('revoke select on recreation.service from ntk_gateway');
  try {
    const { status, headers, html, text } = await open('/services');
    expect(status).toBeGreaterThanOrEqual(500);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(html).toContain('role="alert"');
    expect(text).not.toMatch(/permission|relation|recreation\./);
    expect((await open('/statement')).status).toBe(200);
  } finally {
    await gateway.database.asOwner('grant select on recreation.service to ntk_gateway');
  }
  expect((await open('/services')).status).toBe(200);
});

test('a hostile query is no part of a page', async () => {
  const { html } = await open('/statement?version=1&x=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&lang=%22%3E');
  expect(html).not.toContain('<script');
  expect(html).toContain('<html lang="en">');
});
