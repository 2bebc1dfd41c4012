import { dirname } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openTrustedDocuments } from '../../../../src/server/spine/document/open-trusted-documents.ts';
import { openGateway, type Answered, type TestGateway } from '../../../helpers/gateway/gateway.ts';
import { documentId, writeManifest } from '../../../helpers/asking/manifest.ts';

// The documents of the gateway's own pages are trusted without a setting.
const ofPages = 'query Page @purpose(is: SELF_SERVICE) { me { givenName } }';
const ofApp = 'query App @purpose(is: SELF_SERVICE) { me { familyName } }';
const replaced = 'query Page @purpose(is: SELF_SERVICE) { me { givenName familyName } }';
const pages = dirname(writeManifest('persisted-documents', [ofPages]));
const app = writeManifest('app', [ofApp]);

let strict: TestGateway;
let both: TestGateway;
beforeAll(async () => {
  strict = await openGateway({ trustedDocuments: openTrustedDocuments({ manifests: [], trustedOnly: true }, pages) });
  both = await openGateway({ trustedDocuments: openTrustedDocuments({ manifests: [app], trustedOnly: true }, pages) });
});
afterAll(async () => {
  for (const one of [strict, both]) await one.close();
});

async function post(to: TestGateway, body: object): Promise<Answered> {
  const authorization = `Bearer ${await to.token('resident')}`;
  return to.send({ method: 'POST', headers: { 'content-type': 'application/json', authorization }, body: JSON.stringify(body) });
}

describe('where only trusted documents are served', () => {
  test('pages read with their own documents, in addition to those of the setting', async () => {
    for (const to of [strict, both]) {
      expect((await post(to, { documentId: documentId(ofPages) })).data).toEqual({ me: { givenName: expect.any(String) } });
    }
    expect((await post(both, { documentId: documentId(ofApp) })).data).toEqual({ me: { familyName: expect.any(String) } });
  });

  test('a page that is older than an upgrade is told that its document is not known', async () => {
    const { status, codes, data } = await post(strict, { documentId: documentId(replaced) });
    expect([status, codes, data]).toEqual([404, ['PERSISTED_QUERY_NOT_FOUND'], undefined]);
  });

  test('another document is refused', async () => {
    const { status, codes, data } = await post(strict, { query: replaced });
    expect([status, codes, data]).toEqual([403, ['DOCUMENT_NOT_TRUSTED'], undefined]);
  });
});

test('without pages and manifests, every document is served', () => {
  expect(openTrustedDocuments({ manifests: [], trustedOnly: false }, undefined)).toBeUndefined();
});

test('a gateway that would serve no document does not start', () => {
  expect(() => openTrustedDocuments({ manifests: [], trustedOnly: true }, undefined)).toThrow('TRUSTED_DOCUMENTS_ONLY is true');
});

test('documents of pages are reviewed like others, and a wrong one is named', async () => {
  const wrong = dirname(writeManifest('persisted-documents', ['query Page { me { givenName } }']));
  const started = (async () =>
    openGateway({ trustedDocuments: openTrustedDocuments({ manifests: [], trustedOnly: false }, wrong) }, strict.database))();
  await expect(started).rejects.toMatchObject({
    code: 'SETTING_INVALID',
    message: expect.stringContaining('the pages: persisted-documents.json, document sha256:'),
  });
});
