import { town } from '../../src/town/index.ts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../demo/personas.ts';
import { buildSchema } from '../../src/server/spine/document/build-schema.ts';
import type { Answered, Asked } from '../helpers/gateway/gateway.ts';
import { openSituations, type Situations } from '../helpers/asking/situations.ts';
import { askFrom, standpoints as all, type Standpoint } from '../helpers/asking/standpoints.ts';
import { addStranger, stranger } from '../helpers/asking/stranger.ts';
import { sampled } from '../helpers/values/sampled.ts';
import { wholeQueries } from '../helpers/asking/whole-operation.ts';

// `extensions.privacy` depends on the plan alone: the principal, the purpose and the operation.
let situations: Situations;
beforeAll(async () => {
  situations = await openSituations();
});
afterAll(() => situations.gateway.close());

const { schema, markings } = buildSchema(town);
const standpoints = sampled(all, 8);
/** The part of the standpoints that is asked from. */
const part = standpoints.length / all.length;
/** A query for one person and nothing else. The queries for everything always find some person. */
const alone = `query ($person: ID!) {
  Query__resident: resident(id: $person) {
    Resident__givenName: givenName Resident__birthDate: birthDate Resident__email: email Resident__account: account { Account__balance: balance }
  }
}`;
const everything = wholeQueries(
  schema,
  {
    'Query.resident': '(id: $person)',
    'Query.ticket': `(id: "${matters.ticket}")`,
    'Query.mandate': `(id: "${matters.courtOrder}")`,
    'Query.residents': '(first: 2)',
    'Query.accounts': '(first: 2)',
    'Query.tickets': '(first: 2)',
    'Query.requests': '(first: 2)',
  },
  '$person: ID!',
);
const absent = '10000000-0000-4000-8000-00000000ffff';
// The ticket that is a case stays: without it there is no case.
const emptied = `truncate recreation.payment, recreation.purchase, recreation.ticket_message, recreation.ticket_read; delete from recreation.household_member;
  delete from recreation.ticket where id <> '${matters.ticket}'; delete from recreation.guardianship;
  update recreation.resident set email = null, phone = null, mobile_phone = null, street = null, locality = null, postal_code = null`;

/** Whether a null stands at a path without lists. */
function isNullAt(data: unknown, [name, ...rest]: readonly string[]): boolean {
  if (name === undefined) return data === null;
  return typeof data === 'object' && data !== null && name in data && isNullAt((data as Record<string, unknown>)[name], rest);
}

/** The standpoint, with a report of everything that depends on the data subject. */
function reporting(standpoint: Standpoint): Standpoint {
  return { ...standpoint, asked: { ...standpoint.asked, report: 'full' } };
}

/** The extensions of each standpoint's answers, as text, to the queries for everything and to the query for one person. */
async function extensionsOf(person: string): Promise<string[]> {
  const answers: Answered[] = [];
  // In turns: the gateway admits no more at once.
  for (const standpoint of standpoints) {
    const asked = [...everything, alone].map((query) => askFrom(situations.gateway, reporting(standpoint), query, { person }));
    answers.push(...(await Promise.all(asked)));
  }
  return answers.map(({ text }) => /"extensions":(\{"privacy":.*)\}\s*$/s.exec(wholeBody(text))![1]!);
}

function wholeBody(text: string): string {
  return text.replace(/"receipt":\{[^}]*\}[^}]*\}/, '"receipt":{}');
}

describe('the list of what is withheld', () => {
  // Whole operations: on a machine that does much else it takes minutes.
  test('is the same for every data subject, with data and without', async () => {
    const seen = await extensionsOf(cast.resident);
    for (const person of [cast.protectedPerson, absent]) expect(await extensionsOf(person)).toEqual(seen);
    expect(await situations.during(addStranger('1999-01-01T12:00:00Z'), () => extensionsOf(stranger.id))).toEqual(seen);
    expect(await situations.during(emptied, () => extensionsOf(cast.resident))).toEqual(seen);

    const lists = seen.map((text) => (JSON.parse(text) as { privacy: Answered['privacy'] }).privacy);
    expect(lists.filter(({ withheld }) => withheld.length > 0).length).toBeGreaterThan(20 * part);
    const known = (coordinate: string): boolean => markings.outputs.has(coordinate) || markings.inputs.has(coordinate);
    const names = new Set([...everything.join('\n').matchAll(/(\w+): /g)].map(([, name]) => name!));
    for (const { withheld, conditional = [], ...rest } of lists) {
      // The list holds only schema coordinates, response names of the document, and codes. The extensions have no further key.
      expect(withheld.filter(({ coordinate, reason = '' }) => !known(coordinate) || !/^[A-Z_]+$/.test(reason))).toEqual([]);
      expect(conditional.filter(({ coordinate, reason }) => !known(coordinate) || reason !== undefined)).toEqual([]);
      expect([...withheld, ...conditional].flatMap(({ paths }) => paths.flat()).filter((name) => !names.has(name) && name !== '*')).toEqual(
        [],
      );
      expect(Object.keys(rest).filter((key) => !['purpose', 'case', 'notice', 'noticeCode', 'receipt'].includes(key))).toEqual([]);
    }
  }, 360_000);
});

describe('withheld fields reported as errors, or by rejecting the operation', () => {
  const query =
    'query ($id: ID!) { resident(id: $id) { givenName birthDate account { balance } purchases { edges { node { amount } } } } }';
  const people = [cast.resident, cast.neighbour, cast.protectedPerson, absent];
  const asked = async (standpoint: Standpoint, id: string, withheld: NonNullable<Asked['withheld']>) => {
    const { status, data, errors, privacy } = await askFrom(situations.gateway, standpoint, query, { id }, withheld);
    const is = ({ extensions }: Answered['errors'][number]): boolean => /WITHHELD/.test(extensions.code);
    const refused = new Set(errors.filter((error) => !is(error)).map(({ path }) => JSON.stringify(path)));
    return { status, data, privacy, refused, withheld: errors.filter(is) };
  };

  test('reject: the refusal is the same for a visible, a hidden and an absent person', async () => {
    for (const standpoint of standpoints) {
      const [seen, ...others] = await Promise.all(people.map((id) => asked(standpoint, id, 'reject')));
      for (const { status, withheld } of others) expect({ status, withheld }).toEqual({ status: seen!.status, withheld: seen!.withheld });
    }
  });

  // A decision: an error has a real path, so there is one for each null of the data and none below an object that is null. The data tells
  // which objects are null, and the plan tells which of their fields are withheld: the errors say nothing else.
  test('error: the errors follow from the data next to them and the plan', async () => {
    let found = 0;
    for (const standpoint of standpoints) {
      for (const id of people) {
        const { data, privacy, refused, withheld } = await asked(standpoint, id, 'error');
        if (!data) continue;
        const nulls = privacy.withheld.flatMap(({ paths }) => paths).filter((path) => isNullAt(data, path));
        // A refused root field has its own error.
        const places = new Set(nulls.map((path) => JSON.stringify(path)).filter((path) => !refused.has(path)));
        expect(new Set(withheld.map(({ path }) => JSON.stringify(path)))).toEqual(places);
        found += places.size;
        if (data.resident === null) expect(withheld.filter(({ path }) => path!.length > 1)).toEqual([]);
      }
    }
    expect(found).toBeGreaterThan(20 * part);
  });
});
