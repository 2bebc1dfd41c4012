import { readdirSync, readFileSync } from 'node:fs';
import { Kind, parse, visit, type ASTNode } from 'graphql';

interface Place {
  readonly file: string;
  readonly line: number;
}

/** Finds the file and line of an element: `schema/people.graphql:12`. */
type PlaceOf = (coordinate: string, below?: number) => string;

/**
 * Makes a function that finds in which file and line of a schema an element is defined. It takes a schema coordinate
 * (`Resident.email`, `Query.accounts(overdue:)`, `Role.SUPPORT`, `@personal(category:)`) and the number of lines to add. It throws for an
 * element that is not defined there.
 * @param paths folders or files, from the root of the repository
 */
export function placesIn(...paths: readonly string[]): PlaceOf {
  let places: ReadonlyMap<string, Place> | undefined;
  return (coordinate, below = 0) => {
    places ??= new Map(paths.flatMap(definedIn));
    const place = places.get(coordinate);
    if (place === undefined) throw new Error(`The schema does not define ${coordinate}.`);
    return `${place.file}:${place.line + below}`;
  };
}

/** The places of the repository's schema. */
export const placeOf = placesIn('schema');

function definedIn(path: string): [coordinate: string, place: Place][] {
  if (path.endsWith('.graphql')) return definedInFile(path);
  const files = readdirSync(new URL(`../../../${path}/`, import.meta.url)).filter((name) => name.endsWith('.graphql'));
  return files.flatMap((name) => definedInFile(`${path}/${name}`));
}

function definedInFile(file: string): [coordinate: string, place: Place][] {
  const found: [string, Place][] = [];
  const path: string[] = [];
  visit(parse(readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8')), {
    enter(node) {
      const name = nameOf(node, path);
      if (name === undefined) return;
      path.push(name);
      found.push([path.join('.').replace('.(', '('), { file, line: lineOf(node) }]);
    },
    leave(node) {
      if (nameOf(node, path) !== undefined) path.pop();
    },
  });
  return found;
}

/** The part of the coordinate that an element adds; undefined for a node that is not a definition. */
function nameOf(node: ASTNode, path: readonly string[]): string | undefined {
  if (!('name' in node) || !node.name || !/Definition$|Extension$/.test(node.kind)) return undefined;
  if (node.kind === Kind.DIRECTIVE_DEFINITION) return `@${node.name.value}`;
  // An argument is an input value below a field or a directive, an input field one below a type.
  const isArgument = node.kind === Kind.INPUT_VALUE_DEFINITION && (path.length > 1 || path[0]?.startsWith('@'));
  return isArgument ? `(${node.name.value}:)` : node.name.value;
}

function lineOf(node: ASTNode): number {
  return ('name' in node && node.name ? node.name : node).loc!.startToken.line;
}
