import { readdirSync, readFileSync } from 'node:fs';
import { Kind, parse, visit, type ASTNode } from 'graphql';

const folder = new URL('../../schema/', import.meta.url);

interface Place {
  readonly file: string;
  readonly line: number;
}

let places: ReadonlyMap<string, Place> | undefined;

/**
 * Finds the file and line in which the schema defines an element: `schema/residents.graphql:12`.
 * @param coordinate schema coordinate: `Resident.email`, `Query.accounts(overdue:)`, `Role.SUPPORT`, `@personal(category:)`
 * @param below the number of lines to add
 * @throws Error for an element that the schema does not have
 */
export function placeOf(coordinate: string, below = 0): string {
  places ??= new Map(readdirSync(folder).flatMap(definedIn));
  const place = places.get(coordinate);
  if (place === undefined) throw new Error(`The schema does not define ${coordinate}.`);
  return `schema/${place.file}:${place.line + below}`;
}

function definedIn(file: string): [coordinate: string, place: Place][] {
  const found: [string, Place][] = [];
  const path: string[] = [];
  visit(parse(readFileSync(new URL(file, folder), 'utf8')), {
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
