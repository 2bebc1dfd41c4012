import { getNamedType, isEnumType, isInputObjectType, Kind, parse, type GraphQLInputType } from 'graphql';
import { readCoordinates } from '../../../src/cli/policy/explain/coordinates.ts';
import type { Application } from '../../../src/engine/application.ts';
import type { Plan } from '../../../src/engine/plan/operation-plan.ts';
import { createPlanner } from '../../../src/engine/plan/plan.ts';
import type { InputMarking } from '../../../src/engine/policy/decision/enter.ts';
import { wordsOf } from '../../../src/engine/policy/declaration/vocabulary.ts';
import type { DataCategory, Purpose, Role } from '../../../src/engine/register.ts';
import { explainEntry } from '../../../src/engine/review/explain/explain-entry.ts';
import { explainInput } from '../../../src/engine/review/explain/explain-input.ts';
import { buildSchema } from '../../../src/server/spine/document/build-schema.ts';

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

/** A personal input at a root field that takes it. */
interface UsedInput {
  readonly coordinate: string;
  readonly field: string;
  readonly input: InputMarking;
}

/** The explanations of an application's inputs and root fields, compared with its plans. */
interface Explanations {
  readonly used: readonly UsedInput[];
  /** The coordinates of all root fields. */
  readonly entered: readonly string[];
  /**
   * Asks as every role for every purpose and none, under an authority that names everything and under one that names nothing.
   * @param input left out: the root field itself is compared
   * @returns those for whom explanation and plan differ, and all effects that occurred
   */
  compare(
    field: string,
    coordinate: string,
    input?: InputMarking,
  ): { readonly wrong: readonly unknown[]; readonly effects: ReadonlySet<string> };
}

/** Compares what `explain` says with what a plan does, at every root field of an application. */
export function explanationsOf(application: Pick<Application, 'policy' | 'schema'>): Explanations {
  const { policy } = application;
  const { roles, purposes, categories } = policy.vocabulary;
  const { schema, markings } = buildSchema(application);
  const coordinates = [...readCoordinates(schema, markings)];
  const planner = createPlanner(schema, markings, policy);
  const used = coordinates.flatMap(([coordinate, found]) => {
    if (found.kind !== 'INPUT' || found.category === undefined) return [];
    const { category, isCompared } = found;
    return found.fields.map((field) => ({ coordinate, field, input: { category, isCompared } }));
  });
  const nothing: ReadonlySet<DataCategory> = new Set();
  const entrants = wordsOf(roles).flatMap((role) =>
    [...wordsOf(purposes), undefined].flatMap((purpose) =>
      (isOutside(role) ? [new Set(wordsOf(categories)), nothing] : [nothing]).map((named) => ({ role, purpose, named })),
    ),
  );
  return { used, entered: coordinates.filter(([, { kind }]) => kind === 'ROOT_FIELD').map(([field]) => field), compare };

  function compare(field: string, coordinate: string, input?: InputMarking): ReturnType<Explanations['compare']> {
    const text = documentFor(field, coordinate);
    const wrong: unknown[] = [];
    const effects = new Set<string>();
    for (const access of entrants) {
      const plan = planOf(text, access.role, access.purpose, access.named);
      const entry = explainEntry(policy, access, field);
      if ((entry.effect === 'PERMIT') !== (plan.roots.get(field)?.line !== undefined)) wrong.push({ access, entry });
      if (input === undefined) {
        effects.add(entry.effect);
        continue;
      }
      const explanation = explainInput(policy, access, field, coordinate, input);
      const refused = plan.withheld.some((item) => item.coordinate === coordinate);
      if (!plan.inputs.includes(coordinate) || (explanation.effect === 'WITHHOLD') !== refused) wrong.push({ access, explanation });
      effects.add(explanation.effect);
    }
    return { wrong, effects };
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
    const authority = isOutside(role) ? { id: '', inForce: true, categories: named } : undefined;
    const principal = {
      id: undefined,
      role,
      partner: authority !== undefined,
      tokenPurposes: [],
      authorityId: undefined,
      caseId: undefined,
    };
    return planner(principal, { purpose, openCase: undefined, authority }, { document, documentHash: text, operation, variables: {} });
  }

  function isOutside(role: Role): boolean {
    return roles[role].organisation !== undefined;
  }
}
