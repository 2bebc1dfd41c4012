import type { GraphQLError } from 'graphql';
import type { Path } from './path.ts';

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
