import {
  defaultTypeResolver,
  GraphQLError,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLAbstractType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import type { CompiledSelection, CompleteValue, Execution, SelectedField, SelectionCompiler } from './compiled-selection.ts';
import { executeSelection } from '../execute-selection.ts';
import { handleFieldError } from '../values/handle-field-error.ts';
import { isPromise } from '../values/is-promise.ts';
import { leafSerializer } from '../values/leaf-serializer.ts';
import type { Path } from '../values/path.ts';
import { timed } from '../timed.ts';

/** Compiles the completion of a field's values (GraphQL October 2021 §6.4.3). @param type the field's type, or a type inside it */
export function compileCompletion(compiler: SelectionCompiler, type: GraphQLOutputType, field: SelectedField): CompleteValue {
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
