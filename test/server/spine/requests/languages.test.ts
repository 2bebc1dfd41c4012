import { errorSentences } from '../../../../src/platform/errors/say-error.ts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import { answerErrors } from '../../../../src/platform/errors/errors.ts';
import { readTrustedDocuments } from '../../../../src/engine/document/trusted-documents.ts';
import { wordings } from '../../../../src/town/wording/wordings.ts';
import { openGateway, type Answered, type Asked, type TestGateway } from '../../../helpers/gateway/gateway.ts';
import { openMailServer, type MailServer } from '../../../helpers/identity/mail-server.ts';
import { documentId, writeManifest } from '../../../helpers/asking/manifest.ts';

const statement = 'query Statement { privacyStatement { version clauses { name text } } }';
const catalogue = 'query Catalogue { services { edges { node { id } } } }';
const french = { 'accept-language': 'fr-CA, en;q=0.8' };

let mails: MailServer;
let gateway: TestGateway;
beforeAll(async () => {
  mails = await openMailServer();
  gateway = await openGateway({
    trustedDocuments: readTrustedDocuments([writeManifest('residents', [statement, catalogue])], false),
    smtpUrl: mails.url,
  });
  await gateway.ask('customer-service', `{ resident(id: "${cast.resident}") { givenName email } }`, {
    purpose: 'SERVICE_PROVISION',
    case: matters.encounter,
  });
  await gateway.sequence();
});
afterAll(async () => {
  await gateway.close();
  await mails.close();
});

/** The same operation in English and in French. */
async function inBoth(persona: string | null, query: string, asked: Asked = {}): Promise<readonly [Answered, Answered]> {
  return [
    await gateway.ask(persona, query, asked),
    await gateway.ask(persona, query, { ...asked, headers: { ...asked.headers, ...french } }),
  ];
}

const history = '{ me { accessHistory(first: 1) { notice noticeCode edges { node { why relationship fields categories } } } } }';

describe('an answer in French', () => {
  test('tells a resident about reads in French, with the same codes', async () => {
    const [english, translated] = await inBoth('resident', history);
    expect(english.data.me.accessHistory.edges[0].node.why).toMatch(/^Customer service was serving the person/);
    expect(translated.data.me.accessHistory).toEqual({
      notice: wordings.fr.notices.READS_CAN_BE_LEFT_OUT,
      noticeCode: 'READS_CAN_BE_LEFT_OUT',
      edges: [
        {
          node: {
            why: 'Le service à la clientèle servait la personne, ou un adulte de son foyer, pour fournir un service demandé, au cours d’une rencontre qui a commencé le 2026-06-15T17:00:00.000Z et qui n’est pas terminée, après que la personne eut montré une carte avec photo.',
            relationship: 'ENCOUNTER',
            fields: ['existence d’un dossier', 'nom', 'adresse électronique'],
            categories: ['EXISTENCE', 'NAME', 'EMAIL'],
          },
        },
      ],
    });
  });

  test('tells a partner in French how it may use the answer', async () => {
    const [english, translated] = await inBoth('police', '{ residents { totalCount } }');
    expect(english.privacy).toMatchObject({ notice: wordings.en.notices.USE_IS_RESTRICTED, noticeCode: 'USE_IS_RESTRICTED' });
    expect(translated.privacy).toMatchObject({ notice: wordings.fr.notices.USE_IS_RESTRICTED, noticeCode: 'USE_IS_RESTRICTED' });
  });

  test('names its language, and that it depends on Accept-Language', async () => {
    const answers = [...(await inBoth('resident', history)), ...(await inBoth('resident', '{ nothing }'))];
    expect(answers.map(({ headers }) => headers.get('content-language'))).toEqual(['en', 'fr', 'en', 'fr']);
    for (const { headers } of answers) expect(headers.get('vary')!.split(', ')).toContain('Accept-Language');
  });

  test('leaves the same in the access log as one in English', async () => {
    await gateway.sequence();
    await inBoth('resident', history);
    await gateway.sequence();
    const entries = await gateway.database.asOwner<{ header: Record<string, unknown>; contents: unknown }>(
      `select entry.header, jsonb_build_array(entry.views, (select jsonb_agg(segment.content order by segment.ordinal)
         from access_log.segment where segment.seq = entry.seq)) as contents
       from access_log.full_entry entry order by entry.seq desc limit 2`,
    );
    const [one, other] = entries.map(({ header: { id: _id, segments: _digests, ...header }, contents }) => ({ header, contents }));
    expect(JSON.stringify(one)).toContain('AccessHistoryEntry.why');
    expect(one).toEqual(other);
    for (const { header, contents } of entries) expect(JSON.stringify([header, contents])).not.toMatch(/personne|Le service|clientèle/);
  });
});

