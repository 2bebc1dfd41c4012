import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Answered } from '../../helpers/gateway/gateway.ts';
import { lastingPort } from '../../helpers/processes/lasting-port.ts';
import { hiddenField, sendForm, type OpenedPage } from '../../helpers/asking/open-page.ts';
import { Senders, type SenderReceipt } from '../../helpers/asking/senders.ts';

// A sender without an account is notified of an answer, reads it, and has the request opened again.
const refused = 'gone@example.org';
const answerText = 'Dogs may come on Mondays.';
const officer = { purpose: 'RIGHTS_FULFILMENT' } as const;
let senders: Senders;
beforeAll(async () => {
  senders = await Senders.open(refused);
});
afterAll(() => senders.close());
beforeEach(() => senders.after(0));

const after = (days: number): void => senders.after(days);
const send = (url?: string): Promise<boolean> => senders.send(url);
const mailsTo = (address: string): readonly string[] => senders.mailsTo(address);
const answered = (language?: string): Promise<SenderReceipt> => senders.answered(answerText, language);
const open = (number: string, code: string): Promise<Answered> => senders.open(number, code, 'status answer');
const toldOf = async ({ requestId }: SenderReceipt): Promise<string> => {
  const { data } = await senders.gateway.ask('privacy-officer', '{ requests(first: 100) { edges { node { id told } } } }', officer);
  return data.requests.edges.find(({ node }: any) => node.id === requestId).node.told;
};

describe('the mail', () => {
  test('names the number and the page, and holds nothing that was written and no code', async () => {
    const [receipt, french] = [await answered('en'), await answered('fr')];
    await send();
    const [english, translated] = [mailsTo(receipt.to), mailsTo(french.to)];
    expect([english.length, translated.length]).toEqual([1, 1]);
    expect(english[0]).toContain(`https://town.example/request-state?number=${receipt.number}&lang=en`);
    expect(translated[0]).toContain(`https://town.example/request-state?number=${french.number}&lang=fr`);
    expect(translated[0]).toMatch(/La page demande le code/);
    for (const [{ stateCode: code }, text] of [
      [receipt, english[0]!],
      [french, translated[0]!],
    ] as const)
      for (const hidden of [answerText, 'May I bring', code]) expect(text).not.toContain(hidden);
    expect(await toldOf(receipt)).toBe('TOLD');
  });

  test('waits while the mail server is down, for however long, and is lost by none', async () => {
    const receipt = await answered();
    const down = `smtp://127.0.0.1:${await lastingPort()}`;
    for (const days of [0, 1, 10, 40]) {
      after(days);
      await send(down);
      expect(await toldOf(receipt)).toBe('WAITING');
    }
    after(41);
    await send();
    expect(mailsTo(receipt.to)).toHaveLength(1);
    await send();
    expect(mailsTo(receipt.to)).toHaveLength(1);
  });

  test('that the server refuses is given up, and the officer sees it', async () => {
    const receipt = await answered();
    await senders.gateway.database.asOwner('update recreation.request set contact_email = $1 where id = $2', [refused, receipt.requestId]);
    for (let tries = 0; tries < 4; tries += 1) {
      after(tries);
      await send();
    }
    expect(await toldOf(receipt)).toBe('REFUSED');
  });

  test('is undone with an answer whose entry cannot be stored', async () => {
    const receipt = await senders.filed();
    const { requestId } = receipt;
    await senders.take(receipt);
    await senders.gateway.database.asOwner('revoke insert on access_log.staged from ntk_gateway');
    try {
      expect(await senders.answer(receipt, answerText)).toEqual(['LOG_UNAVAILABLE']);
    } finally {
      await senders.gateway.database.asOwner('grant insert on access_log.staged to ntk_gateway');
    }
    expect(await senders.gateway.database.asOwner('select from recreation.request_mail where request_id = $1', [requestId])).toEqual([]);
  });
});

