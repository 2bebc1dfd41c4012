import {
  defaultTypeResolver,
  GraphQLError,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type FieldNode,
  type GraphQLAbstractType,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
} from 'graphql';
import { failed } from './failed.ts';
import type { Path } from './path.ts';
import { isPromise, select } from './select.ts';
import type { Below, Complete, Run, Selection } from './step.ts';

/** The places of a document that a value answers, for its errors and for what is selected below it. */
interface Place {
  readonly nodes: readonly FieldNode[];
  readonly coordinate: string;
  readonly info: GraphQLResolveInfo;
}

/** Makes the completion of a type (GraphQL October 2021 §6.4.3) at a place. */
export function completerOf(program: Below, type: GraphQLOutputType, place: Place): { complete: Complete; leaf: boolean } {
  if (isNonNullType(type)) {
    const { complete, leaf } = completerOf(program, type.ofType, place);
    return {
      leaf,
      complete: (run, value, path) => {
        const completed = complete(run, value, path);
        if (completed === null) throw new Error(`Cannot return null for non-nullable field ${place.coordinate}.`);
        return completed;
      },
    };
  }
  if (isListType(type)) return { leaf: false, complete: listOf(program, type.ofType, place) };
  if (isLeafType(type)) return { leaf: true, complete: leafOf(type) };
  if (isObjectType(type)) return { leaf: false, complete: objectOf(program, type, place) };
  return { leaf: false, complete: abstractOf(program, type, place) };
}

function leafOf(type: GraphQLLeafType): Complete {
  return (_run, value) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Error) throw value;
    const serialized: unknown = type.serialize(value);
    if (serialized === null || serialized === undefined) throw new Error(`${type.name} serialized a value to nothing.`);
    return serialized;
  };
}

function listOf(program: Below, itemType: GraphQLOutputType, place: Place): Complete {
  const { complete, leaf } = completerOf(program, itemType, place);
  const nullable = !isNonNullType(itemType);
  return (run, value, path) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Error) throw value;
    if (typeof value !== 'object' || typeof (value as Partial<Iterable<unknown>>)[Symbol.iterator] !== 'function') {
      throw new GraphQLError(`Expected Iterable, but did not find one for field "${place.coordinate}".`);
    }
    const completed: unknown[] = [];
    let promised = false;
    try {
      let index = 0;
      // One after the other, for an iterable may fail when it comes to the next, and then some were answered already.
      for (const item of value as Iterable<unknown>) {
        const key = index;
        const itemPath = leaf ? undefined : { above: path, key };
        const fail = (error: unknown): null => failed(run, error, place.nodes, itemPath ?? { above: path, key }, nullable);
        let done: unknown;
        try {
          done = isPromise(item) ? item.then((settled) => complete(run, settled, itemPath)) : complete(run, item, itemPath);
          if (isPromise(done)) {
            promised = true;
            done = done.then(undefined, fail);
          }
        } catch (error) {
          done = fail(error);
        }
        completed.push(done);
        index += 1;
      }
    } catch (error) {
      // The items begun so far go on; a failure of theirs must not count as unheard.
      if (promised) void Promise.allSettled(completed);
      throw error;
    }
    return promised ? Promise.all(completed) : completed;
  };
}

function objectOf(program: Below, type: GraphQLObjectType, place: Place): Complete {
  let selection: Selection | undefined;
  return (run, value, path) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Error) throw value;
    // Made when first needed: types can lead to each other without end, but rows do not.
    const below = (selection ??= program.below(type, place.nodes));
    if (!type.isTypeOf) return select(run, below, value, path);
    const isOne = type.isTypeOf(value, run.context, place.info);
    const completeIf = (one: boolean): unknown => {
      // Without the value, which may be personal.
      if (!one) throw new GraphQLError(`Expected value of type "${type.name}" for field "${place.coordinate}".`);
      return select(run, below, value, path);
    };
    return isPromise(isOne) ? isOne.then(completeIf) : completeIf(isOne);
  };
}

function abstractOf(program: Below, type: GraphQLAbstractType, place: Place): Complete {
  const objects = new Map<string, Complete>();
  const resolveType = type.resolveType ?? defaultTypeResolver;
  const completeAs = (name: unknown, run: Run, value: unknown, path: Path | undefined): unknown => {
    const runtime = typeof name === 'string' ? program.schema.getType(name) : undefined;
    if (!isObjectType(runtime) || !program.schema.isSubType(type, runtime)) {
      throw new GraphQLError(`Abstract type "${type.name}" did not resolve to one of its types for field "${place.coordinate}".`);
    }
    let complete = objects.get(runtime.name);
    if (!complete) objects.set(runtime.name, (complete = objectOf(program, runtime, place)));
    return complete(run, value, path);
  };
  return (run, value, path) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Error) throw value;
    const name = resolveType(value, run.context, place.info, type);
    return isPromise(name) ? name.then((settled) => completeAs(settled, run, value, path)) : completeAs(name, run, value, path);
  };
}
