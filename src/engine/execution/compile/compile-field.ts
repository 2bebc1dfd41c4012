import {
  defaultFieldResolver,
  getArgumentValues,
  getNullableType,
  isLeafType,
  isNonNullType,
  defaultTypeResolver,
  GraphQLError,
  isListType,
  isObjectType,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type FieldNode,
  type GraphQLField,
  type GraphQLResolveInfo,
} from 'graphql';
import {
  type ExecuteField,
  type Execution,
  type SelectedField,
  type SelectionCompiler,
  handleFieldError,
  timed,
  type CompiledSelection,
  type CompleteValue,
  executeSelection,
} from './compiled-selection.ts';
import { isPromise, leafSerializer, type Path } from '../values.ts';
import type { ProgramSource } from './program-source.ts';

/** Compiles a field's execution (§6.4): its arguments, its resolver, the completion of its value, and its errors. */
export function compileField(compiler: SelectionCompiler, field: SelectedField): ExecuteField {
  const { definition, nodes, name, info } = field;
  const resolve = definition.resolve ?? defaultFieldResolver;
  const argumentsFor = compileArguments(field);
  const complete = compileCompletion(compiler, definition.type, field);
  const nullable = !isNonNullType(definition.type);
  const type = getNullableType(definition.type);
  const serialize = isLeafType(type) ? leafSerializer(type) : undefined;

  const fail = (execution: Execution, error: unknown, path: Path): null => handleFieldError(execution, error, nodes, path, nullable);
  const completePromise = async (execution: Execution, value: PromiseLike<unknown>, path: Path): Promise<unknown> => {
    try {
      const settled = await value;
      // Many fields continue at once if one statement loaded the values of all.
      if (execution.pace.mustYield) await execution.pace.yield();
      return await timed(execution, () => complete(execution, settled, path));
    } catch (error) {
      return fail(execution, error, path);
    }
  };
  if (serialize) {
    // The most common case first: a primitive is neither a promise nor an error.
    return (execution, source, parent) => {
      try {
        const value: unknown = resolve(source, argumentsFor(execution), execution.context, info);
        if (value === null && nullable) return null;
        if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return serialize(value);
        if (isPromise(value)) return completePromise(execution, value, { parent, key: name });
        const completed = complete(execution, value, undefined);
        return isPromise(completed)
          ? Promise.resolve(completed).catch((error: unknown) => fail(execution, error, { parent, key: name }))
          : completed;
      } catch (error) {
        return fail(execution, error, { parent, key: name });
      }
    };
  }
  return (execution, source, parent) => {
    const path = { parent, key: name };
    try {
      const value: unknown = resolve(source, argumentsFor(execution), execution.context, info);
      if (isPromise(value)) return completePromise(execution, value, path);
      const completed = complete(execution, value, path);
      return completed instanceof Promise ? completed.then(undefined, (error: unknown) => fail(execution, error, path)) : completed;
    } catch (error) {
      return fail(execution, error, path);
    }
  };
}

const noArguments: Record<string, unknown> = Object.freeze({});

function compileArguments({ definition, nodes }: SelectedField): (execution: Execution) => Record<string, unknown> {
  if (definition.args.length === 0) return () => noArguments;
  return ({ variables }) => getArgumentValues(definition, nodes[0]!, variables);
}

/** Compiles the completion of a field's values (GraphQL October 2021 §6.4.3). @param type the field's type, or a type inside it */
function compileCompletion(compiler: SelectionCompiler, type: GraphQLOutputType, field: SelectedField): CompleteValue {
  if (isNonNullType(type)) {
    const complete = compileCompletion(compiler, type.ofType, field);
    return (execution, value, path) => {
      const completed = complete(execution, value, path);
      if (completed === null) throw new Error(`Cannot return null for non-nullable field ${field.coordinate}.`);
      return completed;
    };
  }
  if (isListType(type)) return nullable(compileList(compiler, type.ofType, field));
  if (isLeafType(type)) {
    const serialize = leafSerializer(type);
    return nullable((_execution, value) => serialize(value));
  }
  if (isObjectType(type)) return nullable(compileObject(compiler, type, field));
  return nullable(compileAbstract(compiler, type, field));
}

/** Completes null and undefined to null, and throws an error that a resolver returned. */
function nullable(complete: CompleteValue): CompleteValue {
  return (execution, value, path) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Error) throw value;
    return complete(execution, value, path);
  };
}

