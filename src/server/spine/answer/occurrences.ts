type Path = readonly (string | number)[];

/**
 * Finds where a null stands in finished data along a path of the plan, in the order of the data. Below a null object there is
 * nothing to find, so the result reveals no more than the data.
 * @param path response names, `*` for list indexes
 * @param most no more than these are found
 */
export function occurrences(data: unknown, path: readonly string[], most: number): Path[] {
  const found: Path[] = [];
  visit(data, 0, []);
  return found;

  function visit(value: unknown, depth: number, here: Path): void {
    if (found.length >= most) return;
    const name = path[depth];
    if (name === undefined) {
      if (value === null) found.push(here);
    } else if (name === '*') {
      if (Array.isArray(value)) value.forEach((item, index) => visit(item, depth + 1, [...here, index]));
    } else if (typeof value === 'object' && value !== null && Object.hasOwn(value, name)) {
      visit((value as Readonly<Record<string, unknown>>)[name], depth + 1, [...here, name]);
    }
  }
}