describe('an error in French', () => {
  const asCounter = { purpose: 'SERVICE_PROVISION' };
  test.each<[string, string | null, string, Asked]>([
    ['FIELD_NOT_PERMITTED', 'resident', '{ webVisits { totalCount } }', {}],
    ['AUTHENTICATION_REQUIRED', null, '{ me { givenName } }', {}],
    ['PURPOSE_REQUIRED', 'customer-service', '{ residents { totalCount } }', {}],
    ['CASE_UNKNOWN', 'customer-service', '{ residents { totalCount } }', { ...asCounter, case: cast.resident }],
    ['DOCUMENT_INVALID', 'resident', '{ nothing }', {}],
    ['DOCUMENT_SYNTAX_INVALID', 'resident', '{', {}],
    ['INPUT_INVALID', 'resident', '{ resident(id: "nobody") { id } }', {}],
    ['HEADER_INVALID', 'resident', '{ me { givenName } }', { headers: { 'privacy-withheld': 'perhaps' } }],
    ['NOT_ACCEPTABLE', 'resident', '{ me { givenName } }', { headers: { accept: 'text/html' } }],
    ['TOKEN_INVALID', null, '{ me { givenName } }', { headers: { authorization: 'Bearer none' } }],
    ['WITHHELD', 'customer-service', `{ resident(id: "${cast.resident}") { birthDate } }`, { ...asCounter, withheld: 'error' }],
    ['OPERATION_WITHHELD', 'customer-service', `{ resident(id: "${cast.resident}") { birthDate } }`, { ...asCounter, withheld: 'reject' }],
  ])('has the sentence of %s, and all else as in English', async (code, persona, query, asked) => {
    const [english, translated] = await inBoth(persona, query, asked);
    expect(english.errors.map(({ message }) => message)).toEqual([answerErrors[code as keyof typeof answerErrors][1]]);
    expect(translated.errors.map(({ message }) => message)).toEqual([errorSentences.fr[code as keyof typeof answerErrors]]);
    const [{ message: _one, ...told }] = english.errors as [Answered['errors'][number]];
    const [{ message: _other, ...toldInFrench }] = translated.errors as [Answered['errors'][number]];
    expect(toldInFrench).toEqual(told);
    expect(translated.status).toBe(english.status);
    expect(translated.headers.get('content-language')).toBe('fr');
  });

  test('is also that of another address', async () => {
    const answer = await gateway.send({ path: '/nowhere', headers: french });
    expect([answer.status, answer.errors[0]!.message]).toEqual([404, errorSentences.fr.ROUTE_UNKNOWN]);
    expect([answer.headers.get('content-language'), answer.headers.get('vary')]).toEqual([
      'fr',
      expect.stringContaining('Accept-Language'),
    ]);
  });
});

test('a header that is too long counts as absent', async () => {
  const { headers } = await gateway.ask(null, statement, { headers: { 'accept-language': `fr${', de'.repeat(250)}` } });
  expect(headers.get('content-language')).toBe('en');
});

describe('GET for a registered document', () => {
  const get = (document: string, headers: Record<string, string> = {}): Promise<Answered> =>
    gateway.send({ path: `/graphql?documentId=${encodeURIComponent(documentId(document))}`, headers });

  test('keeps the languages of the statement apart in public caches', async () => {
    const english = await get(statement);
    const translated = await get(statement, french);
    expect(english.data.privacyStatement.clauses[0].text).toBe(wordings.en.statements[2].authority);
    expect(translated.data.privacyStatement.clauses[0].text).toBe(wordings.fr.statements[2].authority);
    expect(translated.data.privacyStatement.clauses.map(({ name }: any) => name)).toEqual(
      english.data.privacyStatement.clauses.map(({ name }: any) => name),
    );
    for (const [answer, language] of [
      [english, 'en'],
      [translated, 'fr'],
    ] as const) {
      expect(answer.headers.get('content-language')).toBe(language);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=300');
      expect(answer.headers.get('vary')!.split(', ')).toEqual(expect.arrayContaining(['Accept', 'Accept-Encoding', 'Accept-Language']));
    }
    // An answer that a cache keeps in one language does not serve the other.
    const tag = english.headers.get('etag')!;
    expect((await get(statement, { 'if-none-match': tag })).status).toBe(304);
    expect((await get(statement, { 'if-none-match': tag, ...french })).status).toBe(200);
    expect((await get(statement, { 'if-none-match': translated.headers.get('etag')!, ...french })).status).toBe(304);
  });

  test('has a tag for each language also where the words are the same', async () => {
    const [english, translated] = [await get(catalogue), await get(catalogue, french)];
    expect(translated.data).toEqual(english.data);
    expect(translated.headers.get('etag')).not.toBe(english.headers.get('etag'));
  });
});

test('a sender without an account gets the code by a mail in the language that it asks in', async () => {
  const send = (contactEmail: string, headers: Record<string, string>): Promise<Answered> =>
    gateway.ask(null, 'mutation ($input: SendContactCodeInput!) { sendContactCode(input: $input) { validUntil } }', {
      variables: { input: { kind: 'QUESTION', body: 'Why?', contactEmail } },
      headers,
    });
  for (const [contact, headers, language] of [
    ['one@example.org', {}, 'en'],
    ['two@example.org', french, 'fr'],
  ] as const) {
    expect((await send(contact, headers)).errors).toEqual([]);
    await mails.codeFor(contact);
    const text = mails.received.find(({ to }) => to.includes(contact))!.text;
    expect([text.includes('Your code is'), text.includes('Votre code est')]).toEqual([language === 'en', language === 'fr']);
  }
});