describe('an answered request', () => {
  const reopen = ({ number, stateCode: code }: SenderReceipt, body = 'What about Tuesdays?'): Promise<Answered> =>
    senders.mutate(
      null,
      'reopenRequestByCode',
      { number, code, body },
      { purpose: 'SELF_SERVICE', headers: senders.newAddress() },
      'request { status dueOn answer answeredAt messages { body fromStaff } }',
    );

  test('is opened again by its sender for 60 days, with a new deadline and the answer among its messages', async () => {
    const receipt = await answered();
    after(60);
    const { data, codes } = await reopen(receipt);
    expect(codes).toEqual([]);
    expect(data.change.request).toEqual({
      status: 'OPEN',
      // 30 business days after 14 August 2026.
      dueOn: '2026-09-25',
      answer: null,
      answeredAt: null,
      messages: [
        { body: answerText, fromStaff: true },
        { body: 'What about Tuesdays?', fromStaff: false },
      ],
    });
    // The officer who had it has it again, and what a mail would say is no longer so.
    const seen = await senders.gateway.ask('privacy-officer', `{ request(id: "${receipt.requestId}") { messages { body } } }`, {
      ...officer,
      case: receipt.requestId,
    });
    expect(seen.data.request.messages).toHaveLength(2);
    await send();
    expect(mailsTo(receipt.to)).toEqual([]);
    expect((await reopen(receipt)).errors[0]!.extensions).toMatchObject({ code: 'CONFLICT', reason: 'REQUEST_OPEN' });
    await senders.take(receipt);
    await senders.answer(receipt, 'On Tuesdays too.');
    expect((await open(receipt.number, receipt.stateCode)).data.requestByCode).toMatchObject({ answer: 'On Tuesdays too.' });
    await send();
    expect(mailsTo(receipt.to)).toHaveLength(1);
  });

  test('stays closed to its sender after that, and to who has another code', async () => {
    const [receipt, other] = [await answered(), await answered()];
    expect((await reopen({ ...receipt, stateCode: other.stateCode })).codes).toEqual(['NOT_FOUND']);
    after(61);
    expect((await reopen(receipt)).errors[0]!.extensions).toMatchObject({ code: 'CONFLICT', reason: 'ANSWERED_LONG_AGO' });
    expect((await open(receipt.number, receipt.stateCode)).data.requestByCode.status).toBe('ANSWERED');
  });

  test('is opened again by an officer at any time, and the sender is told', async () => {
    const receipt = await answered();
    await send();
    after(65);
    const input = { requestId: receipt.requestId, body: 'The answer was wrong.' };
    const { data, codes } = await senders.mutate(
      'privacy-officer-2',
      'reopenRequest',
      input,
      officer,
      'request { id status dueOn reopenedAt told }',
    );
    expect(codes).toEqual([]);
    expect(data.change.request).toMatchObject({ status: 'OPEN', reopenedAt: senders.now.toISOString(), told: 'WAITING' });
    await send();
    expect(mailsTo(receipt.to)).toEqual([expect.stringContaining('is answered'), expect.stringContaining('is open again')]);
  });
});

describe('the page', () => {
  const show = (fieldsOfForm: Readonly<Record<string, string>>): Promise<OpenedPage> =>
    sendForm(senders.gateway, '/request-state', fieldsOfForm, senders.newAddress());

  test('shows the answer, opens the request again, and keeps what was typed', async () => {
    const { number, stateCode: code } = await answered();
    const page = await show({ number, code });
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.text).toContain(answerText);
    expect(hiddenField(page, 'step')).toBe('reopen');
    const empty = await show({ number, code, step: 'reopen', body: '  ' });
    expect([empty.status, empty.html.includes('aria-invalid="true"'), empty.text.includes(answerText)]).toEqual([400, true, true]);
    const opened = await show({ number, code, step: 'reopen', body: 'And\r\nTuesdays?' });
    expect([opened.status, opened.text.includes('It is open again.')]).toEqual([200, true]);
    expect(opened.html).toContain('And\nTuesdays?');
    expect((await show({ number, code })).text).toContain(answerText);
  });

  test('shows nothing of it with a wrong code, and says the same as for an unknown number', async () => {
    const { number } = await answered();
    const [wrong, unknown] = [await show({ number, code: '0000-0000-0000' }), await show({ number: 'R-10000000', code: '0000-0000-0000' })];
    expect([wrong.status, unknown.status]).toEqual([404, 404]);
    expect(wrong.text.replaceAll(number, '')).toBe(unknown.text.replaceAll('R-10000000', ''));
    expect(wrong.text).not.toContain(answerText);
    expect((await show({ number, code: '0000-0000-0000', step: 'reopen', body: 'Open it.' })).status).toBe(404);
  });
});
