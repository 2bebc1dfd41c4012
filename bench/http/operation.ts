import type { Dialect, Node } from './dialects.ts';

/** The gateway's largest page size; all contenders use it. */
const pageRows = 100;

/** A GraphQL request, and a function that finds the residents in its answer. */
export interface Operation {
  readonly body: string;
  readonly nodesIn: (data: Data) => readonly Node[];
}

/** The data of an answer: connections by alias. */
export type Data = Readonly<Record<string, Connection>>;

interface Connection {
  readonly edges: readonly { readonly node: Node; readonly cursor?: string }[];
}

/** Sends an operation to a contender. @throws Error if the answer has errors */
export type Ask = (body: string) => Promise<Data>;

/**
 * Writes the operation for a number of rows: one page, or several as aliases of one operation. Each page starts after
 * a cursor that the contender returned beforehand.
 */
export async function operationFor(dialect: Dialect, rows: number, ask: Ask): Promise<Operation> {
  const first = Math.min(rows, pageRows);
  const cursors = await cursorsBefore(dialect, rows, first, ask);
  const variables = Object.fromEntries(cursors.map((cursor, at) => [`after${at + 2}`, cursor]));
  const declared = Object.keys(variables).map((name) => `$${name}: ${dialect.cursorType}`);
  const pages = ['', ...Object.keys(variables).map((name) => `, after: $${name}`)].map(
    (after, at) => `page${at + 1}: ${list(dialect, first, after)} { edges { node { ${dialect.node} } } }`,
  );
  const query = `query Residents${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${pages.join(' ')} }`;
  return {
    body: JSON.stringify({ query, variables }),
    nodesIn: (data) => Object.values(data).flatMap(({ edges }) => edges.map(({ node }) => node)),
  };
}

/** The cursors after which the second and later pages begin. */
async function cursorsBefore(dialect: Dialect, rows: number, first: number, ask: Ask): Promise<string[]> {
  const cursors: string[] = [];
  while ((cursors.length + 1) * first < rows) {
    const query = `query Cursors($after: ${dialect.cursorType}) { page: ${list(dialect, first, ', after: $after')} { edges { cursor } } }`;
    const { page } = await ask(JSON.stringify({ query, variables: { after: cursors.at(-1) ?? null } }));
    cursors.push(page?.edges.at(-1)?.cursor ?? '');
  }
  return cursors;
}

function list(dialect: Dialect, first: number, after: string): string {
  return `${dialect.list}(first: ${first}${after}${dialect.order})`;
}
