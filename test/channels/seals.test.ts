import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../src/database/demo/personas.ts';
import { secret } from '../../src/database/secrets.ts';
import { createPseudonyms } from '../../src/records/pseudonyms.ts';
import { testCluster } from '../helpers/cluster.ts';
import { openWorld, type Seen, type Step, type World } from '../helpers/world.ts';

// Three worlds. In the first the police read the resident under a sealed order, and then the resident asks the
// helpdesk in confidence. In the second all of that is about the neighbour, so that the whole log's numbers are
// alike. In the third nothing of it happens. Whom it is kept from gets the same answers in all of them, byte for
// byte, by the same statements; the third is not asked for what shows the whole log's numbers.
let sealed: World;
let elsewhere: World;
let quiet: World;
const everywhere = (): readonly World[] => [sealed, elsewhere, quiet];
beforeAll(async () => {
  [sealed, elsewhere, quiet] = [await openWorld(), await openWorld(), await openWorld()];
  for (const world of everywhere()) {
    for (const step of ordinary) await good(world, step);
    await order(world);
    for (const step of ordinary) await good(world, step);
    await world.number(false);
  }
});
afterAll(async () => {
  for (const world of everywhere()) await world.close();
});

const sealedUntil = '2026-09-01T00:00:00.000Z';
const extended = '2026-12-01T00:00:00.000Z';
const office = { purpose: 'MANDATE_ADMINISTRATION' } as const;
const counter = { purpose: 'SERVICE_PROVISION', case: matters.encounter } as const;
const rights = { purpose: 'RIGHTS_FULFILMENT', case: matters.request } as const;
const review = { purpose: 'ACCESS_REVIEW' } as const;

const record = 'query($id: ID!) { resident(id: $id) { givenName birthDate tickets { totalCount edges { node { subject } } } } }';
const read = (persona: string, id: string, asked = {}): Step => ({ persona, query: record, asked: { variables: { id }, ...asked } });

/** What happens in every world, before the secret and after. */
const ordinary: readonly Step[] = [
  read('customer-service', cast.resident, counter),
  read('guardian', cast.resident),
  read('resident', cast.resident),
  read('police', cast.resident),
];

async function good(world: World, step: Step): Promise<any> {
  const seen = await world.step(step);
  expect(seen!.answer.errors).toEqual([]);
  return seen!.answer.data;
}

/** Makes the secret's steps about whom it is in this world, or takes their time. */
type Act = (about: (subject: { readonly id: string; readonly persona: string }) => Step) => Promise<any>;

function actIn(world: World): Act {
  const subject =
    world === sealed
      ? { id: cast.resident, persona: 'resident' }
      : world === elsewhere
        ? { id: cast.neighbour, persona: 'neighbour' }
        : undefined;
  return async (about) => (subject ? good(world, about(subject)) : world.step(undefined));
}

const change = (persona: string, field: string, input: object, asks: string, asked = {}): Step => {
  const type = field.replace(/^./, (letter) => letter.toUpperCase());
  return {
    persona,
    query: `mutation($input: ${type}Input!) { ${field}(input: $input) { ${asks} } }`,
    asked: { variables: { input }, ...asked },
  };
};
/** Just the newest, so that the person is on the page for the secret's sake alone. */
const newest = (persona: string, asked = {}): Step => ({
  persona,
  query: '{ accessEntries(first: 2) { edges { node { role subjects { pseudonym relationship released } } } } }',
  asked,
});

/** What a review and an audit of the newest entries said, in which world. */
const reviewed: [World, any][] = [];
const reviewers = [`PRIVACY_OFFICER ${cast.privacyOfficer} ACCESS_REVIEW`, `CONTROL_AGENCY ${cast.auditor} CONTROL_AUDIT`] as const;
const pseudonym = (reader: string, id: string): string =>
  createPseudonyms(secret(testCluster().dataDirectory, 'pseudonyms')).name(reader, id);

/** Whom the review and the audit found in a world, each with the role by which these had been seen. */
function whomTheySaw(world: World): string[][] {
  const found = reviewed.filter(([where]) => where === world).map(([, data]) => data.accessEntries.edges);
  return found.map((edges) => edges.flatMap(({ node }: any) => node.subjects.map((subject: any) => `${node.role} ${subject.pseudonym}`)));
}

