import type { Answer, ClientErrorCode } from './answer.ts';
import { Channel, type ChannelOwner } from './channel.ts';
import { partitionKey, type Partition } from './partition.ts';
import { principalOf } from './principal-of.ts';
import { privacyOf, type Report } from './report.ts';
import { usualRetry, type RetryOptions } from './retry.ts';

/** How a session reaches the gateway. */
export interface SessionOptions {
  /** The address of `/graphql`. */
  readonly url: string;
  /** The token of the principal, a new one if the last has expired; undefined: no one has signed in. */
  readonly token?: (() => string | undefined | Promise<string | undefined>) | undefined;
  /** The `id` of the browser's session, in place of a token. Once the browser has another one, answers are refused and the session ends. */
  readonly browserSession?: string | undefined;
  readonly fetch?: typeof fetch | undefined;
  /** How much answers report of the plan (`Privacy-Report`). Default: withheld. */
  readonly report?: 'withheld' | 'full' | 'none' | undefined;
  readonly retry?: Partial<RetryOptions> | undefined;
  /** Milliseconds after which a case that was not asked about counts as ended. Default: 20 minutes, as an encounter has. */
  readonly idle?: number | undefined;
  /** Called with the ids of cases that an answer says have ended, such as to forget them in other tabs. */
  readonly onCasesEnded?: ((ids: readonly string[]) => void) | undefined;
}

/** A client library: how it makes a client with a cache of its own. */
export interface Library<Client, Operation> {
  open(channel: Channel): {
    readonly client: Client;
    /**
     * Empties the cache at once, so that it answers nothing more, and clears the screens. The answer that ended the case can still be on
     * its way through the library: data that it puts into the cache does not stay there either.
     */
    readonly clear: () => void;
  };
  /** The same text for every equal operation with equal variables. */
  keyOf(client: Client, operation: Operation): string;
}

interface Opened<Client> extends ReturnType<Library<Client, never>['open']> {
  readonly id: number;
  readonly channel: Channel;
}

/** The codes after which the principal has no access: data that was read may no longer be shown. */
const accessOver: ReadonlySet<unknown> = new Set([
  'ACCESS_ENDED',
  'AUTHORITY_NOT_IN_FORCE',
  'SESSION_CHANGED',
  'SESSION_ENDED',
  'TOKEN_INVALID',
  'TOKEN_LIFETIME_TOO_LONG',
]);

/**
 * The clients of one principal, from sign-in to sign-out: one for each purpose and case, each with a cache of its own. No two share
 * anything, so a value cannot be shown under a purpose or a case for which it was not read, and no null of one replaces a value of
 * another.
 */
export class Session<Client, Operation = never> {
  readonly #library: Library<Client, Operation>;
  readonly #owner: ChannelOwner;
  readonly #opened = new Set<Opened<Client>>();
  /** Partitions whose case has ended, by their keys. A case can continue for another purpose. */
  readonly #ended = new Map<string, Partition>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #listeners = new Set<() => void>();
  readonly #idle: number;
  readonly #onCasesEnded: SessionOptions['onCasesEnded'];
  #lastId = 0;
  #principal: string | undefined;
  #endedBy: string | undefined;

