import type { Client } from 'pg';
import { parseTable, type TableColumn } from './table-columns.ts';
import type { Choices } from '../asking/choices.ts';

/** A change of a database, and how to take it back. */
export interface WithheldChange {
  /** The coordinates whose values it can change: fields, or types for further rows. */
  readonly coordinates: readonly string[];
  make(client: Client): Promise<void>;
  undo(client: Client): Promise<void>;
}

/** A stored value that a standpoint may not see in any field. */
export interface WithheldCell {
  readonly table: string;
  readonly idColumn: string;
  readonly id: string;
  readonly column: string;
  readonly coordinates: readonly string[];
}

/**
 * Makes a change of a hidden value: to one far from it, or near, so that values that are computed of it change, or stay.
 * @returns undefined for a column of a type whose values this cannot vary
 */
export function changeCell(
  cell: WithheldCell,
  columns: readonly TableColumn[],
  distance: 'FAR' | 'NEAR',
  choices: Choices,
): WithheldChange | undefined {
  const { table, idColumn, id, column, coordinates } = cell;
  const type = columns.find(({ name }) => name === column)?.type;
  const changed = type && expressionFor(type, column, distance, 1 + choices.below(9));
  if (changed === undefined) return undefined;
  let before: string | undefined;
  return {
    coordinates,
    async make(client) {
      const where = `where ${quoted(idColumn)} = $1`;
      const { rows } = await client.query<{ row: string }>(`select to_jsonb(held)::text as row from ${parseTable(table)} held ${where}`, [
        id,
      ]);
      before ??= rows[0]?.row;
      await client.query(`update ${parseTable(table)} set ${quoted(column)} = ${changed} ${where}`, [id]);
    },
    async undo(client) {
      await client.query(
        `update ${parseTable(table)} held set ${quoted(column)} = old.${quoted(column)}
         from jsonb_populate_record(null::${parseTable(table)}, $2::jsonb) old where held.${quoted(idColumn)} = $1`,
        [id, before],
      );
    },
  };
}

/** Makes a change that adds a row like a hidden one, under another id. @param newId a UUID that no row has */
export function copyRow(
  { table, idColumn, id, coordinates }: Omit<WithheldCell, 'column'>,
  columns: readonly TableColumn[],
  newId: string,
): WithheldChange {
  const copied = columns.filter(({ isGenerated }) => !isGenerated).map(({ name }) => name);
  const values = copied.map((name) => (name === idColumn ? '$2' : quoted(name)));
  return {
    coordinates,
    async make(client) {
      await client.query(
        `insert into ${parseTable(table)} (${copied.map(quoted).join(', ')}) select ${values.join(', ')} from ${parseTable(table)} where ${quoted(idColumn)} = $1`,
        [id, newId],
      );
    },
    async undo(client) {
      await client.query(`delete from ${parseTable(table)} where ${quoted(idColumn)} = $1`, [newId]);
    },
  };
}

/** A text of the same length in which letters and digits are those from the other end. */
function reflected(text: string): string {
  const signs = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
  const backward = 'zyxwvutsrqponmlkjihgfedcbaZYXWVUTSRQPONMLKJIHGFEDCBA9876543210';
  return `translate(${text}, '${signs}', '${backward}')`;
}

/** Values far from the stored ones come in the opposite order, so that an order by them is noticed. */
function expressionFor(type: string, column: string, distance: 'FAR' | 'NEAR', number: number): string | undefined {
  const name = quoted(column);
  const far = distance === 'FAR';
  switch (type) {
    case 'text':
    case 'varchar':
      return far ? reflected(`coalesce(${name}, 'none')`) : `coalesce(${name}, '') || '${number}'`;
    case 'bpchar':
      return reflected(name);
    case 'int2':
    case 'int4':
    case 'int8':
    case 'numeric':
    case 'float4':
    case 'float8':
      return far ? `1009 - coalesce(${name}, 0)` : `coalesce(${name}, 0) + ${number}`;
    case 'bool':
      return `not coalesce(${name}, false)`;
    case 'date':
      return far
        ? `date '1990-01-01' - (coalesce(${name}, date '2000-01-01') - date '1990-01-01')`
        : `coalesce(${name}, date '2000-01-01') - ${number}`;
    case 'timestamp':
    case 'timestamptz':
      return far
        ? `${type} '2020-01-01' - (coalesce(${name}, ${type} '2010-01-01') - ${type} '2020-01-01')`
        : `coalesce(${name}, ${type} '2010-01-01') - interval '${number} seconds'`;
    default:
      return undefined;
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
