import { Client } from 'pg';
import type { Statement } from './statements.ts';

/** The rows that one plan node read from a table, and the node's name. A node that did not run is left out. */
export interface ReadRows {
  readonly table: string;
  readonly rows: number;
  readonly how: string;
}

/**
 * Runs a statement in a transaction that is rolled back, and counts the rows that it reads from each table, including rows that
 * a filter removes.
 * @param account connection string
 * @param generic whether to use the generic plan of a prepared statement, made before the parameters are known
 */
export async function rowsRead(account: string, { text, values }: Statement, generic: boolean): Promise<readonly ReadRows[]> {
  const client = new Client({ connectionString: account });
  await client.connect();
  const literal = (value: unknown): string => {
    if (value === null || value === undefined) return 'null';
    if (Array.isArray(value)) return client.escapeLiteral(`{${value.join(',')}}`);
    return client.escapeLiteral(value instanceof Date ? value.toISOString() : typeof value === 'string' ? value : JSON.stringify(value));
  };
  try {
    await client.query('begin');
    await client.query(`set local plan_cache_mode = ${generic ? 'force_generic_plan' : 'force_custom_plan'}`);
    await client.query(`prepare asked as ${text}`);
    const given = values.length > 0 ? `(${values.map(literal).join(', ')})` : '';
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Node }] }>(
      `explain (analyze, timing off, format json) execute asked${given}`,
    );
    return scansOf(rows[0]!['QUERY PLAN'][0].Plan);
  } finally {
    await client.end();
  }
}

/** A node of PostgreSQL's plan: the members used here. */
interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Node[];
}

function scansOf(node: Node): readonly ReadRows[] {
  const below = (node.Plans ?? []).flatMap(scansOf);
  const table = node['Relation Name'];
  if (table === undefined || node['Actual Loops'] === 0 || node['Node Type'] === 'ModifyTable') return below;
  const each = node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  const how = [node['Node Type'], ...indexesOf(node)].join(' ');
  return [{ table, rows: Math.round(each * node['Actual Loops']), how }, ...below];
}

/** The index of a scan, or those that a bitmap scan combines. */
function indexesOf(node: Node): readonly string[] {
  const own = node['Index Name'];
  const isBitmap = node['Node Type'].startsWith('Bitmap');
  return [...(own === undefined ? [] : [own]), ...(isBitmap ? (node.Plans ?? []).flatMap(indexesOf) : [])];
}
