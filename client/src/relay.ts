import {
  Environment,
  Network,
  RecordSource,
  ROOT_ID,
  Store,
  type ConcreteRequest,
  type GraphQLResponse,
  type RequestParameters,
  type Variables,
} from 'relay-runtime';
import type { Answer } from './answer.ts';
import type { Channel } from './channel.ts';
import { Session, type SessionOptions } from './session.ts';

export { whyMissing, type Missing, type Report } from './report.ts';
export type { Partition } from './partition.ts';
export type { Session } from './session.ts';

/** Settings of a session with Relay. */
export interface RelayOptions extends SessionOptions {
  /** Further options for each environment. */
  readonly environment?: Omit<ConstructorParameters<typeof Environment>[0], 'network' | 'store'>;
}

/** An operation as relay-compiler writes it. */
export interface RelayOperation {
  readonly request: ConcreteRequest;
  readonly variables?: Variables;
}

/**
 * Opens a session with Relay: one Environment, with a store of its own, for each purpose and case.
 * @example fetchQuery(session.client({ purpose: 'SERVICE_PROVISION', case: encounterId })!, query, variables)
 */
export function openRelaySession({ environment, ...options }: RelayOptions): Session<Environment, RelayOperation> {
  const open = (channel: Channel) => {
    const source = new RecordSource();
    const opened = new Environment({ ...environment, network: Network.create(sender(channel)), store: new Store(source) });
    const empty = (): void => {
      opened.commitUpdate((store) => {
        for (const id of source.getRecordIDs()) if (id !== ROOT_ID) store.delete(id);
      });
      source.clear();
    };
    const clear = (): void => {
      empty();
      setTimeout(empty);
    };
    return { client: opened, clear };
  };
  return new Session({ open, keyOf: (_environment, { request, variables }) => keyOf(request.params, variables) }, options);
}

/** The network layer: it sends, and accepts no answer for another purpose or case than its channel's. */
function sender(channel: Channel) {
  return async (params: RequestParameters, variables: Variables): Promise<GraphQLResponse> => {
    const { id, text, name, operationKind } = params;
    const send = channel.fetch(operationKind === 'mutation' ? 'mutation' : 'query');
    const response = await send(channel.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...(id ? { documentId: id } : { query: text }), operationName: name, variables }),
    });
    const answer = (await response.json()) as Answer;
    const { data = null, ...others } = channel.receive(keyOf(params, variables), answer);
    return { data, ...others } as GraphQLResponse;
  };
}

function keyOf({ id, text }: RequestParameters, variables: Variables = {}): string {
  return JSON.stringify([id ?? text, variables]);
}