/** An order is prepared, approved, used, extended, and what it left in the log is reviewed and audited. */
async function order(world: World): Promise<void> {
  const act = actIn(world);
  await act(({ id }) => read('privacy-officer', id, office));
  const recorded = await act(({ id }) =>
    change(
      'privacy-officer',
      'recordMandate',
      {
        kind: 'COURT_ORDER',
        reference: 'KB-4000',
        issuer: 'Court',
        partnerId: cast.police,
        subjectIds: [id],
        categories: ['NAME', 'BIRTH_DATE', 'SUPPORT_HISTORY'],
        validFrom: '2026-06-01T00:00:00Z',
        validUntil: '2026-07-01T00:00:00Z',
        sealedUntil,
      },
      'mandate { id subjects { givenName } }',
      office,
    ),
  );
  const mandateId: string = recorded?.recordMandate.mandate.id;
  for (const officer of ['privacy-officer-2', 'privacy-officer-3'])
    await act(() => change(officer, 'approveMandate', { mandateId }, 'mandate { status sealedUntil }', office));
  const police = { mandate: mandateId };
  await act(({ id }) => read('police', id, police));
  const everything =
    'mandate(id: $id) { subjects { id } } residents { edges { node { givenName } } } tickets { edges { node { subject messages { body } } } }';
  await act(() => ({ persona: 'police', query: `query($id: ID!) { ${everything} }`, asked: { ...police, variables: { id: mandateId } } }));
  for (const step of [newest('privacy-officer', review), newest('auditor')]) reviewed.push([world, await act(() => step)]);
  await act(() => change('privacy-officer-2', 'extendSeal', { mandateId, sealedUntil: extended }, 'mandate { id }', office));
  for (const officer of ['privacy-officer', 'privacy-officer-3'])
    await act(() => change(officer, 'approveSeal', { mandateId }, 'mandate { id sealedUntil }', office));
}

const numberless =
  'at role purpose authority outcome statementVersion partner { id name role } employee { id givenName } subjects { pseudonym relationship released withheld }';
const list = (name: string, fields: string): string =>
  `query($first: Int = 20, $after: String) { ${name}(first: $first, after: $after) { totalCount pageInfo { hasNextPage } ${fields} } }`;

interface Reading {
  readonly persona: string;
  readonly asked?: object;
}

/** Whom an order is kept from: the person, who looks after the person, and who answers the person. */
const kept: readonly Reading[] = [{ persona: 'resident' }, { persona: 'guardian' }, { persona: 'privacy-officer', asked: rights }];

/** Asks the same in every world, so that they stay alike, and compares these. */
async function alike(worlds: readonly World[], step: Step): Promise<Seen> {
  const seen = new Map<World, Seen>();
  // In turn: whoever listens at the driver listens alone.
  for (const world of everywhere()) seen.set(world, (await world.step(step))!);
  const [first, ...others] = worlds.map((world) => seen.get(world)!);
  for (const other of others) {
    expect(other.whole).toBe(first!.whole);
    expect(other.statements).toEqual(first!.statements);
  }
  return first!;
}

async function everyPage(
  worlds: readonly World[],
  { persona, asked = {} }: Reading,
  query: string,
  name: string,
  first: number,
): Promise<number> {
  let entries = 0;
  for (let after: string | null = null; ;) {
    const { answer }: Seen = await alike(worlds, { persona, query, asked: { ...asked, variables: { first, after } } });
    expect(answer.errors).toEqual([]);
    const { edges, pageInfo } = answer.data[name];
    entries += edges.length;
    if (!pageInfo.hasNextPage) return entries;
    after = pageInfo.endCursor;
  }
}

/** Asks in every world, and gives what one of them says. */
async function inWorld(world: World, step: Step): Promise<any> {
  const told = new Map<World, any>();
  for (const one of everywhere()) told.set(one, await good(one, step));
  return told.get(world);
}

/** All entries that a reader finds in one world. */
async function logOf(world: World, { persona, asked = {} }: Reading): Promise<any[]> {
  const query = list('accessEntries', `pageInfo { endCursor } edges { node { ${numberless} } }`);
  const entries: any[] = [];
  for (let after: string | null = null; ;) {
    const { edges, pageInfo } = (await inWorld(world, { persona, query, asked: { ...asked, variables: { first: 100, after } } }))
      .accessEntries;
    entries.push(...edges.map(({ node }: any) => node));
    if (!pageInfo.hasNextPage) return entries;
    after = pageInfo.endCursor;
  }
}

