import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters, personas } from '../../demo/personas.ts';
import { buildSchema } from '../../src/gateway/build-schema.ts';
import { Purpose, Relationship, Role } from '../../src/generated/schema.ts';
import { testToday } from '../helpers/cluster.ts';
import { openGateway, type TestGateway } from '../helpers/gateway.ts';
import { readMatrixFile } from '../helpers/matrix-file.ts';
import { addDebtAndTicket, truthAbout, type Truth } from '../helpers/truth.ts';
import { sightingsIn, together, wholeQueries } from '../helpers/whole-operation.ts';

const { schema, catalogue } = buildSchema();
const matrix = readMatrixFile();
const queries = wholeQueries(
  schema,
  {
    'Query.resident': '(id: $subject)',
    'Query.ticket': '(id: $ticket)',
    'Query.mandate': '(id: $mandate)',
  },
  '$subject: ID!, $ticket: ID!, $mandate: ID!',
);

const subjects = [cast.resident, cast.housemate, cast.clerkAsResident];

let gateway: TestGateway;
const truths = new Map<string, Truth>();
beforeAll(async () => {
  gateway = await openGateway();
  for (const subject of subjects) {
    await addDebtAndTicket(gateway.database, subject);
    truths.set(subject, await truthAbout(gateway.database, subject, testToday));
  }
  // An order that names everything that an order can, so that its row of the matrix can be seen whole.
  await gateway.database.asOwner(`update recreation.mandate set categories = $2 where id = $1`, [
    matters.courtOrder,
    [...new Set(matrix.filter(({ role }) => role === 'LAW_ENFORCEMENT').map(({ category }) => category))],
  ]);
});
afterAll(() => gateway.close());

/** How a role comes to stand in a relationship to somebody. */
interface Standing {
  readonly persona: string | null;
  readonly subject: string;
  readonly case?: string;
  /** The relationship that there really is: NONE where the role can't stand in the one asked for. */
  readonly real: Relationship;
}

const caseOf: Partial<Record<Relationship, string>> = {
  ENCOUNTER: matters.encounter,
  ASSIGNED_TICKET: matters.ticket,
  OPEN_REQUEST: matters.request,
};
const ownCase: Partial<Record<Role, Relationship>> = {
  CUSTOMER_SERVICE: 'ENCOUNTER',
  SUPPORT: 'ASSIGNED_TICKET',
  PRIVACY_OFFICER: 'OPEN_REQUEST',
};

function stand(role: Role, purpose: Purpose, relationship: Relationship): Standing {
  const persona = personas.find((one) => one.role === role)?.persona ?? null;
  if (role === 'RESIDENT') {
    const none: Standing = { persona: 'neighbour', subject: cast.resident, real: 'NONE' };
    const standings: Partial<Record<Relationship, Standing>> = {
      SELF: { persona: 'resident', subject: cast.resident, real: 'SELF' },
      GUARDIAN: { persona: 'guardian', subject: cast.resident, real: 'GUARDIAN' },
      HOUSEHOLD: { persona: 'guardian', subject: cast.housemate, real: 'HOUSEHOLD' },
    };
    return standings[relationship] ?? { ...none, ...(caseOf[relationship] && { case: caseOf[relationship] }) };
  }
  if (persona !== null && personas.find((one) => one.persona === persona)!.mandates.length > 0) {
    const given = caseOf[relationship];
    return { persona, subject: cast.resident, real: 'MANDATE', ...(given && { case: given }) };
  }
  // The own record as a resident: the matrix lists nothing for it.
  if (relationship === 'SELF' && role === 'CUSTOMER_SERVICE') return { persona, subject: cast.clerkAsResident, real: 'SELF' };
  const given = caseOf[relationship];
  // Only answering a request makes a request the case.
  const own = ownCase[role] === relationship && (role !== 'PRIVACY_OFFICER' || purpose === 'RIGHTS_FULFILMENT');
  return { persona, subject: cast.resident, real: own ? relationship : 'NONE', ...(given && { case: given }) };
}

async function ask(role: Role, purpose: Purpose, standing: Standing): Promise<ReturnType<typeof together>> {
  if (role === 'CUSTOMER_SERVICE') {
    await gateway.database.asOwner('update recreation.encounter set purpose = $2 where id = $1', [matters.encounter, purpose]);
  }
  const variables = {
    subject: standing.subject,
    ticket: matters.ticket,
    mandate: personas.find(({ persona }) => persona === standing.persona)?.mandates[0] ?? matters.courtOrder,
  };
  const answers = [];
  for (const query of queries) {
    answers.push(
      await gateway.ask(standing.persona, query, { variables, purpose, ...(standing.case !== undefined && { case: standing.case }) }),
    );
  }
  return together(answers);
}

/** Whether the matrix's file has a line for it. Every condition holds for the people of these tests. */
function listed(role: string, purpose: string, relationship: string, category: string): boolean {
  return matrix.some(
    (line) => line.role === role && line.purpose === purpose && line.relationship === relationship && line.category === category,
  );
}

/** Whether that standing sees the category of the subject: every category on the way to it must be listed. */
function sees(role: Role, purpose: Purpose, { real }: Standing, coordinate: string): boolean {
  const { category } = catalogue.outputs.get(coordinate)!;
  const way = coordinate.startsWith('HouseholdMember.') ? ['EXISTENCE', 'HOUSEHOLD', category] : ['EXISTENCE', category];
  return way.every((one) => listed(role, purpose, real, one));
}

// Clause `agents` and clause `credit`, as clause `access`: of anybody, the row of the statement's table and no more.
describe.each(Object.values(Role))('%s', (role) => {
  describe.each(Object.values(Purpose))('for %s', (purpose) => {
    test.each(Object.values(Relationship))('under %s sees what the matrix says', async (relationship) => {
      const standing = stand(role, purpose, relationship);
      const { data, codes } = await ask(role, purpose, standing);

      const allowed = personas.some((one) => one.role === role && one.purposes.includes(purpose));
      const foreignCase = standing.case !== undefined && caseOf[standing.real] !== standing.case;
      if (!allowed) expect({ data, codes }).toEqual({ data: undefined, codes: ['PURPOSE_NOT_ALLOWED'] });
      else if (foreignCase) expect({ data, codes }).toEqual({ data: undefined, codes: ['CASE_UNKNOWN'] });
      else expect(data).toBeDefined();

      // Of the subject, exactly what the file lists: the truth is known to be there.
      const inSubject = sightingsIn(data?.Query__resident);
      for (const [coordinate, value] of truths.get(standing.subject)!) {
        const values = (inSubject.get(coordinate) ?? []).map(String);
        // A partner sees pseudonyms in place of people's ids.
        const disguised = standing.real === 'MANDATE' && /^(Resident|Household|HouseholdMember)\.id$/.test(coordinate);
        const seen = disguised ? values.length > 0 && !values.includes(value) : values.includes(value);
        expect({ coordinate, seen }).toEqual({ coordinate, seen: data !== undefined && sees(role, purpose, standing, coordinate) });
      }
      // And of anybody, nothing that this role could not see for this purpose under any relationship.
      for (const coordinate of sightingsIn(data).keys()) {
        const output = catalogue.outputs.get(coordinate);
        const possible = !output || Object.values(Relationship).some((one) => listed(role, purpose, one, output.category));
        expect({ coordinate, possible }).toEqual({ coordinate, possible: true });
      }
    });
  });
});
