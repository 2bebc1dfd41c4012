import { refusal, type Answer, type ClientErrorCode } from './answer.ts';
import type { Partition } from './partition.ts';
import { privacyOf, readReport, type Report } from './report.ts';
import { isRepeatable, sendAgain, type OperationKind, type RetryOptions } from './retry.ts';

/** The parts of a session that a channel needs. */
export interface ChannelOwner {
  readonly url: string;
  /** The id of the browser's session; undefined: there is none. */
  readonly browserSession: string | undefined;
  readonly fetch: typeof fetch;
  readonly report: 'withheld' | 'full' | 'none';
  readonly retry: RetryOptions;
  /** The token of the session's principal; a code: there is none any more. */
  token(): Promise<{ readonly token: string | undefined } | ClientErrorCode>;
  /** An operation is sent. */
  noteUse(channel: Channel): void;
  /** An answer named the case that the channel's operation began. */
  adoptCase(channel: Channel, id: string): void;
  /** An answer has come: end the cases that it says have ended, and keep the channel if its case has just begun with this answer. */
  heed(channel: Channel, answer: Answer, hasBegun: boolean): void;
}

/** The connection of one client to the gateway: it asks for one purpose and case, and accepts no answer for another. */
export class Channel {
  readonly #reports = new Map<string, Report>();
  readonly #owner: ChannelOwner;
  readonly #ending = new AbortController();
  #partition: Partition;
  #isBeginning: boolean;
  /** How many changes have been answered, or given up. */
  #changes = 0;

  /** @param isBeginning whether its case is to be the one that an answer names first */
  constructor(owner: ChannelOwner, partition: Partition, isBeginning: boolean) {
    this.#owner = owner;
    this.#partition = partition;
    this.#isBeginning = isBeginning;
  }

  get url(): string {
    return this.#owner.url;
  }

  get partition(): Partition {
    return this.#partition;
  }

  /** Whether no answer has named its case yet. */
  get isBeginning(): boolean {
    return this.#isBeginning;
  }

  /** Aborted once the case or the session has ended. */
  get ended(): AbortSignal {
    return this.#ending.signal;
  }

  /** The report in the newest answer to an operation; undefined: none has come. A cache keeps only the data. */
  report(operation: string): Report | undefined {
    return this.#reports.get(operation);
  }

  end(): void {
    this.#reports.clear();
    this.#ending.abort();
  }

  /** A `fetch` for operations of one kind. It names who asks, why and for which case, whatever the library's own headers say. */
  fetch(kind: OperationKind): typeof fetch {
    return async (input, init = {}) => {
      if (this.ended.aborted) return responseOf(refusal('CLIENT_ENDED'));
      if (this.#isBeginning && kind === 'query' && init.method === 'POST') return responseOf(refusal('CASE_NOT_BEGUN'));
      const given = await this.#owner.token();
      if (typeof given === 'string') return responseOf(refusal(given));
      const { fetch: send, retry } = this.#owner;
      // Answers to GET are about no person and the same for everyone (docs/client-guide.md).
      const headers = init.method === 'POST' ? this.#headers(init.headers, given.token) : new Headers(init.headers);
      const signal = AbortSignal.any([this.ended, AbortSignal.timeout(retry.deadline), ...(init.signal ? [init.signal] : [])]);
      this.#owner.noteUse(this);
      try {
        const repeatable = isRepeatable(kind, init.body);
        return await this.#ordered(kind, () => sendAgain(() => send(input, { ...init, headers, signal }), repeatable, retry, signal));
      } catch (error) {
        if (this.ended.aborted) return responseOf(refusal('CLIENT_ENDED'));
        throw error;
      }
    };
  }

  /**
   * Checks an answer before the library's cache gets it.
   * @param operation the same text for every equal operation with equal variables
   * @returns the answer; a refusal in place of one for another purpose or case, or of one that comes too late
   */
  receive<Given extends Answer>(operation: string, answer: Given): Given | Answer {
    const holdsData = hasData(answer);
    const wasBeginning = this.#isBeginning;
    if (this.ended.aborted) return holdsData ? refusal('CLIENT_ENDED') : answer;
    const taken = holdsData && !this.#isOwn(answer) ? refusal('ANSWER_FOREIGN') : answer;
    this.#reports.set(operation, readReport(taken));
    this.#owner.heed(this, answer, wasBeginning && !this.#isBeginning);
    return taken;
  }

  /**
   * A query that was sent before a change, and is answered after it, can have an older answer than the change. A cache would take it for
   * the newer one, so the query is sent again.
   */
  async #ordered(kind: OperationKind, send: () => Promise<Response>): Promise<Response> {
    for (;;) {
      const before = this.#changes;
      try {
        const response = await send();
        await response.clone().arrayBuffer();
        if (kind === 'mutation' || before === this.#changes) return response;
      } finally {
        if (kind === 'mutation') this.#changes += 1;
      }
    }
  }

  #headers(given: RequestInit['headers'], token: string | undefined): Headers {
    const headers = new Headers(given);
    const { purpose, case: id } = this.#partition;
    const { report, browserSession } = this.#owner;
    const own = {
      accept: 'application/graphql-response+json',
      // A resident's or a partner's token has a usual purpose, and the answer would be for it.
      authorization: purpose !== null && token ? `Bearer ${token}` : undefined,
      'privacy-purpose': purpose,
      'privacy-case': id,
      'privacy-report': report === 'withheld' ? undefined : report,
      'privacy-session': browserSession,
      'privacy-withheld': undefined,
    };
    // A page of another site cannot set it (docs/client-guide.md, "Sessions in a browser").
    if (browserSession !== undefined && !headers.has('x-requested-by')) headers.set('x-requested-by', 'page');
    for (const [name, value] of Object.entries(own)) {
      if (value) headers.set(name, value);
      else headers.delete(name);
    }
    return headers;
  }

  /** Whether an answer is for this purpose and case. One without a purpose holds nothing personal. */
  #isOwn(answer: Answer): boolean {
    const named = privacyOf(answer);
    if (named?.purpose === null) return true;
    if (named === undefined || named.purpose !== this.#partition.purpose) return false;
    const id = this.#partition.case?.toLowerCase();
    if (named.case?.toLowerCase() === id) return true;
    // An operation that ended the case is decided without the case.
    if (named.case === undefined && named.endedCases?.some((ended) => ended.toLowerCase() === id)) return true;
    if (!this.#isBeginning || named.case === undefined) return false;
    this.#isBeginning = false;
    this.#partition = { ...this.#partition, case: named.case };
    this.#owner.adoptCase(this, named.case);
    return true;
  }
}

function hasData({ data }: Answer): boolean {
  return typeof data === 'object' && data !== null && Object.values(data).some((value) => value !== null);
}

function responseOf(answer: Answer): Response {
  return new Response(JSON.stringify(answer), { headers: { 'content-type': 'application/graphql-response+json' } });
}
