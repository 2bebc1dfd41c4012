import { cast, matters } from '../../../demo/personas.ts';
import { openGateway, type TestGateway } from '../gateway/gateway.ts';
import { saveRows } from '../database/saved-rows.ts';
import { sharedSchema } from '../gateway/shared-schema.ts';
import { askFrom, standpointNamed, type Standpoint, type StandpointName } from './standpoints.ts';
import { wholeQueries } from './whole-operation.ts';
import { wholeResponse } from './whole-response.ts';

/** A gateway that gives the same operation the same answer, byte for byte, until its records change. */
export interface Situations {
  readonly gateway: TestGateway;
  /** Gives the whole response to an operation from a standpoint. */
  whole(standpoint: Standpoint, query: string, variables?: Record<string, unknown>): Promise<string>;
  /**
   * Asks from standpoints for every field below the query root, before and after a change that is then undone.
   * @param change statements, run as the owner
   * @returns those whose whole response differs
   */
  noticedBy(change: string, among: readonly StandpointName[]): Promise<StandpointName[]>;
  /** Makes a change, asks, and undoes the change. */
  during<T>(change: string, ask: () => Promise<T>): Promise<T>;
}

/** Every root field of the query, with all cursors, counts, orders and values. */
const everything = wholeQueries(
  sharedSchema.schema,
  {
    'Query.resident': '(id: $person)',
    'Query.ticket': '(id: $ticket)',
    'Query.node': '(id: $person)',
    'Query.mandate': '(id: $mandate)',
    'Query.request': `(id: "${matters.request}")`,
    // The cast registered first. Pages are smaller than the lists, so that another page follows.
    'Query.residents': '(first: 12)',
    'Query.accounts': '(first: 5)',
    'Query.tickets': '(first: 8)',
    'Query.requests': '(first: 8)',
    'Query.webVisits': '(first: 3)',
    'Query.service': '(id: "80000000-0000-4000-8000-000000000001")',
    'Query.services': '(first: 3)',
    'Query.mandates': '(first: 4)',
    'Query.partners': '(first: 2)',
  },
  '$person: ID!, $ticket: ID!, $mandate: ID!',
);

/**
 * Opens such a gateway. The cast is on the first page of residents. The access log holds a few entries, and numbers no new
 * ones.
 */
export async function openSituations(): Promise<Situations> {
  const gateway = await openGateway();
  const { database } = gateway;
  await database.asOwner(
    `update recreation.resident set registered_at = '2000-01-01 00:00:00+00'::timestamptz + make_interval(days => right(id::text, 2)::int)
     where id::text like '10000000-%'`,
  );
  await playScene(gateway);
  await database.asOwner('revoke select, delete on access_log.staged from ntk_sequencer');
  const saved = await saveRows(database);

  const whole: Situations['whole'] = async (standpoint, query, variables) =>
    sealed(wholeResponse(await askFrom(gateway, standpoint, query, variables)));
  const everythingFrom = async (standpoint: Standpoint): Promise<string> => {
    const variables = { person: cast.resident, ticket: matters.ticket, mandate: standpoint.asked.mandate ?? matters.courtOrder };
    const responses = [];
    for (const query of everything) responses.push(await whole(standpoint, query, variables));
    return responses.join('\n');
  };
  const during: Situations['during'] = async (change, ask) => {
    await database.asOwner(change);
    try {
      return await ask();
    } finally {
      await saved.restore();
    }
  };
  const before = new Map<StandpointName, string>();
  return {
    gateway,
    whole,
    during,
    noticedBy: async (change, among) => {
      const fromEach = (names: readonly StandpointName[]): Promise<string[]> =>
        Promise.all(names.map((name) => everythingFrom(standpointNamed(name))));
      const first = among.filter((name) => !before.has(name));
      for (const [at, response] of (await fromEach(first)).entries()) before.set(first[at]!, response);
      const now = await during(change, () => fromEach(among));
      return among.filter((name, at) => now[at] !== before.get(name));
    },
  };
}

/**
 * Replaces each cursor by its length: it is sealed with a new nonce each time. Leaves out how much of its read budget a partner has used,
 * since each asking uses more.
 */
function sealed(text: string): string {
  return text
    .replaceAll(/("\w*[cC]ursor":")([\w-]+)"/g, (_whole, name: string, { length }: string) => `${name}${length}"`)
    .replaceAll(/("ReadBudgetWindow__(?:used|left)":)\d+/g, '$1null');
}

/** Makes a few reads, so that the access log is not empty. */
async function playScene(gateway: TestGateway): Promise<void> {
  const person = `{ resident(id: "${cast.resident}") { givenName email } }`;
  await gateway.ask('guardian', person);
  await gateway.sequence();
  await gateway.ask('police', '{ residents { edges { node { givenName email } } } }');
  await gateway.sequence();
  await gateway.ask('customer-service', '{ residents(filter: { familyName: "F" }) { edges { node { givenName } } } }', {
    purpose: 'SERVICE_PROVISION',
  });
  await gateway.sequence();
}