  constructor(library: Library<Client, Operation>, options: SessionOptions) {
    const { url, token, browserSession, fetch: send = fetch, report = 'withheld', retry, idle = 20 * 60_000 } = options;
    this.#library = library;
    this.#idle = idle;
    this.#onCasesEnded = options.onCasesEnded;
    this.#owner = {
      url,
      browserSession,
      // A browser's `fetch` must be called as the window's.
      fetch: (input, init) => send(input, init),
      report,
      retry: { ...usualRetry, ...retry },
      token: async () => this.#identify(await token?.()),
      noteUse: ({ partition }) => this.#restartIdleTime(partition.case),
      adoptCase: (channel, id) => this.#adopt(channel, id),
      heed: (channel, answer, hasBegun) => this.#heed(channel, answer, hasBegun),
    };
  }

  /** Why the session has ended: SIGNED_OUT, or a code; undefined: it has not. */
  get endedBy(): string | undefined {
    return this.#endedBy;
  }

  /** The client of a purpose and case; undefined once the session or the case has ended. */
  client(partition: Partition): Client | undefined {
    const key = partitionKey(partition);
    if (this.#endedBy !== undefined || this.#ended.has(key)) return undefined;
    const known = [...this.#opened].find(({ channel }) => !channel.isBeginning && partitionKey(channel.partition) === key);
    return known?.client ?? this.#open(partition, false);
  }

  /**
   * A client for the operation that begins a case, such as `startEncounter`. It becomes the client of the case that the answer names,
   * for which the payload was decided; until then it asks no queries. Undefined once the session has ended.
   */
  begin(partition: Pick<Partition, 'purpose'>): Client | undefined {
    if (this.#endedBy !== undefined) return undefined;
    return this.#open({ purpose: partition.purpose }, true);
  }

  /** Forgets what was read for a case. */
  endCase(id: string): void {
    clearTimeout(this.#timers.get(normal(id)));
    this.#timers.delete(normal(id));
    this.#drop(({ partition }) => normal(partition.case) === normal(id));
  }

  /** Forgets all that was read for any purpose and case, such as before the next customer, and continues with empty clients. */
  forget(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#drop(() => true);
  }

  /** Opens a case again that ended here because it was idle. The gateway decides whether it is still open. */
  resume(id: string): void {
    for (const [key, ended] of this.#ended) if (normal(ended.case) === normal(id)) this.#ended.delete(key);
    this.#tell();
  }

  /** Signs out: forgets all that was read, and sends nothing more. */
  end(cause = 'SIGNED_OUT'): void {
    this.#endedBy ??= cause;
    this.forget();
  }

  /** The report in the newest answer to an operation of a client; undefined: none has come, or the client has ended. */
  report(client: Client, operation: Operation): Report | undefined {
    return this.#find(client)?.channel.report(this.#library.keyOf(client, operation));
  }

  /** Tells clients apart, also two for the same purpose and case; undefined: it has ended. */
  idOf(client: Client): number | undefined {
    return this.#find(client)?.id;
  }

  /** Calls when a client has ended or can be had again, and when a report has come. @returns ends the subscription */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  #open(partition: Partition, isBeginning: boolean): Client {
    const channel = new Channel(this.#owner, partition, isBeginning);
    const opened = { id: (this.#lastId += 1), channel, ...this.#library.open(channel) };
    this.#opened.add(opened);
    return opened.client;
  }

  #find(client: Client): Opened<Client> | undefined {
    return [...this.#opened].find((one) => one.client === client);
  }

  /** A session is one principal's. */
  #identify(token: string | undefined): { readonly token: string | undefined } | ClientErrorCode {
    const principal = principalOf(token);
    this.#principal ??= principal;
    if (principal === this.#principal) return { token };
    this.end('PRINCIPAL_CHANGED');
    return 'PRINCIPAL_CHANGED';
  }

  #adopt(channel: Channel, id: string): void {
    // The same case was opened again.
    this.#drop((other) => other !== channel && normal(other.partition.case) === normal(id));
    this.#ended.delete(partitionKey(channel.partition));
    this.#restartIdleTime(id);
  }

  #heed(channel: Channel, answer: Answer, hasBegun: boolean): void {
    const codes = (answer.errors ?? []).map(({ extensions }) => extensions?.['code']);
    const over = codes.find((code) => typeof code === 'string' && accessOver.has(code));
    if (typeof over === 'string') this.end(over);
    const ended = new Set(privacyOf(answer)?.endedCases?.map(normal));
    if (ended.size > 0) this.#onCasesEnded?.([...ended]);
    const isUnknown = channel.partition.case !== undefined && codes.includes('CASE_UNKNOWN');
    const isOver = (other: Channel): boolean => ended.has(normal(other.partition.case));
    this.#drop((other) => (other === channel ? isUnknown || (isOver(other) && !hasBegun) : isOver(other)));
  }

  /** Forgets channels. A case of theirs counts as ended for their purpose. */
  #drop(isDropped: (channel: Channel) => boolean): void {
    const dropped = [...this.#opened].filter(({ channel }) => isDropped(channel));
    for (const opened of dropped) {
      this.#opened.delete(opened);
      const { partition } = opened.channel;
      if (partition.case !== undefined) this.#ended.set(partitionKey(partition), partition);
      opened.channel.end();
    }
    // A screen that is told of it may ask again at once.
    for (const { clear } of dropped) clear();
    this.#tell();
  }

  #restartIdleTime(id: string | undefined): void {
    if (id === undefined) return;
    clearTimeout(this.#timers.get(normal(id)));
    const timer: { unref?: () => void } & ReturnType<typeof setTimeout> = setTimeout(() => this.endCase(id), this.#idle);
    // In Node it must not keep the process alive.
    timer.unref?.();
    this.#timers.set(normal(id), timer);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}

function normal(id: string | undefined): string {
  return id?.toLowerCase() ?? '';
}
