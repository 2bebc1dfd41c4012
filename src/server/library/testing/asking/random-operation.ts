import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import { randomValue, plainValue, printValue, type RandomValue, type ScalarOf } from './random-value.ts';
import type { Choices } from './choices.ts';

/** An operation with its variables and headers. */
export interface EvidenceOperation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
  /** Headers besides the standpoint's token and case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The variable for the cursor of the first answer, where the operation pages. */
  readonly cursor: string | undefined;
}

const deepest = 7;
/** Levels that a list without pages counts for: two within each other are as many rows as a document may ask for. */
const levelsOfList = 4;

/** The parts that random operations are made of. */
export interface OperationMaterial {
  /** The root fields that may be entered: most operations ask for these. */
  readonly rootFields: ReadonlySet<string>;
  readonly scalarOf: ScalarOf;
  /** Whether operations may change something. */
  readonly mutations: boolean;
  /** The purpose that is declared; undefined: none. */
  readonly purpose: string | undefined;
  /** Whether the declared purpose is the usual one, which needs no header. */
  readonly isUsualPurpose: boolean;
  /** By field of the mutation: what is asked of its payload, in place of anything. */
  readonly payloads?: Readonly<Record<string, string>>;
}

/**
 * Makes a random operation that is valid for a schema, except for a few values that are wrong on purpose.
 * @param wanted the coordinate of its root field; undefined: any
 */
