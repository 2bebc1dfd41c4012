import { town } from '../../src/town/index.ts';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters, personas } from '../../demo/personas.ts';
import { buildSchema } from '../../src/server/spine/document/build-schema.ts';
import { Purpose, Relationship, Role } from '../../src/town/shared/graphql/generated/schema.ts';
import { testToday } from '../helpers/database/cluster.ts';
import { useGateway } from '../helpers/gateway/use-gateway.ts';
import { readMatrixFile } from '../helpers/policy/matrix-file.ts';
import { addValuesToWithhold, truthAbout, type Truth } from '../helpers/values/truth.ts';
import { valuesSeenIn, together } from '../helpers/asking/whole-operation.ts';
import { queries } from './queries.ts';
import { sampled } from '../helpers/values/sampled.ts';
import { untrueItems } from './untrue-items.ts';
import { caseOf, inCareOfTheClerk, situationOf, type Situation } from './situation.ts';

const { markings } = buildSchema(town);
const matrix = readMatrixFile();

const subjects = [cast.resident, cast.housemate, cast.clerkAsResident, inCareOfTheClerk];

const truths = new Map<string, Truth>();
const gateway = useGateway();
beforeAll(async () => {
  for (const subject of subjects) {
    await addValuesToWithhold(gateway.database, subject);
    truths.set(subject, await truthAbout(gateway.database, subject, testToday));
  }
  await gateway.database.asOwner(`insert into recreation.guardianship values ($1, $2, '{}', '2026-01-01', null)`, [
    cast.clerkAsResident,
    inCareOfTheClerk,
  ]);
  // An order that lists every category that an order can, so that its whole row of the matrix is tested.
  await gateway.database.asOwner(`update recreation.mandate set categories = $2 where id = $1`, [
    matters.courtOrder,
    [...new Set(matrix.filter(({ role }) => role === 'LAW_ENFORCEMENT').map(({ category }) => category))],
  ]);
});

type Asked = ReturnType<typeof together> & { readonly untrue: readonly string[] };
/** Nothing changes, so the same question in the same situation gets the same answer. */
const asked = new Map<string, Promise<Asked>>();

/** Asks once in each situation: a role has few of the relationships, and is a stranger under all others. */
function ask(role: Role, purpose: Purpose, situation: Situation): Promise<Asked> {
  const key = JSON.stringify([role, purpose, situation]);
  const answer = asked.get(key) ?? askNow(role, purpose, situation);
  asked.set(key, answer);
  return answer;
}

async function askNow(role: Role, purpose: Purpose, situation: Situation): Promise<Asked> {
  if (role === 'CUSTOMER_SERVICE') {
    await gateway.database.asOwner('update recreation.encounter set purpose = $2 where id = $1', [matters.encounter, purpose]);
  }
  const variables = {
    subject: situation.subject,
    ticket: matters.ticket,
    mandate: personas.find(({ persona }) => persona === situation.persona)?.mandates[0] ?? matters.courtOrder,
  };
  const answers = [];
  for (const query of queries) {
    answers.push(
      await gateway.ask(situation.persona, query, {
        variables,
        purpose,
        report: 'full',
        ...(situation.case !== undefined && { case: situation.case }),
      }),
    );
  }
  const known = new Set(truths.get(situation.subject)!.keys());
  return { ...together(answers), untrue: answers.flatMap((answer) => untrueItems(markings, answer, known)) };
}

const lines = new Set(matrix.map(({ role, purpose, relationship, category }) => [role, purpose, relationship, category].join(' ')));

/** Whether the matrix file has such a line. Every condition is true for the data subjects of these tests. */
function listed(...line: readonly [role: string, purpose: string, relationship: string, category: string]): boolean {
  return lines.has(line.join(' '));
}

/** The categories on the path to a value besides its own. */
const further: Readonly<Record<string, readonly string[]>> = {
  Household: ['HOUSEHOLD'],
  HouseholdMember: ['HOUSEHOLD'],
  Payment: ['PURCHASE', 'BALANCE'],
};

/** Whether a value of the data subject is visible: every category on the path to it must be listed. */
function sees(role: Role, purpose: Purpose, { real }: Situation, coordinate: string): boolean {
  const { category } = markings.outputs.get(coordinate)!;
  const [type = ''] = coordinate.split('.');
  return ['EXISTENCE', ...(further[type] ?? []), category].every((one) => listed(role, purpose, real, one));
}

// Clause `agents`, clause `credit` and clause `access`: about any data subject, the row of the statement’s table and no more.
describe.each(Object.values(Role))('%s', (role) => {
  const at = Object.values(Role).indexOf(role);
  describe.each(sampled(Object.values(Purpose), 3, at))('for %s', (purpose) => {
    const from = at + Object.values(Purpose).indexOf(purpose);
    test.each(sampled(Object.values(Relationship), 8, from))('under %s, the role sees what the matrix lists', async (relationship) => {
      const situation = situationOf(role, purpose, relationship);
      const { data, codes, untrue } = await ask(role, purpose, situation);

      const ofSender = role === 'ANONYMOUS' && purpose === 'SELF_SERVICE';
      const allowed = ofSender || personas.some((one) => one.role === role && one.purposes.includes(purpose));
      const foreignCase = situation.case !== undefined && caseOf[situation.real] !== situation.case;
      if (!allowed) expect({ data, codes }).toEqual({ data: undefined, codes: ['PURPOSE_NOT_ALLOWED'] });
      else if (foreignCase) expect({ data, codes }).toEqual({ data: undefined, codes: ['CASE_UNKNOWN'] });
      else expect(data).toBeDefined();
      expect(untrue).toEqual([]);

      // About the data subject, exactly what the file lists. Each value is known to exist.
      const inSubject = valuesSeenIn(data?.Query__resident);
      const byNode = valuesSeenIn(data?.Query__node);
      const found = [];
      const promised = [];
      for (const [coordinate, value] of truths.get(situation.subject)!) {
        const values = (inSubject.get(coordinate) ?? []).map(String);
        // A partner sees its own ids, and the id of a member belongs to no person.
        const ids =
          situation.real === 'MANDATE'
            ? /\.id$|^HouseholdMember\.residentId$|^Payment\.purchaseId$|^Ticket\.number$/
            : /^HouseholdMember\.id$/;
        const disguised = ids.test(coordinate);
        const seen = disguised ? values.length > 0 && !values.includes(value) : values.includes(value);
        found.push({ coordinate, seen, byNode: (byNode.get(coordinate) ?? []).map(String) });
        // By `node` the same.
        promised.push({ coordinate, seen: data !== undefined && sees(role, purpose, situation, coordinate), byNode: values });
      }
      expect(found).toEqual(promised);
      // About all other people, at most what this role could see for this purpose under some relationship.
      const impossible = [...valuesSeenIn(data).keys()].filter((coordinate) => {
        const output = markings.outputs.get(coordinate);
        return output && !Object.values(Relationship).some((one) => listed(role, purpose, one, output.category));
      });
      expect(impossible).toEqual([]);
    });
  });
});
