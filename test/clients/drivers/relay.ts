import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  commitMutation,
  createOperationDescriptor,
  Environment,
  fetchQuery,
  Network,
  RecordSource,
  Store,
  type ConcreteRequest,
  type GraphQLResponse,
  type GraphQLTaggedNode,
} from 'relay-runtime';
import { openRelaySession } from '../../../client/src/relay.ts';
import { compileRelay } from './compile-relay.ts';
import { documents, type DocumentName } from './documents.ts';
import { plain, type Driver, type Shown, type Variables } from './driver.ts';

const requests = await compileRelay(mkdtempSync(join(tmpdir(), 'ntk-relay-')), documents);
export const compiled = (name: DocumentName): ConcreteRequest => requests[name]!;
const tagged = (name: DocumentName) => compiled(name) as GraphQLTaggedNode;

/** relay-runtime with what relay-compiler writes. */
export const relay: Driver<Environment> = {
  openSession: (options) => openRelaySession(options),
  drive: (environment) => ({
    read: (name, variables) => read(environment, name, variables),
    change: (name, variables = {}) =>
      shown(
        new Promise((resolve, reject) => {
          commitMutation(environment, {
            mutation: tagged(name),
            variables,
            onCompleted: (data, errors) => resolve({ data, errors: errors ?? [] }),
            onError: reject,
          });
        }),
      ),
    watch(name, variables = {}) {
      const operation = createOperationDescriptor(compiled(name), variables);
      const retained = environment.retain(operation);
      const asked = fetchQuery(environment, tagged(name), variables, { fetchPolicy: 'store-or-network' }).subscribe({
        error: () => undefined,
      });
      const look = (): unknown => {
        const { data, isMissingData } = environment.lookup(operation.fragment);
        return isMissingData ? undefined : data;
      };
      return {
        shown: () => plain(look()),
        close: () => {
          asked.unsubscribe();
          retained.dispose();
        },
      };
    },
  }),
  report: (session, client, name, variables) => session.report(client, { request: compiled(name), variables }),
  openPlain(url, authorization) {
    const headers: Record<string, string> = {};
    const network = Network.create(async ({ text, name }, variables) => {
      const init = { 'content-type': 'application/json', authorization, ...headers };
      const body = JSON.stringify({ query: text, operationName: name, variables });
      return (await (await fetch(url, { method: 'POST', headers: init, body })).json()) as GraphQLResponse;
    });
    const environment = new Environment({ network, store: new Store(new RecordSource()) });
    return (named) => ({
      read(name, variables) {
        Object.assign(headers, { 'privacy-purpose': undefined, 'privacy-case': undefined }, named);
        for (const [header, value] of Object.entries(headers)) if (value === undefined) delete headers[header];
        return read(environment, name, variables);
      },
    });
  },
};

async function read(environment: Environment, name: DocumentName, variables: Variables = {}): Promise<Shown> {
  // Until the garbage is collected, a store keeps only what is retained.
  environment.retain(createOperationDescriptor(compiled(name), variables));
  const asked = fetchQuery(environment, tagged(name), variables, { fetchPolicy: 'store-or-network' }).toPromise();
  return shown(asked.then((data) => ({ data, errors: [] })));
}

interface Failed {
  readonly source?: { readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[] };
}

async function shown(asked: Promise<{ readonly data: unknown; readonly errors: readonly unknown[] }>): Promise<Shown> {
  try {
    const { data, errors } = await asked;
    return { data: plain(data), codes: errors.map((error) => String((error as { extensions?: { code?: string } }).extensions?.code)) };
  } catch (error) {
    const codes = (error as Failed).source?.errors?.map(({ extensions }) => String(extensions?.code));
    return { data: undefined, codes: codes ?? [(error as Error).message] };
  }
}