export function randomOperation(
  schema: GraphQLSchema,
  choices: Choices,
  { rootFields, scalarOf, mutations, purpose, isUsualPurpose, payloads = {} }: OperationMaterial,
  wanted?: string,
): EvidenceOperation {
  const declared: string[] = [];
  const variables: Record<string, unknown> = {};
  const fragments: string[] = [];
  let aliases = 0;
  let cursor: string | undefined;

  const [wantedType, wantedField] = wanted?.split('.') ?? [];
  const mutation = wantedType === undefined ? mutations && choices.chance(opens('Mutation') ? 20 : 3) : wantedType === 'Mutation';
  const root = mutation ? schema.getMutationType()! : schema.getQueryType()!;
  const roots = rootNames();
  const body = roots.map((name) => field(root, root.getFields()[name]!, deepest)).join(' ');
  const byDirective = purpose !== undefined && choices.chance(20);
  const name = choices.chance(50) ? 'Any' : '';
  const declaration = byDirective ? ` @purpose(is: ${purpose})` : '';
  const parameters = declared.length > 0 ? `(${declared.join(', ')})` : '';
  const head = `${mutation ? 'mutation' : 'query'} ${name}${parameters}${declaration}`;
  const withheld = choices.pick(['', '', '', 'null', 'error', 'reject'] as const);
  return {
    query: [`${head} { ${body} }`, ...fragments].join('\n'),
    variables,
    operationName: name === '' ? undefined : name,
    headers: {
      ...(!byDirective && purpose !== undefined && !isUsualPurpose && { 'privacy-purpose': purpose }),
      ...(withheld !== '' && { 'privacy-withheld': withheld }),
      'privacy-report': 'full',
    },
    cursor,
  };

  function opens(operation: string): boolean {
    return [...rootFields].some((field) => field.startsWith(`${operation}.`));
  }

  function rootNames(): string[] {
    if (wantedField !== undefined) return [wantedField];
    const all = Object.keys(root.getFields());
    // Most root fields are ones that the standpoint can enter: a refusal tests little.
    const open = all.filter((one) => rootFields.has(`${root.name}.${one}`));
    const choose = (): string => choices.pick(open.length > 0 && !choices.chance(12) ? open : all);
    return Array.from({ length: mutation ? 1 : 1 + (choices.chance(40) ? choices.below(3) : 0) }, choose);
  }

  function field(parent: GraphQLCompositeType, definition: GraphQLField<unknown, unknown>, depth: number): string {
    const own = arguments_(`${parent.name}.${definition.name}`, definition.args);
    const type = getNamedType(definition.type);
    // Fields with one response name must be mergeable, so a field with arguments or selections gets an alias.
    const alias = own !== '' || isCompositeType(type) || choices.chance(15) ? `${definition.name}_${(aliases += 1)}: ` : '';
    const payload = parent === schema.getMutationType() ? payloads[definition.name] : undefined;
    const levels = definition.extensions['mostRows'] === undefined ? 1 : levelsOfList;
    const below = isCompositeType(type) ? ` { ${payload ?? selections(type, depth - levels)} }` : '';
    return `${alias}${definition.name}${own}${gate()}${below}`;
  }

  function selections(type: GraphQLCompositeType, depth: number): string {
    const chosen: string[] = [];
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const leaves = fields.filter((one) => !isCompositeType(getNamedType(one.type)));
    const branches = fields.filter((one) => isCompositeType(getNamedType(one.type)));
    for (let left = leaves.length > 0 ? 1 + choices.below(Math.min(leaves.length, 6)) : 0; left > 0; left -= 1) {
      chosen.push(field(type, choices.pick(leaves), depth));
    }
    if (depth > 0) {
      const many = branches.length === 0 ? 0 : leaves.length === 0 ? 1 + choices.below(2) : choices.pick([0, 1, 2, 1, 1]);
      for (let left = many; left > 0; left -= 1) chosen.push(field(type, choices.pick(branches), depth));
      if (isAbstractType(type)) {
        for (const possible of schema.getPossibleTypes(type)) {
          if (choices.chance(70)) chosen.push(`... on ${possible.name}${gate()} { ${selections(possible, depth - 1)} }`);
        }
      } else if (choices.chance(12)) {
        chosen.push(wrapped(type, selections(type, depth - 1)));
      }
    }
    if (chosen.length === 0 || choices.chance(5)) chosen.push('__typename');
    return chosen.join(' ');
  }

  /** The same selections behind an inline or a named fragment. */
  function wrapped(type: GraphQLCompositeType, inside: string): string {
    if (choices.chance(50)) {
      const fragment = `F${fragments.length}`;
      fragments.push(`fragment ${fragment} on ${type.name} { ${inside} }`);
      return `...${fragment}${gate()}`;
    }
    return choices.chance(50) ? `... on ${type.name}${gate()} { ${inside} }` : `...${gate()} { ${inside} }`;
  }

  function gate(): string {
    if (!choices.chance(8)) return '';
    const directive = choices.chance(50) ? 'include' : 'skip';
    if (choices.chance(40)) return ` @${directive}(if: ${choices.chance(50)})`;
    return ` @${directive}(if: ${variable('Boolean!', choices.chance(50), choices.chance(30))})`;
  }

  function arguments_(coordinate: string, definitions: readonly GraphQLArgument[]): string {
    const given: string[] = [];
    for (const argument of definitions) {
      const needed = isNonNullType(argument.type) && argument.defaultValue === undefined;
      if (!needed && !choices.chance(argument.name === 'first' ? 40 : 30)) continue;
      const value = randomValue(choices, scalarOf, argument.type, argument.name, coordinate);
      if (argument.name === 'after' && cursor === undefined && choices.chance(80)) {
        cursor = `v${declared.length}`;
        declared.push(`$${cursor}: String`);
        given.push(`after: $${cursor}`);
      } else if (choices.chance(60)) {
        given.push(`${argument.name}: ${variable(String(argument.type), value, choices.chance(25))}`);
      } else {
        given.push(`${argument.name}: ${printValue(value)}`);
      }
    }
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  /** Declares a variable with a value, a default, or both. */
  function variable(type: string, value: RandomValue, withDefault: boolean): string {
    const id = `v${declared.length}`;
    declared.push(`$${id}: ${type}${withDefault ? ` = ${printValue(value)}` : ''}`);
    if (!withDefault || choices.chance(30)) variables[id] = plainValue(value);
    return `$${id}`;
  }
}
