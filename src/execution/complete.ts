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
import { failed } from './failed.ts';
import { serializerOf } from './leaf.ts';
import type { Path } from './path.ts';
import { isPromise } from './promises.ts';
import { select } from './select.ts';
import type { Below, Complete, Place, Run, Selection } from './step.ts';

/** Makes the completion of a type (GraphQL October 2021 §6.4.3) at a place. */
export function completerOf(program: Below, type: GraphQLOutputType, place: Place): Complete {
  if (isNonNullType(type)) {
    const complete = completerOf(program, type.ofType, place);
    return (run, value, path) => {
      const completed = complete(run, value, path);
      if (completed === null) throw new Error(`Cannot return null for non-nullable field ${place.coordinate}.`);
      return completed;
    };
  }
  if (isListType(type)) return orNothing(listOf(program, type.ofType, place));
  if (isLeafType(type)) {
    const serialize = serializerOf(type);
    return orNothing((_run, value) => serialize(value));
  }
  if (isObjectType(type)) return orNothing(objectOf(program, type, place));
  return orNothing(abstractOf(program, type, place));
}

/** Completes what is something; an error that a resolver gave instead of throwing it is thrown here. */
function orNothing(complete: Complete): Complete {
  return (run, value, path) => {
    if (value === null || value === undefined) return null;
    if (value instanceof Error) throw value;
    return complete(run, value, path);
  };
}

function listOf(program: Below, itemType: GraphQLOutputType, place: Place): Complete {
  const complete = completerOf(program, itemType, place);
  const nullable = !isNonNullType(itemType);
  return (run, value, path) => {
    if (typeof value !== 'object' || typeof (value as Partial<Iterable<unknown>>)[Symbol.iterator] !== 'function') {
      throw new GraphQLError(`Expected Iterable, but did not find one for field "${place.coordinate}".`);
    }
    const completed: unknown[] = [];
    let promised = false;
    let index = 0;
    try {
      // One after the other, for an iterable may fail when it comes to the next, and then some were answered already.
      for (const item of value as Iterable<unknown>) {
        const itemPath = { above: path, key: index };
        index += 1;
        let done: unknown;
        try {
          done = isPromise(item) ? item.then((settled) => complete(run, settled, itemPath)) : complete(run, item, itemPath);
          if (isPromise(done)) {
            promised = true;
            done = done.then(undefined, (error: unknown) => failed(run, error, place.nodes, itemPath, nullable));
          }
        } catch (error) {
          done = failed(run, error, place.nodes, itemPath, nullable);
        }
        completed.push(done);
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
  // Made when first needed: types can lead to each other without end, but rows do not.
  const below = (): Selection => (selection ??= program.below(type, place.nodes));
  const { isTypeOf } = type;
  if (!isTypeOf) return (run, value, path) => select(run, selection ?? below(), value, path);
  return (run, value, path) => {
    // Before the type is asked, as graphql-js does: what the selection lacks is told first.
    const found = below();
    const completeIf = (isOne: boolean): unknown => {
      // Without the value, which may be personal.
      if (!isOne) throw new GraphQLError(`Expected value of type "${type.name}" for field "${place.coordinate}".`);
      return select(run, found, value, path);
    };
    const isOne = isTypeOf(value, run.context, place.info);
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
    const name = resolveType(value, run.context, place.info, type);
    return isPromise(name) ? name.then((settled) => completeAs(settled, run, value, path)) : completeAs(name, run, value, path);
  };
}
