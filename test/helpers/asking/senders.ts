import { deepStrictEqual } from 'node:assert';
import { readConfig, usualRequestLimits } from '../../../src/platform/settings/config.ts';
import { openSmallPool } from '../../../src/platform/postgres/connections/open-small-pool.ts';
import { sendRequestMails } from '../../../src/town/requests/senders/send-request-mails.ts';
import { openMailer } from '../../../src/platform/mail/open-mailer.ts';
import { testCluster, testNow } from '../database/cluster.ts';
import { openGateway, type Answered, type Asked, type TestGateway } from '../gateway/gateway.ts';
import { openMailServer, type MailServer } from '../identity/mail-server.ts';
import { patientDeadlines } from '../gateway/patient-deadlines.ts';

const { perAddress } = usualRequestLimits.anonymousSenders;
const officer = { purpose: 'RIGHTS_FULFILMENT' } as const;
const day = 86_400_000;

/** The receipt that a sender without an account keeps. */
export interface SenderReceipt {
  readonly requestId: string;
  readonly number: string;
  readonly stateCode: string;
  readonly to: string;
}

/** A gateway with senders who have no account, an officer who answers them, and a mail server. */
export class Senders {
  readonly gateway: TestGateway;
  readonly mails: MailServer;
  readonly #pool: ReturnType<typeof openSmallPool>;
  readonly #clock: { time: Date };
  #addresses = 0;
  #senders = 0;

  private constructor(gateway: TestGateway, mails: MailServer, clock: { time: Date }) {
    [this.gateway, this.mails, this.#clock] = [gateway, mails, clock];
    this.#pool = openSmallPool(gateway.database.roles.gateway, patientDeadlines);
  }

  /** @param refused an address that the mail server does not know */
  static async open(refused: string): Promise<Senders> {
    const mails = await openMailServer([refused]);
    const clock = { time: testNow };
    const requestLimits = { ...usualRequestLimits, trustedProxies: ['127.0.0.1'], anonymousSenders: { perAddress, inTotal: 200 } };
    return new Senders(await openGateway({ smtpUrl: mails.url, requestLimits, clock: () => clock.time }), mails, clock);
  }

  async close(): Promise<void> {
    await this.#pool.stop();
    await this.gateway.close();
    await this.mails.close();
  }

  get now(): Date {
    return this.#clock.time;
  }

  /** Sets the clock. @param days after the beginning */
  after(days: number): void {
    this.#clock.time = new Date(testNow.getTime() + days * day);
  }

  /** The headers of a network address that asked for nothing before. */
  newAddress(): Record<string, string> {
    return { 'x-forwarded-for': `192.0.2.${(this.#addresses += 1)}` };
  }

  mutate(persona: string | null, field: string, input: object, asked: Asked = {}, asks = 'request { id status }'): Promise<Answered> {
    const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
    const variables = { input };
    return this.gateway.ask(persona, `mutation ($input: ${type}!) { change: ${field}(input: $input) { ${asks} } }`, {
      ...asked,
      variables,
    });
  }

  /** Files a question. */
  async filed(language = 'en'): Promise<SenderReceipt> {
    const to = `owner-${(this.#senders += 1)}@example.org`;
    const letter = { kind: 'QUESTION', body: `May I bring dog ${this.#senders}?`, contactEmail: to };
    const asked = { headers: { ...this.newAddress(), 'accept-language': language } };
    deepStrictEqual((await this.mutate(null, 'sendContactCode', letter, asked, 'validUntil')).codes, []);
    const input = { ...letter, contactCode: await this.mails.codeFor(to) };
    const { codes, data } = await this.mutate(null, 'fileRequest', input, asked, 'receipt { requestId number stateCode }');
    deepStrictEqual(codes, []);
    return { ...data.change.receipt, to };
  }

  async take({ requestId }: SenderReceipt): Promise<void> {
    deepStrictEqual((await this.mutate('privacy-officer', 'assignRequest', { requestId }, officer)).codes, []);
  }

  async answer(receipt: SenderReceipt, answer: string): Promise<readonly string[]> {
    const { requestId } = receipt;
    return (await this.mutate('privacy-officer', 'answerRequest', { requestId, answer }, { ...officer, case: requestId })).codes;
  }

  /** A question that a privacy officer has answered. */
  async answered(answer: string, language?: string): Promise<SenderReceipt> {
    const receipt = await this.filed(language);
    await this.take(receipt);
    deepStrictEqual(await this.answer(receipt, answer), []);
    return receipt;
  }

  /** Reads a request by its number and code. */
  open(number: string, code: string, fields: string, persona: string | null = null, asked: Asked = {}): Promise<Answered> {
    return this.gateway.ask(
      persona,
      `query ($number: String!, $code: String!) { requestByCode(number: $number, code: $code) { ${fields} } }`,
      { purpose: 'SELF_SERVICE', variables: { number, code }, headers: this.newAddress(), ...asked },
    );
  }

  /** Sends the mails that are due. @param url of another mail server */
  send(url = this.mails.url): Promise<boolean> {
    const { mail } = readConfig({ SMTP_URL: url, MAIL_FROM: 'privacy@town.example' });
    const patience = { wait: 30_000, check: 30_000, deliver: 30_000 };
    const mailer = openMailer(mail, testCluster().dataDirectory, () => undefined, patience)!;
    return sendRequestMails({ database: this.#pool, mailer, now: () => this.now }, 'https://town.example');
  }

  /** The mails about answers to an address, decoded from quoted-printable. */
  mailsTo(address: string): readonly string[] {
    return this.mails.received
      .filter(({ to, text }) => to.includes(address) && !/Your code is|Votre code est/.test(text))
      .map(({ text }) =>
        text.replaceAll(/=\r?\n/g, '').replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16))),
      );
  }
}
