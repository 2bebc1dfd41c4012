import { town } from '../../src/town/index.ts';
import { beforeAll, expect, test } from '@jest/globals';
import { cast, matters } from '../../demo/personas.ts';
import { buildSchema } from '../../src/server/spine/document/build-schema.ts';
import { allCategories } from '../../src/town/policy/words/categories.ts';
import { testToday } from '../helpers/database/cluster.ts';
import type { Asked } from '../helpers/gateway/gateway.ts';
import { useGateway } from '../helpers/gateway/use-gateway.ts';
import { readMatrixFile } from '../helpers/policy/matrix-file.ts';
import { sampled } from '../helpers/values/sampled.ts';
import { truthAbout, type Truth } from '../helpers/values/truth.ts';
import { valuesSeenIn, together, wholeQueries } from '../helpers/asking/whole-operation.ts';

// Clause `police`: exactly the categories that the order lists, one by one. And exactly the people whom a token names.
const { schema, markings } = buildSchema(town);
const listed = new Set(readMatrixFile().flatMap(({ role, category }) => (role === 'LAW_ENFORCEMENT' ? [category] : [])));
const nameable = allCategories.filter((category) => listed.has(category));
const queries = wholeQueries(
  schema,
  {
    'Query.resident': '(id: $subject)',
    'Query.ticket': `(id: "${matters.ticket}")`,
    'Query.mandate': `(id: "${matters.courtOrder}")`,
    'Query.node': '(id: $subject)',
  },
  '$subject: ID!',
);

let truth: Truth;
const gateway = useGateway();
beforeAll(async () => {
  truth = await truthAbout(gateway.database, cast.resident, testToday);
});

const ordered = nameable.filter((category) => category !== 'EXISTENCE');
test.each(sampled(ordered, 6))(
  'a token that names only %s, or only its fields, or whose client may have only it, shows only that category of an order that lists all',
  async (named) => {
    await gateway.database.asOwner('update recreation.mandate set categories = $2 where id = $1', [matters.courtOrder, nameable]);
    const fields = [...markings.outputs.values()].filter(({ category }) => category === named).map(({ coordinate }) => coordinate);
    const ofToken = fields.filter((coordinate) => coordinate.includes('.'));
    await expect(showsOnly(named, { details: { categories: [named] } })).resolves.toBeUndefined();
    await expect(showsOnly(named, { details: { fields: ofToken } })).resolves.toBeUndefined();
    await expect(showsOnly(named, { registered: [named] })).resolves.toBeUndefined();
  },
);

test.each(sampled(ordered, 6, 1))('an order that lists only %s shows only that category', async (named) => {
  await gateway.database.asOwner('update recreation.mandate set categories = $2 where id = $1', [matters.courtOrder, [named]]);
  await expect(showsOnly(named)).resolves.toBeUndefined();
});

test.each(['police', 'maintenance-agent', 'credit-agency', 'collection-agency'])(
  'a token of %s that names one person of its mandate shows no one else at any field',
  async (persona) => {
    await gateway.database.asOwner('update recreation.mandate set categories = $2 where id = $1', [matters.courtOrder, nameable]);
    const listed = await gateway.ask(persona, '{ residents { edges { node { id } } } }');
    const [named, other] = listed.data.residents.edges.map(({ node }: any): string => node.id);
    expect([named, other]).toEqual([expect.any(String), expect.any(String)]);
    const ask = async (subject: string, limits: Pick<Asked, 'details'> = {}): Promise<any> =>
      together(await Promise.all(queries.map((query) => gateway.ask(persona, query, { variables: { subject }, ...limits })))).data;
    const textsIn = (data: unknown): string[] => [...valuesSeenIn(data).values()].flat().map(String);
    const limits = { details: { subjects: [named] } };
    // Without the limit, both are shown.
    const shown = await ask(other);
    expect(textsIn(shown.Query__resident).length).toBeGreaterThan(1);
    const ofNamed = await ask(named, limits);
    expect(textsIn(ofNamed.Query__resident)).toContain(named);
    // Values that the named person's record has too tell nothing.
    const common = new Set(textsIn(ofNamed));
    const own = textsIn(shown.Query__resident).filter((text) => !common.has(text));
    expect(own).toContain(other);
    const ofOther = await ask(other, limits);
    expect(ofOther).toMatchObject({ Query__resident: null, Query__node: null });
    expect(textsIn(ofOther).filter((text) => own.includes(text))).toEqual([]);
  },
);

async function showsOnly(named: string, limits: Pick<Asked, 'details' | 'registered'> = {}): Promise<void> {
  const asked = queries.map((query) => gateway.ask('police', query, { variables: { subject: cast.resident }, ...limits }));
  const { data } = together(await Promise.all(asked));
  const inSubject = valuesSeenIn(data.Query__resident);
  let seen = 0;
  for (const [coordinate, value] of truth) {
    // Ids are pseudonyms. The name of a household member needs HOUSEHOLD as well, and a payment PURCHASE.
    if (coordinate.endsWith('.id') || /^(HouseholdMember|Payment)\./.test(coordinate)) continue;
    const expected = markings.outputs.get(coordinate)!.category === named;
    expect({ coordinate, seen: (inSubject.get(coordinate) ?? []).map(String).includes(value) }).toEqual({ coordinate, seen: expected });
    if (expected) seen += 1;
  }
  // No field of HOUSEHOLD has a searchable value.
  expect(seen > 0 || named === 'HOUSEHOLD').toBe(true);
  const allowed = new Set([named, 'EXISTENCE']);
  for (const coordinate of valuesSeenIn(data).keys()) {
    const category = markings.outputs.get(coordinate)?.category;
    expect({ coordinate, allowed: category === undefined || allowed.has(category) }).toEqual({ coordinate, allowed: true });
  }
}
