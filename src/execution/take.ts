import { defaultFieldResolver, getArgumentValues, getNullableType, isLeafType, isNonNullType } from 'graphql';
import { completerOf } from './complete.ts';
import { failed } from './failed.ts';
import { serializerOf } from './leaf.ts';
import type { Path } from './path.ts';
import { isPromise } from './promises.ts';
import type { Below, Place, Run, Take } from './step.ts';

/** Makes what answers a field at a place (§6.4): its arguments, its resolver, the completion of its type, and its errors. */
export function takeOf(program: Below, place: Place): Take {
  const { definition, nodes, name, info } = place;
  const resolve = definition.resolve ?? defaultFieldResolver;
  const argumentsFor = argumentsOf(place);
  const complete = completerOf(program, definition.type, place);
  const nullable = !isNonNullType(definition.type);
  const named = getNullableType(definition.type);
  const serialize = isLeafType(named) ? serializerOf(named) : undefined;

  const fail = (run: Run, error: unknown, path: Path): null => failed(run, error, nodes, path, nullable);
  const takeLater = async (run: Run, value: PromiseLike<unknown>, path: Path): Promise<unknown> => {
    try {
      return await complete(run, await value, path);
    } catch (error) {
      return fail(run, error, path);
    }
  };
  if (serialize) {
    // What most fields are: a value that is no object, and so neither a promise nor an error.
    return (run, source, above) => {
      try {
        const value: unknown = resolve(source, argumentsFor(run), run.context, info);
        if (value === null && nullable) return null;
        if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return serialize(value);
        if (isPromise(value)) return takeLater(run, value, { above, key: name });
        const completed = complete(run, value, undefined);
        return isPromise(completed)
          ? Promise.resolve(completed).catch((error: unknown) => fail(run, error, { above, key: name }))
          : completed;
      } catch (error) {
        return fail(run, error, { above, key: name });
      }
    };
  }
  return (run, source, above) => {
    const path = { above, key: name };
    try {
      const value: unknown = resolve(source, argumentsFor(run), run.context, info);
      if (isPromise(value)) return takeLater(run, value, path);
      const completed = complete(run, value, path);
      return completed instanceof Promise ? completed.then(undefined, (error: unknown) => fail(run, error, path)) : completed;
    } catch (error) {
      return fail(run, error, path);
    }
  };
}

const none: Record<string, unknown> = Object.freeze({});

function argumentsOf({ definition, nodes }: Place): (run: Run) => Record<string, unknown> {
  if (definition.args.length === 0) return () => none;
  return ({ variables }) => getArgumentValues(definition, nodes[0]!, variables);
}
