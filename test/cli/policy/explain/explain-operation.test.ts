import { town } from '../../../../src/town/index.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kind, parse } from 'graphql';
import { afterAll, describe, expect, test } from '@jest/globals';
import { explainOperation } from '../../../../src/cli/policy/explain/explain-operation.ts';
import { namedCategories, type AskedAs } from '../../../../src/cli/policy/explain/asked-as.ts';
import { createPlanner } from '../../../../src/engine/plan/plan.ts';
import { buildSchema } from '../../../../src/server/spine/document/build-schema.ts';
import { Relationship, Role } from '../../../../src/town/shared/graphql/generated/schema.ts';
import type { Condition } from '../../../../src/town/policy/lines/conditions.ts';
import { decide } from '../../../../src/engine/policy/decision/decide.ts';
import { purposesOf } from '../../../../src/engine/policy/decision/enter.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import { partnerOf } from '../../../../src/town/policy/partners/partners.ts';
import { privacyHere } from '../../../helpers/processes/privacy-here.ts';
import type { CommandRun } from '../../../helpers/processes/command-run.ts';
import { wholeQuery } from '../../../helpers/asking/whole-operation.ts';

const folder = mkdtempSync(join(tmpdir(), 'ntk-explain-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const explainRun = (...given: string[]): Promise<CommandRun> => privacyHere(['explain', ...given]);

const enforced = buildSchema(town);
const { schema, markings } = enforced;

describe('an operation', () => {
  const text = wholeQuery(
    schema,
    { 'Query.resident': '(id: "x")', 'Query.ticket': '(id: "x")', 'Query.mandate': '(id: "x")', 'Query.accounts': '(overdue: true)' },
    '$unused: Boolean = false',
  );
  const document = parse(text);
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)!;
  const read = { text, document, operation };
  const entrants = Object.values(Role).flatMap((role) =>
    [undefined, ...purposesOf(policyInForce, role)].flatMap((purpose) =>
      [new Set<Condition>(), new Set<Condition>(['CATEGORY_NAMED'])].map((holding) => ({ role, purpose, holding })),
    ),
  );

  test('is explained in agreement with its plan, for every role and purpose', () => {
    const effects = new Set<string>();
    const planner = createPlanner(schema, markings, policyInForce);
    for (const access of entrants) {
      const given: AskedAs = { ...access, relationship: undefined };
      const { asked, coordinates } = explainOperation(policyInForce, enforced, given, read, {});
      const mandate = partnerOf(asked.role)
        ? { id: '', inForce: true, categories: namedCategories(policyInForce.vocabulary, asked) }
        : undefined;
      const principal = { id: undefined, role: asked.role, partner: false, tokenPurposes: [], authorityId: undefined, caseId: undefined };
      const chosen = { document, documentHash: text, operation, variables: {} };
      const plan = planner(principal, { purpose: asked.purpose, openCase: undefined, authority: mandate }, chosen);
      const explained = coordinates.filter(({ because, effect }) => because.kind !== 'ENTERED' && effect !== 'PERMIT');
      expect(new Set(explained.map(({ coordinate }) => coordinate))).toEqual(new Set(plan.withheld.map(({ coordinate }) => coordinate)));
      for (const { coordinate, effect } of explained) {
        const reasons = plan.withheld.filter((item) => item.coordinate === coordinate).map(({ reason }) => reason);
        expect(effect === 'RELATIONSHIP_REQUIRED').toBe(
          reasons.every((reason) => reason === 'RELATIONSHIP_REQUIRED') && !coordinate.includes('('),
        );
      }
      const entered = coordinates.filter(({ because }) => because.kind === 'ENTERED');
      expect(entered.map(({ coordinate }) => coordinate).toSorted()).toEqual([...plan.roots.keys()].toSorted());
      for (const { coordinate, effect } of entered) expect(effect === 'PERMIT').toBe(plan.roots.get(coordinate)!.line !== undefined);
      for (const { effect } of coordinates) effects.add(effect);
    }
    expect(effects).toEqual(new Set(['PERMIT', 'WITHHOLD', 'RELATIONSHIP_REQUIRED']));
  });

  test('is decided if a relationship is given', () => {
    for (const relationship of Object.values(Relationship)) {
      const given: AskedAs = { role: 'CUSTOMER_SERVICE', purpose: 'SERVICE_PROVISION', relationship, holding: new Set() };
      for (const { because, effect } of explainOperation(policyInForce, enforced, given, read, {}).coordinates) {
        if (because.kind !== 'SEEN') continue;
        const withoutDataSubject = because.coordinate.startsWith('WebVisit');
        const { role, purpose, holding } = given;
        const real = withoutDataSubject ? 'NONE' : relationship;
        const decided = decide(policyInForce, { role, purpose, relationship: real, category: because.category, holding }).effect;
        expect({ coordinate: because.coordinate, effect }).toEqual({ coordinate: because.coordinate, effect: decided });
      }
    }
  });
});

describe('an operation’s file', () => {
  const query = file(
    'search.graphql',
    `query Search($name: String, $birth: Boolean = false, $by: ResidentOrder) @purpose(is: SERVICE_PROVISION) {
      residents(filter: { familyName: $name }, orderBy: $by) { totalCount edges { node { ...Who birthDate @include(if: $birth) } } }
      services { totalCount }
    }
    query Other { me { id } }
    fragment Who on Resident { givenName address { street } }`,
  );

  test('is explained in the order of the document, each coordinate once', async () => {
    const variables = file('variables.json', '{ "name": "F", "by": "BIRTH_DATE" }');
    const given = ['--as', 'CUSTOMER_SERVICE', '--operation', query, '--operation-name', 'Search'];
    const { code, stdout, stderr } = await explainRun(...given, '--variables', variables, '--json');
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    const { asked, coordinates } = JSON.parse(stdout);
    expect(asked).toMatchObject({ role: 'CUSTOMER_SERVICE', purpose: 'SERVICE_PROVISION', relationship: null });
    expect(coordinates.map(({ coordinate, effect }: any) => `${coordinate} ${effect}`)).toEqual([
      'Query.residents PERMIT',
      'ResidentFilter.familyName PERMIT',
      'ResidentOrder.BIRTH_DATE WITHHOLD',
      'ResidentConnection PERMIT',
      'ResidentConnection.totalCount PERMIT',
      'ResidentConnection.edges PERMIT',
      'ResidentEdge PERMIT',
      'ResidentEdge.node PERMIT',
      'Resident PERMIT',
      'Resident.givenName PERMIT',
      'Resident.address PERMIT',
      'Address PERMIT',
      'Address.street RELATIONSHIP_REQUIRED',
      'Query.services PERMIT',
      'ServiceConnection PERMIT',
      'ServiceConnection.totalCount PERMIT',
    ]);
    expect(coordinates.find(({ coordinate }: any) => coordinate === 'Address.street').paths).toEqual([
      'residents.edges.*.node.address.street',
    ]);
  });

  test('is entirely permitted to a role that may see all of it, including fields that a variable includes', async () => {
    const name = ['--operation-name', 'Search'];
    const given = ['--as', 'CUSTOMER_SERVICE', '--operation', query, ...name, '--relationship', 'ENCOUNTER'];
    const { code, stdout } = await explainRun(...given);
    expect(code).toBe(0);
    expect(stdout).toContain('As CUSTOMER_SERVICE for SERVICE_PROVISION');
    expect(stdout).toContain('at residents.edges.*.node.givenName');
    expect(stdout).not.toContain('birthDate');
    const on = await explainRun(...given, '--variables', file('on.json', '{ "birth": true }'));
    expect(on.code).toBe(1);
    expect(on.stdout).toContain('Resident.birthDate: withheld.');
  });

  test('fails if it does not match the schema', async () => {
    const as = ['--as', 'RESIDENT', '--operation'];
    const wrong = file('wrong.graphql', '{ me { birthDat(a: 1) } }');
    const value = file('value.graphql', '{ resident(id: {secret: "Peregrine"}) { id } }');
    const mutation = file(
      'mutation.graphql',
      'mutation { a: endEncounter(input: {encounterId: "1"}) { __typename } b: endEncounter(input: {encounterId: "1"}) { __typename } }',
    );
    const needy = file('needy.graphql', 'query ($id: ID!) { resident(id: $id) { id } }');
    const cases: [string[], string][] = [
      [[...as, join(folder, 'nowhere.graphql')], '--operation: the file can’t be read (ENOENT)'],
      [[...as, file('torn.graphql', '{ me {')], 'The document is not valid GraphQL. line 1, column'],
      [[...as, wrong], 'line 1, column 8: Cannot query field "birthDat" on type "Resident"'],
      [[...as, value], 'a value does not have the form that the schema asks for'],
      [[...as, mutation], 'A mutation must have exactly one root field.'],
      [[...as, needy], '$id'],
      [[...as, query], 'name one that the document has with --operation-name'],
      [[...as, needy, '--variables', file('list.json', '[1]')], '--variables: the file must hold a JSON object'],
      [[...as, needy, '--variables', file('torn.json', '{')], '--variables: the file must hold a JSON object'],
      [[...as, query, '--operation-name', 'Search'], 'is not allowed to use that purpose'],
    ];
    for (const [given, words] of cases) {
      const { code, stdout, stderr } = await privacyHere(['explain', ...given]);
      expect({ given, code, stdout }).toEqual({ given, code: 2, stdout: '' });
      expect(stderr).toContain(words);
      expect(stderr).not.toContain('Peregrine');
    }
  });

  test('that only reads the schema has no explanation', async () => {
    const { code, stdout } = await explainRun(
      '--as',
      'RESIDENT',
      '--operation',
      file('schema.graphql', '{ __schema { queryType { name } } }'),
    );
    expect(code).toBe(0);
    expect(stdout).toContain('only reads the schema');
  });
});
