import { town } from '../../../src/town/index.ts';
import { getNamedType, isEnumType, isInputObjectType, Kind, parse, type GraphQLInputType } from 'graphql';
import { describe, expect, test } from '@jest/globals';
import { readCoordinates } from '../../../src/cli/policy/explain/coordinates.ts';
import { createPlanner } from '../../../src/engine/plan/plan.ts';
import type { Plan } from '../../../src/engine/plan/operation-plan.ts';
import { buildSchema } from '../../../src/server/spine/document/build-schema.ts';
import { Purpose, Role, type DataCategory } from '../../../src/town/graphql/generated/schema.ts';
import { allCategories } from '../../../src/town/policy/categories.ts';
import { explainEntry } from '../../../src/engine/review/explain-entry.ts';
import { explainInput } from '../../../src/engine/review/explain-input.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import { partnerOf } from '../../../src/town/policy/partners.ts';

const { schema, catalogue } = buildSchema(town);
const coordinates = readCoordinates(schema, catalogue);
const planner = createPlanner(schema, catalogue, policyInForce);

const scalars: Readonly<Record<string, string>> = {
  ID: '"00000000-0000-4000-8000-000000000000"',
  String: '"x"',
  Int: '1',
  Boolean: 'true',
  LocalDate: '"2000-01-01"',
  DateTime: '"2026-01-01T00:00:00Z"',
};

/** A literal of a type that contains a coordinate; undefined if it can't contain it. Without a coordinate: the smallest valid literal. */
function literal(type: GraphQLInputType, target?: string): string | undefined {
  const named = getNamedType(type);
  if (isEnumType(named)) {
    const value = named.getValues().find(({ name }) => target === undefined || `${named.name}.${name}` === target);
    return value?.name;
  }
  if (!isInputObjectType(named)) return target === undefined ? scalars[named.name] : undefined;
  const fields = Object.values(named.getFields());
  const parts = fields.map((field) => {
    const itself = `${named.name}.${field.name}` === target;
    const below = target === undefined || itself ? undefined : literal(field.type, target);
    const needed = itself || String(field.type).endsWith('!') ? literal(field.type) : undefined;
    return { hit: itself || below !== undefined, text: (below ?? needed) && `${field.name}: ${below ?? needed}` };
  });
  if (target !== undefined && !parts.some(({ hit }) => hit)) return undefined;
  return `{ ${parts.flatMap(({ text }) => text ?? []).join(', ')} }`;
}

/** An operation that uses a coordinate at a root field. */
function documentFor(field: string, coordinate: string): string {
  const [root = '', name = ''] = field.split('.');
  const { args } = (root === 'Query' ? schema.getQueryType() : schema.getMutationType())!.getFields()[name]!;
  const given = args.flatMap((argument) => {
    const itself = `${field}(${argument.name}:)` === coordinate;
    const text = itself ? literal(argument.type) : literal(argument.type, coordinate);
    const value = text ?? (String(argument.type).endsWith('!') ? literal(argument.type) : undefined);
    return value === undefined ? [] : [`${argument.name}: ${value}`];
  });
  return `${root.toLowerCase()} { ${name}${given.length === 0 ? '' : `(${given.join(', ')})`} { __typename } }`;
}

function planOf(text: string, role: Role, purpose: Purpose | undefined, named: ReadonlySet<DataCategory>): Plan {
  const document = parse(text);
  const operation = document.definitions.find((definition) => definition.kind === Kind.OPERATION_DEFINITION)!;
  const mandate = partnerOf(role) ? { id: '', inForce: true, categories: named } : undefined;
  const principal = { id: undefined, role, partner: mandate !== undefined, tokenPurposes: [], authorityId: undefined, caseId: undefined };
  return planner(
    principal,
    { purpose, openCase: undefined, authority: mandate },
    { document, documentHash: text, operation, variables: {} },
  );
}

const used = [...coordinates].flatMap(([coordinate, found]) => {
  if (found.kind !== 'INPUT' || found.category === undefined) return [];
  const { category } = found;
  return found.fields.map((field) => ({ coordinate, field, category }));
});
const mandates = [new Set(allCategories), new Set<DataCategory>()];
const entrants = Object.values(Role).flatMap((role) =>
  [...Object.values(Purpose), undefined].flatMap((purpose) =>
    (partnerOf(role) ? mandates : [mandates[1]!]).map((named) => ({ role, purpose, named })),
  ),
);

/** The entrants for which explanation and plan differ, and all effects that occurred. */
function compare(field: string, coordinate: string, category?: DataCategory): { wrong: unknown[]; effects: Set<string> } {
  const text = documentFor(field, coordinate);
  const wrong: unknown[] = [];
  const effects = new Set<string>();
  for (const entrant of entrants) {
    const plan = planOf(text, entrant.role, entrant.purpose, entrant.named);
    const entry = explainEntry(policyInForce, entrant, field);
    if ((entry.effect === 'PERMIT') !== (plan.roots.get(field)?.line !== undefined)) wrong.push({ entrant, entry });
    if (category === undefined) {
      effects.add(entry.effect);
      continue;
    }
    const explanation = explainInput(policyInForce, entrant, field, coordinate, category);
    const refused = plan.withheld.some((item) => item.coordinate === coordinate);
    if (!plan.inputs.includes(coordinate) || (explanation.effect === 'WITHHOLD') !== refused) wrong.push({ entrant, explanation });
    effects.add(explanation.effect);
  }
  return { wrong, effects };
}

describe('explanations of inputs and root fields agree with the plan:', () => {
  test.each(used)('$coordinate at $field', ({ coordinate, field, category }) => {
    const { wrong, effects } = compare(field, coordinate, category);
    expect(wrong.slice(0, 2)).toEqual([]);
    expect(effects).toContain('WITHHOLD');
    expect(effects).toContain('PERMIT');
  });

  const entered = [...coordinates].filter(([, { kind }]) => kind === 'ROOT_FIELD').map(([field]) => field);
  test.each(entered)('%s', (field) => {
    const { wrong, effects } = compare(field, '');
    expect(wrong.slice(0, 2)).toEqual([]);
    expect(effects).toContain('PERMIT');
  });

  test('there are coordinates to compare', () => {
    expect(used.length).toBeGreaterThan(40);
  });
});
