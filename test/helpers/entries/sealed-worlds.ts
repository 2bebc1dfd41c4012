import { expect } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { shownPseudonym } from './shown-pseudonym.ts';
import { openWorld, type Seen, type Step, type World } from '../gateway/world.ts';

/** The data subject of the secret. */
export interface Subject {
  readonly id: string;
  readonly persona: string;
}

/** Runs a step about the data subject of the secret, or only advances the clock in a world without the secret. Returns the answer. */
export type Act = (about: (subject: Subject) => Step) => Promise<any>;

export interface Reading {
  readonly persona: string;
  readonly asked?: object;
}

/**
 * Three worlds. In the first, the secret is about the resident. In the second, the same secret is about the neighbour, so
 * that the numbers of the whole log are equal. In the third, the secret does not happen.
 */
export interface SealedWorlds {
  readonly sealed: World;
  readonly elsewhere: World;
  /** The world without the secret. Its numbers of the whole log differ, so do not compare answers that show them. */
  readonly quiet: World;
  /** All three. */
  readonly everywhere: readonly World[];
  /** Runs a step in every world, so that they stay equal. Asserts that the given worlds give the same answer by the same SQL statements. */
  expectSameAnswer(worlds: readonly World[], step: Step): Promise<Seen>;
  /** Does the same for every page of a list. Returns the number of rows. */
  expectSamePages(worlds: readonly World[], reader: Reading, query: string, name: string, first: number): Promise<number>;
  /** Runs a step in every world. Returns the data of one world's answer. */
  inWorld(world: World, step: Step): Promise<any>;
  /** All entries that a reader finds in one world. */
  logOf(world: World, reader: Reading): Promise<any[]>;
  /** The data subjects that the review and the audit found in a world, each with the role that had seen them before it. */
  reviewedSubjects(world: World): string[][];
  close(): Promise<void>;
}

const counter = { purpose: 'SERVICE_PROVISION', case: matters.encounter } as const;
const review = { purpose: 'ACCESS_REVIEW' } as const;
const record = (more: string): string => `query($id: ID!) { resident(id: $id) { givenName birthDate ${more} } }`;
/** A read of a resident's record. */
export const read = (persona: string, id: string, asked = {}): Step => ({
  persona,
  query: record(''),
  asked: { variables: { id }, ...asked },
});
/** A read of a resident's record with the tickets. */
const readTickets = (persona: string, id: string, asked = {}): Step => ({
  persona,
  query: record('tickets { totalCount edges { node { subject } } }'),
  asked: { variables: { id }, ...asked },
});

/** A mutation by a persona. */
export function change(persona: string, field: string, input: object, asks: string, asked = {}): Step {
  const type = field.replace(/^./, (letter) => letter.toUpperCase());
  const query = `mutation($input: ${type}Input!) { ${field}(input: $input) { ${asks} } }`;
  return { persona, query, asked: { variables: { input }, ...asked } };
}

/** Every field of an entry except its number, which reveals how long the whole log is. */
export const fieldsExceptNumber =
  'at role purpose authority outcome statementVersion partner { id name role } employee { id givenName } subjects { pseudonym relationship released withheld }';

/** A query for a list of the access log. */
export function list(name: string, fields: string): string {
  return `query($first: Int = 20, $after: String) { ${name}(first: $first, after: $after) { totalCount notice pageInfo { hasNextPage } ${fields} } }`;
}

/** A query for the resident's access history, with every field except the cursors, whose keys are numbers of the whole log. */
function history(fields = ''): string {
  const node =
    'entryId at by { role partner { id name } employee { id givenName } } purpose authority why relationship need { kind number mandateKind openedAt closedAt } fields categories case kind';
  const page = `totalCount notice noticeCode coverage { since } pageInfo { hasNextPage } edges { node { ${node} } } ${fields}`;
  return `query($first: Int, $after: String, $includeOwn: Boolean) { resident(id: "${cast.resident}") {
    accessHistory(first: $first, after: $after, includeOwn: $includeOwn) { ${page} } } }`;
}

/** The steps that happen in every world, before the secret and after it. */
const ordinary: readonly Step[] = [
  read('customer-service', cast.resident, counter),
  readTickets('customer-service', cast.resident, counter),
  readTickets('guardian', cast.resident),
  readTickets('resident', cast.resident),
  read('police', cast.resident),
];

/** A read of the newest entries. A page of two shows the data subject only because of the secret. */
const newest = (first: number, persona: string, asked = {}): Step => ({
  persona,
  query: `{ accessEntries(first: ${first}) { edges { node { role subjects { pseudonym relationship released } } } } }`,
  asked,
});

/** A review by a filter that finds the work on the order, and not the ordinary reads next to it. */
const filtered: Step = {
  persona: 'reviewer',
  query: '{ accessEntries(first: 100, filter: { purpose: MANDATE_ADMINISTRATION }) { edges { node { subjects { pseudonym } } } } }',
  asked: review,
};

/** The pseudonyms of a data subject for the review and for the audit. */
export function pseudonymsOf(id: string): string[] {
  return [shownPseudonym('reviewer', id, 'ACCESS_REVIEW'), shownPseudonym('auditor', id, 'CONTROL_AUDIT')];
}

