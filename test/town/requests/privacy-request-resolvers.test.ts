import { describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { readFileSync } from 'node:fs';
import { statements } from '../../../src/town/policy/statement/statements.ts';
import { afterBusinessDays, daysToAnswer } from '../../../src/town/requests/answer-deadline.ts';
import { countBusinessDays } from '../../../web/src/elements/time/count-business-days.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import { alwaysProven, provenCode } from '../../helpers/identity/proven-contact.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

const gateway = useGateway({ anonymousSenders: alwaysProven });

const officer = { purpose: 'RIGHTS_FULFILMENT' } as const;
const onRequest = { ...officer, case: matters.request } as const;
const unknownId = '99999999-9999-4999-8999-999999999999';

const list = `query($status: PrivacyRequestStatus, $first: Int = 100, $after: String) { requests(status: $status, first: $first, after: $after) {
  totalCount pageInfo { endCursor } edges { node { id number kind status filedAt dueOn answeredAt body contactEmail requester { id } } } } }`;
const file = 'mutation($input: FileRequestInput!) { fileRequest(input: $input) { receipt { requestId number dueOn } } }';
const assign = 'mutation($input: AssignRequestInput!) { assignRequest(input: $input) { request { id status body } } }';
const answer = 'mutation($input: AnswerRequestInput!) { answerRequest(input: $input) { request { id status answeredAt answer } } }';
const mutate = (persona: string | null, document: string, input: object, asked = {}) =>
  gateway.ask(persona, document, { variables: { input }, ...asked });
const row = async (id: string): Promise<Readonly<Record<string, unknown>>> =>
  (await gateway.database.asOwner<Record<string, unknown>>('select * from recreation.request where id = $1', [id]))[0]!;
const count = async (where: string): Promise<number> =>
  (await gateway.database.asOwner<{ count: number }>(`select count(*)::int as count from recreation.request where ${where}`))[0]!.count;
const node = (data: any, id: string) => data.requests.edges.map((edge: any) => edge.node).find((one: any) => one.id === id);

test('the pages count as many business days as the gateway gives, over three years with every holiday', () => {
  const days = Array.from({ length: 3 * 366 }, (_, at) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10));
  const counts = [0, 1, 4, 5, 30];
  const counted = days.map((day) => [day, ...counts.map((one) => countBusinessDays(day, afterBusinessDays(day, one)))]);
  expect(counted).toEqual(days.map((day) => [day, ...counts]));
});

test('business days skip the weekend', () => {
  expect(afterBusinessDays('2026-06-15', 5)).toBe('2026-06-22');
  expect(afterBusinessDays('2026-06-19', 1)).toBe('2026-06-22');
  expect(afterBusinessDays('2026-06-20', 1)).toBe('2026-06-22');
  expect(afterBusinessDays('2026-06-15', 30)).toBe('2026-07-27');
  expect(afterBusinessDays('2026-06-15', 0)).toBe('2026-06-15');
});

test('every sentence that promises an answer says within how many business days', () => {
  const files = [
    'schema/requests.graphql',
    'web/src/resident/requests/requests.tsx',
    'web/src/resident/requests/reopen.tsx',
    'locales/fr/web/resident-later.po',
    'docs/client-guide.md',
  ];
  const texts = [statements.at(-1)!.clauses.rights, ...files.map((file) => readFileSync(file, 'utf8'))];
  const promised = texts.map((text) => [...text.matchAll(/(\d+) (?:business days|jours ouvrables)/g)].map(([, days]) => Number(days)));
  expect(promised.every((days) => days.length > 0)).toBe(true);
  expect(new Set(promised.flat())).toEqual(new Set([daysToAnswer]));
});

