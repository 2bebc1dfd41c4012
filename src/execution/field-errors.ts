import type { GraphQLError } from 'graphql';
import type { Path } from './path.ts';

/** The errors of one execution. One below a place that is null already tells of nothing in the answer, and is left out. */
export class FieldErrors {
  readonly list: GraphQLError[] = [];
  readonly #places = new Set<Path | undefined>();

  /** @param path the place that becomes null; undefined: the whole answer */
  add(error: GraphQLError, path: Path | undefined): void {
    if (this.#places.has(undefined)) return;
    for (let at = path; at; at = at.above) if (this.#places.has(at)) return;
    this.#places.add(path);
    this.list.push(error);
  }
}
