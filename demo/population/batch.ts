import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { tableOrder, type TableName, type Tables } from './tables.ts';

/** Rows that wait to be loaded together. */
export interface Batch {
  /** How many rows wait. */
  readonly size: number;
  add<Name extends TableName>(table: Name, row: Tables[Name]): void;
  /**
   * Loads what waits by one COPY per table, each table after those that it refers to.
   * @returns how many rows that were
   */
  load(client: pg.Client): Promise<number>;
}

interface Waiting {
  readonly columns: readonly string[];
  lines: string[];
}

// Few enough that a piece is not a second copy of the whole batch, many enough that pieces cost nothing.
const linesInPiece = 500;

export function createBatch(): Batch {
  const tables = new Map<TableName, Waiting>();
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(table, row) {
      const cells = row as unknown as Readonly<Record<string, Cell>>;
      let waiting = tables.get(table);
      if (!waiting) tables.set(table, (waiting = { columns: Object.keys(cells), lines: [] }));
      let line = '';
      for (const column of waiting.columns) line += (line === '' ? '' : '\t') + cellText(cells[column]!);
      waiting.lines.push(line);
      size += 1;
    },
    async load(client) {
      for (const table of tableOrder) {
        const waiting = tables.get(table);
        if (!waiting?.lines.length) continue;
        const { columns, lines } = waiting;
        waiting.lines = [];
        await pipeline(Readable.from(pieces(lines)), client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`)));
      }
      const loaded = size;
      size = 0;
      return loaded;
    },
  };
}

function* pieces(lines: readonly string[]): Generator<Buffer> {
  for (let at = 0; at < lines.length; at += linesInPiece) {
    yield Buffer.from(`${lines.slice(at, at + linesInPiece).join('\n')}\n`);
  }
}

type Cell = string | number | boolean | null | readonly string[];

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value in PostgreSQL's text format for COPY. */
function cellText(cell: Cell): string {
  if (cell === null) return String.raw`\N`;
  if (typeof cell === 'string') return special.test(cell) ? cell.replaceAll(/[\\\t\n\r]/g, (found) => escapes[found]!) : cell;
  // Arrays hold words of the vocabulary alone, which need no quotes.
  return typeof cell === 'object' ? `{${cell.join(',')}}` : String(cell);
}
