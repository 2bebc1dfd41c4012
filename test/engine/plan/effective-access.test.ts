import { hash } from 'node:crypto';
import fc from 'fast-check';
import { getNamedType, isAbstractType, isObjectType, Kind, parse, TypeInfo, visit, visitWithTypeInfo, type DocumentNode } from 'graphql';
import { expect, test } from '@jest/globals';
import type { Principal } from '../../../src/engine/purpose/principal.ts';
import { createPlanner } from '../../../src/engine/plan/plan.ts';
import { buildSchema } from '../../../src/server/spine/document/build-schema.ts';
import { allCategories, allConditions, vocabulary } from '../club/vocabulary.ts';
import { clubPolicy } from '../club/policy.ts';
import { readMatrixFile } from '../../helpers/policy/matrix-file.ts';
import { wholeQueries } from '../../helpers/asking/whole-operation.ts';
import type { DataCategory } from '../../../src/engine/register.ts';
import { club } from '../club/club.ts';

// Effective access = policy ∩ registration ∩ authority ∩ token ∩ operation. Each of the five is a set of coordinates that is computed here
// from the committed matrix and the schema alone, and their intersection is compared with what a plan shows of a data subject.
const { schema, markings } = buildSchema(club);
const outputs = [...markings.outputs.values()];
const outsideRoles = ['FEDERATION', 'INSURER'] as const;
const fields = outputs.map(({ coordinate }) => coordinate).filter((coordinate) => coordinate.includes('.'));
const matrix = readMatrixFile('test/engine/club/matrix.md');
const planner = createPlanner(schema, markings, clubPolicy);
const operations = wholeQueries(
  schema,
  { 'Query.member': '(id: "x")', 'Query.lesson': '(id: "x")', 'Query.squad': '(id: "x")', 'Query.node': '(id: "x")' },
  '$unused: Boolean',
).map((text) => {
  const document = parse(text);
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)!;
  return { text, document, operation, asked: coordinatesIn(document) };
});
/** Every fact about a data subject that opens something, and none that closes something. */
const facts = allConditions.filter((condition) => condition !== 'CATEGORY_NAMED' && matrix.some(({ when }) => when.includes(condition)));

type OutsideRole = (typeof outsideRoles)[number];

interface Given {
  readonly role: OutsideRole;
  readonly named: readonly DataCategory[];
  readonly registered: readonly DataCategory[] | undefined;
  readonly categories: readonly DataCategory[] | undefined;
  readonly coordinates: readonly string[] | undefined;
}

const some = <T>(of: readonly T[]): fc.Arbitrary<T[]> => fc.oneof(fc.subarray([...of], { minLength: of.length - 4 }), fc.subarray([...of]));
const limited = <T>(of: readonly T[]): fc.Arbitrary<T[] | undefined> => fc.option(some(of), { nil: undefined, freq: 2 });
const given: fc.Arbitrary<Given> = fc.record({
  role: fc.constantFrom(...outsideRoles),
  named: some(allCategories),
  registered: limited(allCategories),
  categories: limited(allCategories),
  coordinates: limited(fields),
});

test('a plan shows an organisation exactly what policy, registration, authority, token and operation all have', () => {
  const shown = new Map<OutsideRole, Set<string>>();
  fc.assert(
    fc.property(given, fc.constantFrom(...operations), (limits, operation) => {
      const { role, named, registered, categories, coordinates } = limits;
      const { purpose } = vocabulary.roles[role].organisation!;
      const principal: Principal = {
        id: 'a',
        role,
        partner: true,
        tokenPurposes: [purpose],
        authorityId: 'm',
        caseId: undefined,
        limits: {
          registered: registered && new Set(registered),
          categories: categories && new Set(categories),
          coordinates: coordinates && new Set(coordinates),
        },
      };
      const authority = { id: 'm', inForce: true, categories: new Set(named) };
      const chosen = { ...operation, documentHash: hash('sha256', operation.text), variables: {} };
      const plan = planner(principal, { purpose, openCase: undefined, authority }, chosen);
      const visible = plan.visible(plan.permitTable('SQUAD', facts));
      const found = outputs.filter(({ index }) => visible[index] === 1).map(({ coordinate }) => coordinate);
      const sets = [byPolicyAndAuthority(limits), byRegistration(limits), byToken(limits), operation.asked];
      const expected = sets.reduce((left, right) => left.intersection(right));
      expect(found.toSorted()).toEqual([...expected].toSorted());
      shown.set(role, (shown.get(role) ?? new Set()).union(expected));
    }),
    { numRuns: 150, seed: 17 },
  );
  // It would also hold where nothing is ever shown.
  for (const role of outsideRoles) expect({ role, shown: (shown.get(role)?.size ?? 0) > 3 }).toEqual({ role, shown: true });
});

/**
 * The categories that the matrix lists under an authority. Those that it lists only while named are limited to the categories that the
 * authority names.
 */
function byPolicyAndAuthority({ role, named }: Given): Set<string> {
  const lines = matrix.filter((line) => line.role === role && line.relationship === 'SQUAD');
  const open = lines.filter(({ when, category }) => !when.includes('CATEGORY_NAMED') || named.some((one) => one === category));
  return having((category) => open.some((line) => line.category === category));
}

function byRegistration({ registered }: Given): Set<string> {
  return having((category) => isWithin(registered, category));
}

function byToken({ categories, coordinates }: Given): Set<string> {
  const left = coordinates
    ?.map((coordinate) => markings.outputs.get(coordinate)!.category)
    .filter((category) => categories === undefined || categories.includes(category));
  const named = having((category) => isWithin(left ?? categories, category));
  return coordinates === undefined
    ? named
    : named.intersection(new Set([...coordinates, ...having((category) => category === 'EXISTENCE')]));
}

/** The existence of a record is within every limit that permits anything. */
function isWithin(limit: readonly DataCategory[] | undefined, category: DataCategory): boolean {
  return limit === undefined || limit.includes(category) || (category === 'EXISTENCE' && limit.length > 0);
}

function having(isOpen: (category: DataCategory) => boolean): Set<string> {
  return new Set(outputs.filter(({ category }) => isOpen(category)).map(({ coordinate }) => coordinate));
}

/** The fields and object types that a document asks for. */
function coordinatesIn(document: DocumentNode): Set<string> {
  const found = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        const parent = info.getParentType();
        const type = getNamedType(info.getType());
        const owners = isAbstractType(parent) ? schema.getPossibleTypes(parent) : parent ? [parent] : [];
        for (const { name } of owners) found.add(`${name}.${node.name.value}`);
        if (isAbstractType(type)) for (const { name } of schema.getPossibleTypes(type)) found.add(name);
        else if (isObjectType(type)) found.add(type.name);
      },
    }),
  );
  return found;
}