async function dataOf(world: World, step: Step): Promise<any> {
  const seen = await world.step(step);
  expect(seen!.answer.errors).toEqual([]);
  return seen!.answer.data;
}

/**
 * Opens the three worlds, runs the steps of the secret among ordinary reads, has the log reviewed and audited, and stops
 * the numbering of entries. Close them in afterAll.
 * @param further reads of the log in every world, with as many steps in each
 */
export async function openSealedWorlds(
  play: (act: Act) => Promise<void>,
  further: (world: World) => Promise<void> = async () => undefined,
): Promise<SealedWorlds> {
  const [sealed, elsewhere, quiet] = [await openWorld(), await openWorld(), await openWorld()];
  const everywhere = [sealed, elsewhere, quiet];
  const subjects = new Map<World, Subject>([
    [sealed, { id: cast.resident, persona: 'resident' }],
    [elsewhere, { id: cast.neighbour, persona: 'neighbour' }],
  ]);
  const reviewed = new Map<World, any[]>();
  for (const world of everywhere) {
    const subject = subjects.get(world);
    const act: Act = async (about) => (subject ? dataOf(world, about(subject)) : world.step(undefined));
    for (const step of ordinary) await dataOf(world, step);
    await play(act);
    reviewed.set(world, [await act(() => newest(2, 'reviewer', review)), await act(() => newest(2, 'auditor'))]);
    await act(() => filtered);
    // Then whole pages and ordinary steps: the log shows them in every world or in none.
    for (const step of [newest(100, 'reviewer', review), newest(100, 'auditor')]) await dataOf(world, step);
    for (const step of ordinary) await dataOf(world, step);
    await further(world);
    await world.number(false);
  }

  const expectSameAnswer: SealedWorlds['expectSameAnswer'] = async (worlds, step) => {
    const seen = new Map<World, Seen>();
    // One after another: the driver has only one listener at a time.
    for (const world of everywhere) seen.set(world, (await world.step(step))!);
    const [first, ...others] = worlds.map((world) => seen.get(world)!);
    for (const other of others) {
      expect(other.whole).toBe(first!.whole);
      expect(other.statements).toEqual(first!.statements);
    }
    return first!;
  };
  const inWorld: SealedWorlds['inWorld'] = async (world, step) => {
    const answers = new Map<World, unknown>();
    for (const one of everywhere) answers.set(one, await dataOf(one, step));
    return answers.get(world);
  };
  return {
    sealed,
    elsewhere,
    quiet,
    everywhere,
    expectSameAnswer,
    inWorld,
    async expectSamePages(worlds, { persona, asked = {} }, query, name, first) {
      let rows = 0;
      for (let after: string | null = null; ;) {
        const { answer }: Seen = await expectSameAnswer(worlds, { persona, query, asked: { ...asked, variables: { first, after } } });
        expect(answer.errors).toEqual([]);
        const { edges, pageInfo } = answer.data[name];
        rows += edges.length;
        if (!pageInfo.hasNextPage) return rows;
        after = pageInfo.endCursor;
      }
    },
    async logOf(world, { persona, asked = {} }) {
      const query = list('accessEntries', `pageInfo { endCursor } edges { node { ${fieldsExceptNumber} } }`);
      const entries: any[] = [];
      for (let after: string | null = null; ;) {
        const data: any = await inWorld(world, { persona, query, asked: { ...asked, variables: { first: 100, after } } });
        const { edges, pageInfo } = data.accessEntries;
        entries.push(...edges.map(({ node }: any) => node));
        if (!pageInfo.hasNextPage) return entries;
        after = pageInfo.endCursor;
      }
    },
    reviewedSubjects: (world) =>
      reviewed
        .get(world)!
        .map(({ accessEntries }) =>
          accessEntries.edges.flatMap(({ node }: any) => node.subjects.map((subject: any) => `${node.role} ${subject.pseudonym}`)),
        ),
    async close() {
      for (const world of everywhere) await world.close();
    },
  };
}

/** Reads the resident's access history in pages of every size. Asserts that the worlds answer the same. Returns the number of reads. */
export async function expectSameHistory(worlds: SealedWorlds, { persona, asked = {} }: Reading, includeOwn: boolean): Promise<number> {
  let reads = 0;
  for (const first of [1, 3, 100]) {
    const variables = { first, includeOwn };
    const { answer } = await worlds.expectSameAnswer(worlds.everywhere, { persona, query: history(), asked: { ...asked, variables } });
    expect(answer.errors).toEqual([]);
    reads = answer.data.resident.accessHistory.totalCount;
    for (let after: string | null = null; ;) {
      const step: Step = { persona, query: history('edges { cursor }'), asked: { ...asked, variables: { ...variables, after } } };
      const page: any = (await worlds.expectSameAnswer([worlds.sealed, worlds.elsewhere], step)).answer.data.resident.accessHistory;
      if (!page.pageInfo.hasNextPage) break;
      after = page.edges.at(-1).cursor;
    }
  }
  return reads;
}