describe('listing requests', () => {
  test('a resident sees their own requests, and no others are counted', async () => {
    const { data, errors } = await gateway.ask('resident', list);
    expect(errors).toEqual([]);
    expect(data.requests.totalCount).toBe(1);
    expect(data.requests.edges[0].node).toMatchObject({
      id: matters.request,
      kind: 'ACCESS',
      status: 'OPEN',
      requester: { id: cast.resident },
    });
    expect(data.requests.edges[0].node.body).toContain('everything that you have on record about me');
    expect(node((await gateway.ask('guardian', list)).data, matters.request)).toBeUndefined();
  });

  test('a privacy officer sees the queue, and the text of a request only with the request as the case', async () => {
    const { data } = await gateway.ask('privacy-officer', list, onRequest);
    expect(data.requests.totalCount).toBe(await count('true'));
    expect(node(data, matters.request).body).toContain('everything that you have on record about me');
    for (const id of [matters.protectedRequest, matters.anonymousRequest, matters.unassignedRequest]) {
      expect(node(data, id)).toMatchObject({ id, body: null, contactEmail: null, requester: null });
    }
    const anonymous = (await gateway.ask('privacy-officer', list, { ...officer, case: matters.anonymousRequest })).data;
    expect(node(anonymous, matters.anonymousRequest)).toMatchObject({ contactEmail: 'gatepost.question@example.org', requester: null });
    expect(node(anonymous, matters.request).body).toBeNull();
  });

  test('a privacy officer filters by status and pages, without requests about their own record', async () => {
    const first = await gateway.ask('privacy-officer', list, { ...officer, variables: { status: 'OPEN', first: 2 } });
    expect(first.data.requests.totalCount).toBe(await count('answered_at is null'));
    const after = first.data.requests.pageInfo.endCursor;
    const second = await gateway.ask('privacy-officer', list, { ...officer, variables: { status: 'OPEN', first: 2, after } });
    const ids = [...first.data.requests.edges, ...second.data.requests.edges].map((edge: any) => edge.node.id);
    expect(new Set(ids).size).toBe(4);
    await gateway.database.asOwner('update recreation.employee set resident_id = $2 where id = $1', [cast.privacyOfficer2, cast.neighbour]);
    const { data } = await gateway.ask('privacy-officer-2', list, officer);
    expect(node(data, matters.unassignedRequest)).toBeUndefined();
    expect(data.requests.totalCount).toBe(await count(`resident_id is distinct from '${cast.neighbour}'`));
    expect((await mutate('privacy-officer-2', assign, { requestId: matters.unassignedRequest }, officer)).codes).toEqual(['NOT_FOUND']);
  });

  test('all other roles are refused', async () => {
    expect((await gateway.ask('support', list, { purpose: 'CUSTOMER_SUPPORT' })).codes).toEqual(['FIELD_NOT_PERMITTED']);
    expect((await gateway.ask(null, list)).codes).toEqual(['AUTHENTICATION_REQUIRED']);
  });
});

describe('filing a request', () => {
  test('a resident files any kind, and gets only the number and the deadline', async () => {
    const { data, errors } = await mutate('neighbour', file, { kind: 'CORRECTION', body: 'My street is spelt wrong.' });
    expect(errors).toEqual([]);
    expect(data.fileRequest.receipt).toEqual({
      requestId: expect.any(String),
      number: expect.stringMatching(/^R-\d{8}$/),
      dueOn: '2026-07-27',
    });
    expect(await row(data.fileRequest.receipt.requestId)).toMatchObject({
      resident_id: cast.neighbour,
      kind: 'CORRECTION',
      contact_email: null,
      answered_at: null,
    });
  });

  test('clause contact: a person without an account asks a question, and it is in the log', async () => {
    const contact = { contactEmail: 'dog@example.org', contactCode: provenCode };
    const { data, privacy } = await mutate(null, file, { kind: 'QUESTION', body: 'May I bring a dog?', ...contact });
    const { requestId: id } = data.fileRequest.receipt;
    expect(await row(id)).toMatchObject({ resident_id: null, contact_email: 'dog@example.org', body: 'May I bring a dog?' });
    await gateway.sequence();
    const found = await gateway.database.asOwner(
      'select 1 from access_log.segment join access_log.entry using (seq, month) where entry.id = $1 and subject_id = $2',
      [privacy.receipt!.entry, id],
    );
    expect(found).toHaveLength(1);
    expect((await mutate(null, file, { kind: 'COMPLAINT', body: 'Nobody answered.', ...contact })).codes).toEqual([]);
    for (const kind of ['ACCESS', 'CORRECTION']) {
      expect((await mutate(null, file, { kind, body: 'no account' })).codes).toEqual(['FIELD_NOT_PERMITTED']);
    }
    expect(await count(`body = 'no account'`)).toBe(0);
  });

  test('malformed input is refused with its coordinates, and other roles are refused', async () => {
    const { errors, text } = await mutate(null, file, { kind: 'COMMENT', body: 'x'.repeat(4_001), contactEmail: 'nowhere-at-all' });
    expect(errors[0]!.extensions).toMatchObject({
      code: 'INPUT_INVALID',
      coordinates: ['FileRequestInput.body', 'FileRequestInput.contactEmail'],
    });
    expect(text).not.toContain('nowhere-at-all');
    expect((await mutate('privacy-officer', file, { kind: 'COMMENT', body: 'x' }, officer)).codes).toEqual(['FIELD_NOT_PERMITTED']);
  });
});

