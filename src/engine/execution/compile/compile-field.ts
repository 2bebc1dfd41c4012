import { defaultFieldResolver, getArgumentValues, getNullableType, isLeafType, isNonNullType } from 'graphql';
import { compileCompletion } from './compile-completion.ts';
import type { ExecuteField, Execution, SelectedField, SelectionCompiler } from './compiled-selection.ts';
import { handleFieldError } from '../values/handle-field-error.ts';
import { isPromise } from '../values/is-promise.ts';
import { leafSerializer } from '../values/leaf-serializer.ts';
import type { Path } from '../values/path.ts';
import { timed } from '../timed.ts';

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
