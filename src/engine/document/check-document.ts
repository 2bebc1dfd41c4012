import {
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLAbstractType,
  type GraphQLField,
  type GraphQLNamedType,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { PrivacyError, type ErrorCode } from '../../platform/errors/errors.ts';
import { checkText } from './check-text.ts';
import { documentLimits, variableLimits, introspectedRows, textsOfList, unpagedItems } from './limits.ts';
import { defaultPage, largestPage } from './page-sizes.ts';
import { listSizes } from './list-sizes.ts';

const refusals: Readonly<Record<keyof Measures, ErrorCode>> = {
  operations: 'DOCUMENT_TOO_LONG',
  fragments: 'DOCUMENT_TOO_LONG',
  variables: 'DOCUMENT_TOO_LONG',
  depth: 'DOCUMENT_TOO_DEEP',
  places: 'TOO_MANY_FIELDS',
  repeated: 'TOO_MANY_FIELDS',
  roots: 'TOO_MANY_FIELDS',
  reads: 'TOO_MANY_READS',
  rows: 'TOO_MANY_ROWS',
  values: 'TOO_MANY_ROWS',
};

/** The codes of the documents that are refused, here or by the parser and the validator. */
export const documentRefusals: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  ...Object.values(refusals),
  'VARIABLES_TOO_LARGE',
  'DOCUMENT_SYNTAX_INVALID',
  'DOCUMENT_INVALID',
]);

/** Refuses a document that costs too much, before the work that it would cost. */
export interface DocumentCheck {
  /**
   * Checks the text, and the variables and extensions as received.
   * @throws PrivacyError DOCUMENT_TOO_LONG, DOCUMENT_TOO_DEEP, VARIABLES_TOO_LARGE
   */
  readonly beforeParsing: (text: string, variables: unknown, extensions: unknown) => void;
  /**
   * Measures the parsed document.
   * @throws PrivacyError DOCUMENT_TOO_LONG, DOCUMENT_TOO_DEEP, TOO_MANY_FIELDS, TOO_MANY_READS, TOO_MANY_ROWS, or
   *   DOCUMENT_INVALID for a fragment that contains itself
   */
  readonly beforeValidating: (document: DocumentNode) => void;
}

/** How many characters of texts that passed are remembered. A character takes one or two bytes. */
const mostCharacters = 512 * 1024;

/** Makes the document check of a schema (stage "check document"). */
export function createDocumentCheck(schema: GraphQLSchema): DocumentCheck {
  const measure = createMeasure(schema);
  // An application sends the same texts again and again, and reading one takes longer than finding it here.
  const passed = new LRUCache<string, true>({ maxSize: mostCharacters, sizeCalculation: (_value, { length }) => length + 1 });
  return {
    beforeParsing(text, variables, extensions) {
      if (!passed.get(text)) {
        checkText(text);
        passed.set(text, true);
      }
      checkVariables(variables);
      checkVariables(extensions);
    },
    beforeValidating(document) {
      const measures = measure(document);
      for (const [name, code] of Object.entries(refusals) as [keyof Measures, ErrorCode][]) {
        if (measures[name] > documentLimits[name]) throw new PrivacyError(code);
      }
    },
  };
}

/**
 * Counts the values of a request's variables or extensions, before anything walks through them recursively.
 * @param variables as received, of any type
 * @throws PrivacyError VARIABLES_TOO_LARGE
 */
export function checkVariables(variables: unknown): void {
  let values = 0;
  let level: readonly unknown[] = [variables];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > variableLimits.depth) throw new PrivacyError('VARIABLES_TOO_LARGE');
    const next: unknown[] = [];
    for (const holder of level) {
      if (typeof holder !== 'object' || holder === null) continue;
      for (const value of Object.values(holder)) {
        values += 1;
        if (values > variableLimits.values) throw new PrivacyError('VARIABLES_TOO_LARGE');
        if (typeof value === 'object' && value !== null) next.push(value);
      }
    }
    level = next;
  }
}

