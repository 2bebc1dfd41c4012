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
