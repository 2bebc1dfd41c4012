import type { Markings } from '../../src/engine/markings/markings.ts';
import type { Answered } from '../helpers/gateway/gateway.ts';

/**
 * Finds where the report of an answer and its data disagree: a value that is shown although it is reported as certainly withheld,
 * and a value of the resident that is missing although nothing is reported. Response names are coordinates, with `__` for the dot.
 * @param known coordinates of which the resident is known to have a value
 */
export function untrueItems({ sameSubject }: Markings, { data, privacy }: Answered, known: ReadonlySet<string>): string[] {
  if (!data) return [];
  const placesOf = (items: Answered['privacy']['withheld'] = []): Set<string> =>
    new Set(items.flatMap(({ coordinate, paths }) => paths.map((path) => `${coordinate} ${path.join('.')}`)));
  const withheld = placesOf(privacy.withheld);
  const conditional = placesOf(privacy.conditional);
  const found: string[] = [];
  visit(data, [], false);
  return found;

  /** @param own whether the object is about the resident */
  function visit(value: unknown, path: readonly string[], own: boolean): void {
    if (Array.isArray(value)) for (const item of value) visit(item, [...path, '*'], false);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, inner] of Object.entries(value)) {
        const coordinate = name.replace('__', '.');
        const here = [...path, name];
        const place = `${coordinate} ${here.join('.')}`;
        if (inner === null && own && known.has(coordinate) && !withheld.has(place) && !conditional.has(place))
          found.push(`${place}: missing`);
        if (inner !== null && withheld.has(place)) found.push(`${place}: shown`);
        visit(inner, here, name === 'Query__resident' || (own && sameSubject.has(coordinate)));
      }
    }
  }
}
