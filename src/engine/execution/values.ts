import { GraphQLID, GraphQLString, type GraphQLLeafType, type GraphQLError } from 'graphql';

const serializers = new WeakMap<GraphQLLeafType, (value: unknown) => unknown>();

/**
 * The serializer of a leaf type, for values that are neither null nor an error (§6.4.3, result coercion). One per
 * type is kept, not one per field. It throws for a value that the type cannot represent.
 */
export function leafSerializer(type: GraphQLLeafType): (value: unknown) => unknown {
  let serializer = serializers.get(type);
  if (!serializer) serializers.set(type, (serializer = createSerializer(type)));
  return serializer;
}

function createSerializer(type: GraphQLLeafType): (value: unknown) => unknown {
  const serialize = (value: unknown): unknown => {
    const serialized: unknown = type.serialize(value);
    if (serialized === null || serialized === undefined) throw new Error(`${type.name} serialized a value to nothing.`);
    return serialized;
  };
  // Both types serialize a string to itself, and most values are strings.
  if (type === GraphQLString || type === GraphQLID) return (value) => (typeof value === 'string' ? value : serialize(value));
  return serialize;
}

/** The field errors of one execution. An error below a position that is already null is left out. */
export class FieldErrors {
  readonly list: GraphQLError[] = [];
  readonly #nullPaths = new Set<Path | undefined>();

  /** @param path the position that becomes null; undefined: all data */
  add(error: GraphQLError, path: Path | undefined): void {
    if (this.#nullPaths.has(undefined)) return;
    for (let current = path; current; current = current.parent) if (this.#nullPaths.has(current)) return;
    this.#nullPaths.add(path);
    this.list.push(error);
  }
}

/** Whether a value is a promise, or is awaited like one. */
export function isPromise(value: unknown): value is PromiseLike<unknown> {
  return (
    ((typeof value === 'object' && value !== null) || typeof value === 'function') &&
    typeof (value as { then?: unknown }).then === 'function'
  );
}

/** The position of a value in a response, from the leaf up. Only objects and lists create one eagerly: a leaf needs it only for errors. */
export interface Path {
  readonly parent: Path | undefined;
  readonly key: string | number;
}

/** The path as the specification defines it (GraphQL October 2021 §7.1.2), from the root down. */
export function pathKeys(path: Path): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let current: Path | undefined = path; current; current = current.parent) keys.push(current.key);
  return keys.toReversed();
}