describe('clause police: reads under a sealed order', () => {
  test('are there for the review and for the audit, about that very person', () => {
    for (const [world, id] of [
      [sealed, cast.resident],
      [elsewhere, cast.neighbour],
    ] as const) {
      for (const [at, reader] of reviewers.entries()) expect(whomTheySaw(world)[at]).toContain(`LAW_ENFORCEMENT ${pseudonym(reader, id)}`);
    }
  });

  describe.each(kept)('are absent for: $persona', (reader) => {
    test.each(['accessEntries', 'disclosures'])('from all that %s tells', async (name) => {
      const shown = `edges { node { id ${numberless} } }`;
      for (const first of [1, 2, 3, 100]) {
        const { answer } = await alike(everywhere(), {
          persona: reader.persona,
          query: list(name, shown),
          asked: { ...reader.asked, variables: { first } },
        });
        expect(answer.errors).toEqual([]);
        expect(answer.data[name].edges.length).toBeGreaterThan(0);
      }
      for (const fields of ['', 'edges { node { at } }', 'edges { node { subjects { released } } }'])
        await alike(everywhere(), { persona: reader.persona, query: list(name, fields), asked: { ...reader.asked } });
    });

    test.each(['accessEntries', 'disclosures'])('from every page of %s, its numbers and cursors', async (name) => {
      const shown = `pageInfo { endCursor } edges { cursor node { id number ${numberless} } }`;
      const counts = [];
      for (const first of [1, 2, 3, 5, 20]) counts.push(await everyPage([sealed, elsewhere], reader, list(name, shown), name, first));
      expect(Math.min(...counts)).toBeGreaterThanOrEqual(2);
    });

    test('and whatever is asked for wrongly', async () => {
      for (const variables of [{ first: 0 }, { first: 101 }, { after: 'x' }]) {
        const { answer } = await alike(everywhere(), {
          persona: reader.persona,
          query: list('accessEntries', 'edges { cursor }'),
          asked: { ...reader.asked, variables },
        });
        expect(answer.errors).toHaveLength(1);
      }
    });
  });

  test('nor does a resident reach the order itself', async () => {
    for (const field of ['mandate(id: "70000000-0000-4000-8000-000000000004") { sealedUntil }', 'sealsToReview { id }']) {
      for (const persona of ['resident', 'guardian']) {
        const { answer } = await alike(everywhere(), { persona, query: `{ ${field} }` });
        expect(answer.codes).toEqual(['FIELD_NOT_PERMITTED']);
      }
    }
  });
});

/** A ticket is opened in confidence, taken, read, answered, closed, and what it left in the log is reviewed. */
async function ticket(world: World): Promise<void> {
  const act = actIn(world);
  const input = { topic: 'OTHER', subject: 'In confidence', body: 'Please tell nobody', sensitive: true };
  const opened = await act(({ persona }) => change(persona, 'openTicket', input, 'ticket { id }'));
  const id: string = opened?.openTicket.ticket.id;
  const helpdesk = { purpose: 'CUSTOMER_SUPPORT' } as const;
  const onTicket = { ...helpdesk, case: id };
  const look = (persona: string, asked = {}): Step => ({
    persona,
    query: 'query($id: ID!) { ticket(id: $id) { number subject sensitive messages { body author { __typename } } requester { id } } }',
    asked: { variables: { id }, ...asked },
  });
  await act(() => change('support', 'assignTicket', { ticketId: id }, 'ticket { number }', helpdesk));
  await act(() => look('support', onTicket));
  await act((subject) => read('support', subject.id, onTicket));
  await act(() => change('support', 'markTicketSensitive', { ticketId: id }, 'ticket { sensitive }', onTicket));
  await act(() => change('support', 'replyToTicket', { ticketId: id, body: 'We tell nobody' }, 'ticket { number }', onTicket));
  await act(({ persona }) => look(persona));
  await act(({ persona }) => change(persona, 'replyToTicket', { ticketId: id, body: 'Thank you' }, 'ticket { number }'));
  await act(() => change('support', 'closeTicket', { ticketId: id }, 'ticket { number }', helpdesk));
  for (const step of [newest('privacy-officer', review), newest('auditor')]) reviewed.push([world, await act(() => step)]);
}