function compileList(compiler: SelectionCompiler, itemType: GraphQLOutputType, field: SelectedField): CompleteValue {
  const complete = compileCompletion(compiler, itemType, field);
  const nullableItem = !isNonNullType(itemType);
  return (execution, value, path) => {
    if (typeof value !== 'object' || typeof (value as Partial<Iterable<unknown>>)[Symbol.iterator] !== 'function') {
      throw new GraphQLError(`Expected Iterable, but did not find one for field "${field.coordinate}".`);
    }
    const items = (value as Iterable<unknown>)[Symbol.iterator]();
    const { pace } = execution;
    const completed: unknown[] = [];
    let promised = false;
    const completeItem = (item: unknown): void => {
      const itemPath = { parent: path, key: completed.length };
      let done: unknown;
      try {
        done = isPromise(item) ? item.then((settled) => complete(execution, settled, itemPath)) : complete(execution, item, itemPath);
        if (isPromise(done)) {
          promised = true;
          done = done.then(undefined, (error: unknown) => handleFieldError(execution, error, field.nodes, itemPath, nullableItem));
        }
      } catch (error) {
        done = handleFieldError(execution, error, field.nodes, itemPath, nullableItem);
      }
      completed.push(done);
    };
    // Complete items while iterating: the iterable may throw later, after resolvers of earlier items were called.
    const completeRest = (): unknown => {
      try {
        for (let next = items.next(); !next.done; next = items.next()) {
          completeItem(next.value);
          pace.count();
          // Items that wait are loaded together, so a pause between them would divide their statement.
          if (!pace.mustYield || isPromise(completed.at(-1))) continue;
          // Until it continues, rejections of the items begun so far must not go unhandled.
          if (promised) void Promise.allSettled(completed);
          return pace.yield().then(goOn);
        }
      } catch (error) {
        // The items begun so far continue; their rejections must not go unhandled.
        if (promised) void Promise.allSettled(completed);
        items.return?.();
        throw error;
      }
      return promised ? Promise.all(completed) : completed;
    };
    const goOn = (): unknown => timed(execution, completeRest);
    return pace.mustYield ? pace.yield().then(goOn) : goOn();
  };
}

function compileObject(compiler: SelectionCompiler, type: GraphQLObjectType, field: SelectedField): CompleteValue {
  let selection: CompiledSelection | undefined;
  // Compiled when first needed: types can refer to each other endlessly, but rows do not.
  const getSelection = (): CompiledSelection => (selection ??= compiler.compileSubselection(type, field.nodes));
  const { isTypeOf } = type;
  if (!isTypeOf) return (execution, value, path) => executeSelection(execution, selection ?? getSelection(), value, path);
  return (execution, value, path) => {
    // Before isTypeOf, as in graphql-js: errors of the selection come first.
    const compiled = getSelection();
    const completeIf = (matches: boolean): unknown => {
      // The message leaves out the value, which may be personal.
      if (!matches) throw new GraphQLError(`Expected value of type "${type.name}" for field "${field.coordinate}".`);
      return executeSelection(execution, compiled, value, path);
    };
    const matches = isTypeOf(value, execution.context, field.info);
    return isPromise(matches) ? matches.then(completeIf) : completeIf(matches);
  };
}

function compileAbstract(compiler: SelectionCompiler, type: GraphQLAbstractType, field: SelectedField): CompleteValue {
  const completions = new Map<string, CompleteValue>();
  const resolveType = type.resolveType ?? defaultTypeResolver;
  const completeAs = (name: unknown, execution: Execution, value: unknown, path: Path | undefined): unknown => {
    const runtimeType = typeof name === 'string' ? compiler.schema.getType(name) : undefined;
    if (!isObjectType(runtimeType) || !compiler.schema.isSubType(type, runtimeType)) {
      throw new GraphQLError(`Abstract type "${type.name}" did not resolve to one of its types for field "${field.coordinate}".`);
    }
    let complete = completions.get(runtimeType.name);
    if (!complete) completions.set(runtimeType.name, (complete = compileObject(compiler, runtimeType, field)));
    return complete(execution, value, path);
  };
  return (execution, value, path) => {
    const name = resolveType(value, execution.context, field.info, type);
    return isPromise(name) ? name.then((settled) => completeAs(settled, execution, value, path)) : completeAs(name, execution, value, path);
  };
}

/**
 * Creates a field's `info`: one object for all rows and requests, frozen, so that no request can pass data to another
 * through it. Reading a property that depends on one request or row throws.
 */
export function createResolveInfo(
  source: ProgramSource,
  parentType: GraphQLObjectType,
  nodes: readonly FieldNode[],
  definition: GraphQLField<unknown, unknown>,
): GraphQLResolveInfo {
  return Object.freeze(new FieldInfo(source, parentType, nodes, definition));
}

class FieldInfo {
  readonly fieldName: string;
  readonly fieldNodes: readonly FieldNode[];
  readonly returnType: GraphQLField<unknown, unknown>['type'];
  readonly parentType: GraphQLObjectType;
  readonly schema: ProgramSource['schema'];
  readonly fragments: ProgramSource['fragments'];
  readonly operation: ProgramSource['operation'];

  constructor(
    { schema, fragments, operation }: ProgramSource,
    parentType: GraphQLObjectType,
    nodes: readonly FieldNode[],
    { name, type }: GraphQLField<unknown, unknown>,
  ) {
    this.fieldName = name;
    this.fieldNodes = nodes;
    this.returnType = type;
    this.parentType = parentType;
    this.schema = schema;
    this.fragments = fragments;
    this.operation = operation;
  }

  get path(): never {
    return unavailable('path');
  }

  get rootValue(): never {
    return unavailable('rootValue');
  }

  get variableValues(): never {
    return unavailable('variableValues');
  }
}

function unavailable(name: string): never {
  throw new Error(`A resolver read info.${name}, which this executor does not provide.`);
}