/** The size of a document, with all fragments expanded. */
export interface Measures {
  readonly operations: number;
  readonly fragments: number;
  /** Variables of the operation with the most. */
  readonly variables: number;
  /** Fields, inline fragments and spreads of all operations, and of the fragments that no operation uses. */
  readonly places: number;
  /** Places whose response name occurred before in the same selection set, inline fragments included. */
  readonly repeated: number;
  /** The deepest nesting of selections. */
  readonly depth: number;
  /** Root fields of the operation with the most. */
  readonly roots: number;
  /** Fields with arguments, of the operation with the most. The introspection schema is not read by statements. */
  readonly reads: number;
  /**
   * The most objects that an answer to an operation can have. A page counts its requested size, its default size, or the
   * largest size if a variable decides. A list without pages counts a few, unless it is known to be long.
   */
  readonly rows: number;
  /** The most values below these objects. A list of texts counts as several. */
  readonly values: number;
}

/**
 * The cost of a selection set. `rows` and `values` are outside of lists. `listed` and `listedValues` are those of one item of each list
 * whose page size the parent field sets.
 */
interface Cost {
  readonly places: number;
  readonly repeated: number;
  readonly depth: number;
  readonly roots: number;
  readonly reads: number;
  readonly rows: number;
  readonly listed: number;
  readonly values: number;
  readonly listedValues: number;
}

const nothing: Cost = { places: 0, repeated: 0, depth: 0, roots: 0, reads: 0, rows: 0, listed: 0, values: 0, listedValues: 0 };

/** Measures documents of a schema. Each fragment is measured once, however often it is spread. */
export function createMeasure(schema: GraphQLSchema): (document: DocumentNode) => Measures {
  const sizes = listSizes(schema);

  return function measureDocument({ definitions }) {
    const fragments = new Map<string, FragmentDefinitionNode>();
    const operations: OperationDefinitionNode[] = [];
    for (const definition of definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
      else if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
    }
    const known = new Map<string, Cost | 'open'>();
    const costs = operations.map(({ operation, selectionSet }) => costOf(selectionSet, schema.getRootType(operation) ?? undefined));
    // Validation also reads fragments that nothing spreads.
    for (const fragment of fragments.values()) if (!known.has(fragment.name.value)) costs.push({ ...costOfFragment(fragment), roots: 0 });
    return {
      operations: operations.length,
      fragments: definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).length,
      variables: Math.max(0, ...operations.map(({ variableDefinitions }) => variableDefinitions?.length ?? 0)),
      places: costs.reduce((sum, { places }) => sum + places, 0),
      repeated: costs.reduce((sum, { repeated }) => sum + repeated, 0),
      depth: Math.max(0, ...costs.map(({ depth }) => depth)),
      roots: Math.max(0, ...costs.map(({ roots }) => roots)),
      reads: Math.max(0, ...costs.map(({ reads }) => reads)),
      rows: Math.max(0, ...costs.map(({ rows, listed }) => rows + unpagedItems * listed)),
      values: Math.max(0, ...costs.map(({ values, listedValues }) => values + unpagedItems * listedValues)),
    };

    function costOf(set: SelectionSetNode, parent: GraphQLNamedType | undefined, names = new Set<string>()): Cost {
      let sum = nothing;
      for (const selection of set.selections) {
        if (selection.kind === Kind.FIELD) {
          const cost = costOfField(selection, parent);
          const name = selection.alias?.value ?? selection.name.value;
          sum = add(sum, names.has(name) ? { ...cost, repeated: cost.repeated + 1 } : cost);
          names.add(name);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) {
          const { typeCondition } = selection;
          sum = add(sum, within(costOf(selection.selectionSet, typeCondition ? schema.getType(typeCondition.name.value) : parent, names)));
        } else {
          const fragment = fragments.get(selection.name.value);
          sum = add(sum, within(fragment ? costOfFragment(fragment) : nothing));
        }
      }
      return { ...sum, depth: sum.depth + 1 };
    }

    /** @throws PrivacyError DOCUMENT_INVALID for a fragment that contains itself */
    function costOfFragment({ name, typeCondition, selectionSet }: FragmentDefinitionNode): Cost {
      const before = known.get(name.value);
      if (before === 'open') throw new PrivacyError('DOCUMENT_INVALID');
      if (before) return before;
      known.set(name.value, 'open');
      const cost = costOf(selectionSet, schema.getType(typeCondition.name.value));
      known.set(name.value, cost);
      return cost;
    }

    function costOfField(node: FieldNode, parent: GraphQLNamedType | undefined): Cost {
      const field = fieldOf(schema, parent, node.name.value);
      // Where the type is open, as of `node`, there is a read for each.
      const each =
        field && isAbstractType(getNamedType(field.type))
          ? schema.getPossibleTypes(getNamedType(field.type) as GraphQLAbstractType).length
          : 1;
      const reads = field && field.args.length > 0 && !parent?.name.startsWith('__') ? each : 0;
      const isList = field !== undefined && isListType(getNullableType(field.type));
      if (!node.selectionSet) return { ...nothing, places: 1, roots: 1, reads, values: isList ? textsOfList : 1 };
      const type = field && getNamedType(field.type);
      const inside = costOf(node.selectionSet, type);
      const page = pageOf(node, field) ?? unpagedItems;
      const objects = 1 + inside.rows + inside.listed * page;
      const counted = field === SchemaMetaFieldDef || field === TypeMetaFieldDef ? objects * introspectedRows : objects;
      const values = inside.values + inside.listedValues * page;
      const size = sizes.get(`${parent?.name}.${node.name.value}`);
      const isOfPage = size === undefined && isList && isCompositeType(type);
      return {
        places: 1 + inside.places,
        repeated: inside.repeated,
        depth: inside.depth,
        roots: 1,
        reads: reads + inside.reads,
        rows: isOfPage ? 0 : counted * (size ?? 1),
        listed: isOfPage ? counted : 0,
        values: isOfPage ? 0 : values * (size ?? 1),
        listedValues: isOfPage ? values : 0,
      };
    }
  };
}

