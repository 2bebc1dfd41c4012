/** Where in an answer a value stands, from the leaf up; made for objects and lists only, as values need it for errors alone. */
export interface Path {
  readonly above: Path | undefined;
  readonly key: string | number;
}

/** The path as the specification has it (GraphQL October 2021 §7.1.2), from the root down. */
export function keysOf(path: Path): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let at: Path | undefined = path; at; at = at.above) keys.push(at.key);
  return keys.toReversed();
}