describe('clause helpdesk: a minor’s sensitive ticket', () => {
  const guardian = { persona: 'guardian' } as const;
  let opened: string;

  beforeAll(async () => {
    for (const world of everywhere()) {
      await world.number(true);
      await ticket(world);
      for (const step of ordinary) await good(world, step);
      await world.number(false);
    }
    const [row] = await sealed.gateway.database.asOwner<{ id: string }>('select id from recreation.ticket where sensitive');
    opened = row!.id;
  });

  test('is there for the minor, with all reads of it, and they are for the review', async () => {
    const shown = 'query($id: ID!) { ticket(id: $id) { id sensitive } tickets(first: 1) { edges { node { id } } } }';
    const data = await inWorld(sealed, { persona: 'resident', query: shown, asked: { variables: { id: opened } } });
    expect(data).toEqual({ ticket: { id: opened, sensitive: true }, tickets: { edges: [{ node: { id: opened } }] } });
    const ofSupport = (entries: any[]): any[] => entries.filter(({ role }) => role === 'SUPPORT');
    expect(ofSupport(await logOf(sealed, { persona: 'resident' }))).toHaveLength(6);
    expect(whomTheySaw(sealed)[2]).toContain(`SUPPORT ${pseudonym(reviewers[0], cast.resident)}`);
    expect(ofSupport(await logOf(quiet, { persona: 'resident' }))).toHaveLength(0);
  });

  test.each(['accessEntries', 'disclosures'])('is absent for the guardian from all that %s tells', async (name) => {
    for (const first of [1, 4, 100]) {
      const step = { ...guardian, query: list(name, `edges { node { id ${numberless} } }`), asked: { variables: { first } } };
      expect((await alike(everywhere(), step)).answer.data[name].edges.length).toBeGreaterThan(0);
    }
    const shown = `pageInfo { endCursor } edges { cursor node { id number ${numberless} } }`;
    for (const first of [9, 50]) expect(await everyPage([sealed, elsewhere], guardian, list(name, shown), name, first)).toBeGreaterThan(2);
  });

  test('and from the tickets: lists, counts, filters, pages, messages, and by its id', async () => {
    const fields = 'number topic status openedAt closedAt subject sensitive assignee { id } requester { id } messages { id body sentAt }';
    const page = `totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id ${fields} } }`;
    for (const status of ['OPEN', 'CLOSED', null])
      for (const first of [1, 2, 100]) {
        const query = `query($status: TicketStatus, $first: Int) { tickets(status: $status, first: $first) { ${page} } }`;
        await alike(everywhere(), { ...guardian, query, asked: { variables: { status, first } } });
      }
    await everyPage(
      everywhere(),
      guardian,
      `query($first: Int, $after: String) { tickets(first: $first, after: $after) { ${page} } }`,
      'tickets',
      1,
    );
    const below = `query($id: ID!, $first: Int, $after: String) { resident(id: $id) { tickets(first: $first, after: $after) { ${page} } } }`;
    for (const first of [1, 100]) {
      const { answer } = await alike(everywhere(), { ...guardian, query: below, asked: { variables: { id: cast.resident, first } } });
      const { totalCount, pageInfo } = answer.data.resident.tickets;
      expect(totalCount).toBe(2);
      if (!pageInfo.hasNextPage) continue;
      const after = pageInfo.endCursor;
      await alike(everywhere(), { ...guardian, query: below, asked: { variables: { id: cast.resident, first, after } } });
    }
    const one = await alike(everywhere(), {
      ...guardian,
      query: `query($id: ID!) { ticket(id: $id) { ${fields} } }`,
      asked: { variables: { id: opened } },
    });
    expect(one.answer.data).toEqual({ ticket: null });
  });
});

describe('after its date', () => {
  beforeAll(() => {
    for (const world of everywhere()) world.moveTo(new Date(extended));
  });

  test('every read under the order appears, and what was done about it', async () => {
    for (const reader of [{ persona: 'resident' }, { persona: 'guardian' }]) {
      const entries = (await logOf(sealed, reader)).filter(({ subjects }) => subjects.length > 0);
      expect(entries.filter(({ role }) => role === 'LAW_ENFORCEMENT').length).toBeGreaterThanOrEqual(5);
      expect(entries.filter(({ purpose }) => purpose === 'MANDATE_ADMINISTRATION')).toHaveLength(7);
      expect((await logOf(elsewhere, reader)).filter(({ purpose }) => purpose === 'MANDATE_ADMINISTRATION')).toHaveLength(0);
    }
  });
});
