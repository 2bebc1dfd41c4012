import {
  cacheExchange,
  Client,
  createRequest,
  fetchExchange,
  makeOperation,
  makeResult,
  type AnyVariables,
  type ClientOptions,
  type DocumentInput,
  type Exchange,
  type ExecutionResult,
  type Operation,
  type OperationResult,
} from '@urql/core';
import { delay, filter, fromArray, fromValue, make, map, merge, mergeMap, pipe, share, tap, type Source } from 'wonka';
import { refusal, type Answer, type AnswerError } from './answer.ts';
import type { Channel } from './channel.ts';
import { typesWithoutId } from './generated/types.ts';
import { Session, type SessionOptions } from './session.ts';
import { tellItemsApart } from './tell-items-apart.ts';

export { whyMissing, type Missing, type Report } from './report.ts';
export type { Partition } from './partition.ts';
export type { Session } from './session.ts';

/** Settings of a session with urql. */
export interface UrqlOptions extends SessionOptions {
  /** The cache of each client. Default: the document cache. */
  readonly cache?: Exchange;
  /** Exchanges between the cache and the one that sends, such as one for persisted queries. */
  readonly exchanges?: readonly Exchange[];
  /** Further options for each client. */
  readonly client?: Omit<ClientOptions, 'url' | 'exchanges' | 'fetch' | 'preferGetMethod'>;
}

/** An operation as urql takes it. */
export interface UrqlOperation {
  readonly query: DocumentInput<unknown, AnyVariables>;
  readonly variables?: AnyVariables;
}

/** An introspected schema, or a part of it: at least its types. */
export interface Introspected {
  readonly __schema: { readonly types?: readonly { readonly name: string }[] };
}

/**
 * For graphcache's `keys`: objects that have no identity of their own.
 * @param schema the one that graphcache gets. It warns of types that are not in it, such as those that a role does not see
 */
export function graphcacheKeys({ __schema: { types = [] } }: Introspected): Readonly<Record<string, () => null>> {
  const known = new Set(types.map(({ name }) => name));
  return Object.fromEntries(typesWithoutId.filter((name) => known.has(name)).map((name) => [name, () => null]));
}

/**
 * Opens a session with urql: one Client, with a cache of its own, for each purpose and case.
 * @example session.client({ purpose: 'SERVICE_PROVISION', case: encounterId })?.query(query, variables)
 */
export function openUrqlSession({
  cache = cacheExchange,
  exchanges = [],
  client,
  ...options
}: UrqlOptions): Session<Client, UrqlOperation> {
  const open = (channel: Channel) => {
    const { exchange, clear } = privacyExchange(channel, cache);
    const opened = new Client({
      ...client,
      url: channel.url,
      exchanges: [exchange, ...exchanges, fetchExchange],
      // Operations about people go by POST (docs/client-guide.md); urql sends short queries by GET.
      preferGetMethod: false,
    });
    return { client: opened, clear };
  };
  return new Session({ open, keyOf: (_client, { query, variables }) => `${createRequest(query, variables).key}` }, options);
}

/**
 * An exchange around a cache: below the cache it accepts no answer for another purpose or case; above it, it shows nothing once the cache
 * is cleared.
 */
function privacyExchange(channel: Channel, cache: Exchange): { readonly exchange: Exchange; readonly clear: () => void } {
  const watched = new Map<number, Operation>();
  /** Queries that the cache has neither answered nor sent, by their keys. */
  const awaited = new Set<number>();
  const screen: Screen = { isCleared: false, blank: () => undefined };

  const below: Exchange =
    ({ forward }) =>
    (operations) =>
      pipe(
        operations,
        map((operation) => {
          awaited.delete(operation.key);
          const kind = operation.kind === 'mutation' ? 'mutation' : 'query';
          return makeOperation(operation.kind, operation, { ...operation.context, fetch: channel.fetch(kind) });
        }),
        forward,
        map((result) => received(channel, result)),
      );

  const exchange: Exchange = (input) => (operations) => {
    const all = pipe(
      operations,
      tap((operation) => {
        if (operation.kind === 'query') watched.set(operation.key, operation);
        if (operation.kind === 'query') awaited.add(operation.key);
        if (operation.kind === 'teardown') watched.delete(operation.key);
      }),
      share,
    );
    const isOver = ({ kind }: Operation): boolean => channel.ended.aborted && kind !== 'teardown';
    const answered = pipe(
      all,
      filter((operation) => !isOver(operation)),
      cache({ ...input, forward: below(input) }),
      tap(({ operation }) => awaited.delete(operation.key)),
      map((result) => (screen.isCleared ? ended(result.operation) : result)),
    );
    const refused = pipe(all, filter(isOver), map(ended));
    const blanked = pipe(
      make<void>((observer) => {
        screen.blank = () => observer.next();
        return () => undefined;
      }),
      mergeMap(() => fromArray([...watched.values()].map(ended))),
    );
    const dropped = answerDropped(
      pipe(
        all,
        filter(({ kind }) => kind === 'query'),
      ),
      (key) => awaited.has(key) && !screen.isCleared,
      (key) => channel.report(`${key}`)?.errors ?? [],
    );
    return merge([answered, refused, blanked, dropped]);
  };

  return { exchange, clear: () => clearLater(new WeakRef(screen)) };
}

/** The results that a client shows. Only the client keeps it. */
interface Screen {
  isCleared: boolean;
  /** Shows for all watched queries that the client has ended. */
  blank: () => void;
}

/**
 * Clears later, because the answer that ended the case is shown. The timer keeps neither the client nor its cache: it does not run in a
 * page that a browser keeps for Back, and a client that is gone shows nothing.
 */
function clearLater(shown: WeakRef<Screen>): void {
  setTimeout(() => {
    const screen = shown.deref();
    if (!screen) return;
    screen.isCleared = true;
    screen.blank();
  });
}

/**
 * Answers queries that a cache drops. graphcache keeps no errors, so it ignores an answer whose root fields are all null. If such a query
 * is asked again while it is shown, graphcache neither sends nor answers it, to keep two queries from asking each other endlessly. A
 * promise would never settle, and a screen would load endlessly. They get the errors of their newest answer.
 * @param asked the queries that the cache was asked
 * @param isAwaited whether the query with this key is neither answered nor sent
 * @param errorsOf the errors of the newest answer to it
 */
function answerDropped(
  asked: Source<Operation>,
  isAwaited: (key: number) => boolean,
  errorsOf: (key: number) => readonly AnswerError[],
): Source<OperationResult> {
  return pipe(
    asked,
    // The cache sends or answers in the same turn of the event loop.
    mergeMap((operation) => pipe(fromValue(operation), delay(0))),
    filter(({ key }) => isAwaited(key) && errorsOf(key).length > 0),
    map((operation) => makeResult(operation, { data: null, errors: errorsOf(operation.key) } as ExecutionResult)),
  );
}

function received(channel: Channel, result: OperationResult): OperationResult {
  const { operation, data, error, extensions } = result;
  const answer: Answer = { data, errors: error?.graphQLErrors, extensions };
  const taken = channel.receive(`${operation.key}`, answer);
  tellItemsApart(data);
  return taken === answer ? result : resultOf(operation, taken);
}

function ended(operation: Operation): OperationResult {
  return resultOf(operation, refusal('CLIENT_ENDED'));
}

function resultOf(operation: Operation, answer: Answer): OperationResult {
  return makeResult(operation, answer as ExecutionResult);
}