function add(one: Cost, other: Cost): Cost {
  return {
    places: one.places + other.places,
    repeated: one.repeated + other.repeated,
    depth: Math.max(one.depth, other.depth),
    roots: one.roots + other.roots,
    reads: one.reads + other.reads,
    rows: one.rows + other.rows,
    listed: one.listed + other.listed,
    values: one.values + other.values,
    listedValues: one.listedValues + other.listedValues,
  };
}

/** The cost of a spread or an inline fragment, which counts as one place itself. */
function within(cost: Cost): Cost {
  return { ...cost, places: cost.places + 1 };
}

function fieldOf(schema: GraphQLSchema, parent: GraphQLNamedType | undefined, name: string): GraphQLField<unknown, unknown> | undefined {
  if (parent === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return parent && 'getFields' in parent ? (parent.getFields()[name] as GraphQLField<unknown, unknown> | undefined) : undefined;
}

/** The page size that a field asks for; undefined for a field without pages. */
function pageOf(node: FieldNode, field: GraphQLField<unknown, unknown> | undefined): number | undefined {
  if (!field?.args.some(({ name }) => name === 'first')) return undefined;
  const sizes = (node.arguments ?? []).filter(({ name }) => name.value === 'first' || name.value === 'last').map(({ value }) => value);
  if (sizes.length === 0) return defaultPage;
  // Larger pages, negative ones and two sizes are refused when the field is resolved.
  return Math.max(...sizes.map((size) => (size.kind === Kind.INT ? Math.min(Math.max(Number(size.value), 1), largestPage) : largestPage)));
}

/** Bytes of memory for each UTF-16 unit of a document's text: parsed, with its tokens. Measured: 32 to 63. */
const bytesAUnit = 60;

/** UTF-16 units of a document's text; 0 where it was parsed without its places. */
export function unitsOf({ loc }: DocumentNode): number {
  return loc?.source.body.length ?? 0;
}

/** An estimate of the memory that a document takes, in bytes. */
export function bytesOf(document: DocumentNode): number {
  return bytesAUnit * unitsOf(document);
}
