import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cast, matters } from '../../demo/personas.ts';
import { useGateway } from '../helpers/gateway/use-gateway.ts';
import { until } from '../helpers/time/until.ts';
import { documents, type DocumentName } from './drivers/documents.ts';
import { plain, type Driven, type Driver, type Screen, type Variables } from './drivers/driver.ts';
import { drivers } from './drivers/drivers.ts';
import { settled } from './drivers/settled.ts';

// Over sequences of sign-ins, purposes, cases and queries, each screen shows what the gateway would answer at that moment without a
// cache, and nothing once the case or the session has ended. The gateway's own answers are compared with the matrix elsewhere
// (test/exhaustive/).

const people = ['customer-service', 'resident', 'support'] as const;
const purposes: Readonly<Record<(typeof people)[number], readonly string[]>> = {
  'customer-service': ['SERVICE_PROVISION', 'PAYMENT', 'AGE_VERIFICATION'],
  resident: ['SELF_SERVICE'],
  support: ['CUSTOMER_SUPPORT'],
};
const queries = ['Profile', 'Contact', 'Balance', 'Search', 'Served', 'Me', 'People'] as const;
const variables = { id: cast.resident };

const show = fc.record({ kind: fc.constant('show' as const), purpose: fc.nat(2), inCase: fc.boolean(), name: fc.constantFrom(...queries) });
const action = fc.oneof(
  { weight: 8, arbitrary: show },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('start' as const), purpose: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('end' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('sign in' as const), who: fc.constantFrom(...people) }) },
);
type Action = typeof action extends fc.Arbitrary<infer One> ? One : never;

/** The operation, the principal, the purpose and the case. */
interface Asked {
  readonly who: (typeof people)[number];
  readonly purpose: string;
  readonly case: string | undefined;
  readonly name: DocumentName;
}

/** The clerk's newest encounter; it may have ended. */
let encounter: string = matters.encounter;
let truths = new Map<string, Promise<unknown>>();
const gateway = useGateway();

/** The data that the gateway answers without a cache; undefined: none. */
function truth(asked: Asked): Promise<unknown> {
  const key = JSON.stringify(asked);
  const known = truths.get(key) ?? ask(asked);
  truths.set(key, known);
  return known;
}

async function ask({ who, purpose, case: id, name }: Asked): Promise<unknown> {
  const { data } = await gateway.ask(who, documents[name], { variables, purpose, ...(id !== undefined && { case: id }) });
  return something(data);
}

/** The data; undefined where each root field is null, which is as good as none. */
function something(data: any): unknown {
  const shown: object | undefined = plain(data);
  return shown && Object.values(shown).some((value) => value !== null) ? shown : undefined;
}

/** Whether each value that is shown is one of the truth's, at the same place. */
function isWithin(shown: unknown, true_: unknown): boolean {
  if (shown === undefined || shown === null) return true;
  if (typeof shown !== 'object') return shown === true_;
  const there = typeof true_ === 'object' && true_ !== null ? (true_ as Record<string, unknown>) : {};
  return Object.entries(shown).every(([name, value]) => isWithin(value, there[name]));
}

function partitionOf({ purpose, case: id }: Asked) {
  return { purpose, ...(id !== undefined && { case: id }) };
}

/** Plays actions with the clients of sessions, and compares each screen with the truth after each. */
async function play(driver: Driver, actions: readonly Action[]): Promise<void> {
  let who: Asked['who'] = 'customer-service';
  let session = await open(who);
  const screens: { readonly asked: Asked; readonly screen: Screen; readonly session: typeof session }[] = [];
  const compare = async (): Promise<void> => {
    await settled();
    for (const { asked, screen, session: own } of screens) {
      const expected = own.endedBy === undefined ? await truth(asked) : undefined;
      expect([asked, isWithin(screen.shown(), expected)]).toEqual([asked, true]);
      const isThere = (): boolean => JSON.stringify(something(screen.shown())) === JSON.stringify(expected);
      // Answers that come too late are tested below.
      await until(isThere).catch(() => undefined);
      expect([asked, something(screen.shown())]).toEqual([asked, expected]);
    }
  };
  const change = async (client: unknown, name: DocumentName, input: Variables): Promise<any> => {
    if (client === undefined) return undefined;
    truths = new Map();
    return (await driver.drive(client).change(name, input)).data;
  };

  async function open(name: Asked['who']) {
    const token = await gateway.token(name);
    return driver.openSession({ url: gateway.url, token: () => token });
  }

  try {
    for (const one of actions) {
      if (one.kind === 'sign in') {
        session.end();
        ({ who } = one);
        session = await open(who);
      }
      if (one.kind === 'start' && who === 'customer-service') {
        const data = await change(session.begin({ purpose: purposes[who][one.purpose]! }), 'StartEncounter', variables);
        encounter = data.startEncounter.encounter.id;
      }
      if (one.kind === 'end' && who === 'customer-service') {
        // The purpose of an encounter is known to the gateway alone.
        for (const purpose of purposes[who]) await change(session.client({ purpose, case: encounter }), 'EndEncounter', { id: encounter });
      }
      if (one.kind === 'show') {
        const purpose = purposes[who][one.purpose % purposes[who].length]!;
        const named = who === 'support' ? matters.ticket : encounter;
        const asked: Asked = { who, purpose, case: one.inCase && who !== 'resident' ? named : undefined, name: one.name };
        const client: unknown = session.client(partitionOf(asked));
        if (client !== undefined) {
          const driven: Driven = driver.drive(client);
          screens.push({ asked, screen: driven.watch(one.name, variables), session });
          expect([asked, something((await driven.read(one.name, variables)).data)]).toEqual([asked, await truth(asked)]);
        } else expect([asked, await truth(asked)]).toEqual([asked, undefined]);
      }
      await compare();
    }
    session.end();
    await compare();
  } finally {
    session.end();
    for (const { screen } of screens) screen.close();
  }
}

const runs = { numRuns: 6, endOnFailure: true } as const;
const sequences = fc.array(action, { minLength: 4, maxLength: 14 });

describe.each(drivers)('%s', (_name, driver) => {
  test('shows what is permitted at that moment, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(sequences, (actions) => play(driver, actions)),
      runs,
    );
  });

  test('with one cache for all, shows something else', async () => {
    const { begun } = await gateway
      .ask('customer-service', documents.StartEncounter, { variables, purpose: 'SERVICE_PROVISION' })
      .then(({ data }) => ({ begun: data.startEncounter.encounter.id as string }));
    encounter = begun;
    truths = new Map();
    const reads = fc.array(show, { minLength: 2, maxLength: 20 });
    const property = fc.asyncProperty(reads, async (shows) => {
      const plainly = driver.openPlain(gateway.url, `Bearer ${await gateway.token('customer-service')}`);
      for (const { purpose: index, inCase, name } of shows) {
        const purpose = purposes['customer-service'][index]!;
        const asked: Asked = { who: 'customer-service', purpose, case: inCase ? encounter : undefined, name };
        const headers = { 'privacy-purpose': purpose, ...(inCase && { 'privacy-case': encounter }) };
        const { data } = await plainly(headers).read(name, variables);
        expect(something(data)).toEqual(await truth(asked));
      }
    });
    expect((await fc.check(property, { numRuns: 30, endOnFailure: true })).failed).toBe(true);
  });
});
