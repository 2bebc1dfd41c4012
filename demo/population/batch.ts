import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { tableOrder, type TableName, type Tables } from './tables.ts';

/** Rows to load together. */
export interface Batch {
  /** The number of rows that are not loaded yet. */
  readonly size: number;
  add<Name extends TableName>(table: Name, row: Tables[Name]): void;
  /**
   * Loads the rows with one COPY per table, each table after those that it refers to.
   * @returns the number of rows
   */
  load(client: pg.Client): Promise<number>;
}

interface PendingRows {
  readonly columns: readonly string[];
  lines: string[];
}

// Small enough that a chunk is not a second copy of the whole batch, and large enough that the cost of chunking is negligible.
const linesInChunk = 500;

export function createBatch(): Batch {
  const tables = new Map<TableName, PendingRows>();
  let size = 0;
  return {
    get size() {
      return size;
    },
    add(table, row) {
      const cells = row as unknown as Readonly<Record<string, Cell>>;
      let pending = tables.get(table);
      if (!pending) tables.set(table, (pending = { columns: Object.keys(cells), lines: [] }));
      let line = '';
      for (const column of pending.columns) line += (line === '' ? '' : '\t') + cellText(cells[column]!);
      pending.lines.push(line);
      size += 1;
    },
    async load(client) {
      for (const table of tableOrder) {
        const pending = tables.get(table);
        if (!pending?.lines.length) continue;
        const { columns, lines } = pending;
        pending.lines = [];
        await pipeline(Readable.from(chunks(lines)), client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`)));
      }
      const loaded = size;
      size = 0;
      return loaded;
    },
  };
}

function* chunks(lines: readonly string[]): Generator<Buffer> {
  for (let at = 0; at < lines.length; at += linesInChunk) {
    yield Buffer.from(`${lines.slice(at, at + linesInChunk).join('\n')}\n`);
  }
}

type Cell = string | number | boolean | null | readonly string[];

const special = /[\\\t\n\r]/;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

/** A value in PostgreSQL's text format for COPY. */
function cellText(cell: Cell): string {
  if (cell === null) return String.raw`\N`;
  if (typeof cell === 'string') return special.test(cell) ? cell.replaceAll(/[\\\t\n\r]/g, (found) => escapes[found]!) : cell;
  // Arrays hold enum values only, which need no quotes.
  return typeof cell === 'object' ? `{${cell.join(',')}}` : String(cell);
}