describe('assigning a request', () => {
  test('an officer assigns to themselves or a colleague, and does not learn whether it is about the colleague', async () => {
    expect((await mutate('privacy-officer', assign, { requestId: matters.unassignedRequest }, officer)).data.assignRequest.request).toEqual(
      { id: matters.unassignedRequest, status: 'OPEN', body: expect.any(String) },
    );
    expect(await row(matters.unassignedRequest)).toMatchObject({ assignee_id: cast.privacyOfficer });
    expect(
      (await mutate('privacy-officer', assign, { requestId: matters.unassignedRequest, employeeId: cast.privacyOfficer3 }, officer)).errors,
    ).toEqual([]);
    // Any officer can be assigned a request of a person who is not on record.
    expect(
      (await mutate('privacy-officer', assign, { requestId: matters.anonymousRequest, employeeId: cast.privacyOfficer3 }, officer)).errors,
    ).toEqual([]);
    // Officer 2 filed the request, and officer 1 may not learn that. So it succeeds, and officer 2 still can't see the request.
    expect(
      (await mutate('privacy-officer', assign, { requestId: matters.unassignedRequest, employeeId: cast.privacyOfficer2 }, officer)).errors,
    ).toEqual([]);
    const mine = 'mutation($input: AnswerRequestInput!) { answerRequest(input: $input) { request { id } } }';
    const own = { requestId: matters.unassignedRequest, answer: 'Mine.' };
    expect((await mutate('privacy-officer-2', mine, own, officer)).codes).toEqual(['NOT_FOUND']);
    await mutate('privacy-officer', assign, { requestId: matters.unassignedRequest, employeeId: cast.privacyOfficer3 }, officer);
    for (const employeeId of [cast.supporter, unknownId]) {
      expect((await mutate('privacy-officer', assign, { requestId: matters.unassignedRequest, employeeId }, officer)).codes).toEqual([
        'NOT_FOUND',
      ]);
    }
    expect(await row(matters.unassignedRequest)).toMatchObject({ assignee_id: cast.privacyOfficer3 });
    expect((await mutate('privacy-officer', assign, { requestId: unknownId }, officer)).codes).toEqual(['NOT_FOUND']);
    expect((await mutate('resident', assign, { requestId: matters.request })).codes).toEqual(['FIELD_NOT_PERMITTED']);
  });
});

describe('answering a request', () => {
  test('works once, for the assigned officer', async () => {
    const { data, errors } = await mutate('privacy-officer', answer, { requestId: matters.request, answer: 'Here it is.' }, onRequest);
    expect(errors).toEqual([]);
    expect(data.answerRequest.request).toEqual({
      id: matters.request,
      status: 'ANSWERED',
      answeredAt: testNow.toISOString(),
      // An answered request is no case any more.
      answer: null,
    });
    expect((await gateway.ask('resident', '{ requests { edges { node { answer } } } }')).data.requests.edges[0].node).toEqual({
      answer: 'Here it is.',
    });
    expect((await mutate('privacy-officer', answer, { requestId: matters.request, answer: 'Again.' }, officer)).codes).toEqual([
      'CONFLICT',
    ]);
    expect((await mutate('privacy-officer', assign, { requestId: matters.request }, officer)).codes).toEqual(['CONFLICT']);
    expect((await row(matters.request)).answer).toBe('Here it is.');
  });

  test('fails as unknown for a request that is assigned to another officer or to none', async () => {
    for (const requestId of [matters.unassignedRequest, unknownId]) {
      expect((await mutate('privacy-officer', answer, { requestId, answer: 'No.' }, officer)).codes).toEqual(['NOT_FOUND']);
    }
    expect((await row(matters.unassignedRequest)).answer).toBeNull();
    const { errors } = await mutate('privacy-officer', answer, { requestId: matters.protectedRequest, answer: ' ' }, officer);
    expect(errors[0]!.extensions).toMatchObject({ code: 'INPUT_INVALID', coordinates: ['AnswerRequestInput.answer'] });
    expect((await mutate('support', answer, { requestId: matters.request, answer: 'x' }, { purpose: 'CUSTOMER_SUPPORT' })).codes).toEqual([
      'FIELD_NOT_PERMITTED',
    ]);
  });
});
