import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import type { Database } from '../../../../platform/sql/sql.ts';
import { tableOf } from '../../rows/definition.ts';
import type { Rows } from '../../rows/rows.ts';
import type { Choices } from '../asking/choices.ts';
import { changeCell, copyRow, type WithheldCell, type WithheldChange } from './withheld-changes.ts';
import { readRecords, type ExpectedRow, type RecordParts } from '../records/read-records.ts';
import type { Placed } from '../standpoint.ts';
import { readColumns, type TableColumn } from './table-columns.ts';

/** A database that differs in hidden values alone, for one standpoint. */
export interface Variation {
  /** The coordinates whose hidden values differ. */
  readonly coordinates: ReadonlySet<string>;
  /** Fields that may be seen and change with a hidden one, of which their marking does not say that they are derived: one sentence each. */
  readonly undeclared: readonly string[];
  make(): Promise<void>;
  undo(): Promise<void>;
}

/** The connection of the role that owns the tables, in two forms. */
export interface OwnerConnection {
  readonly client: Client;
  readonly database: Database;
}

/**
 * Finds changes of all that a standpoint may not see, which leave the same all that it may. The database is as before.
 * A change that also alters something visible, such as a year of birth where the decade may be seen, is left out.
 */
export async function varyWithheld(
  { client, database }: OwnerConnection,
  parts: RecordParts,
  placed: Placed,
  choices: Choices,
): Promise<Variation> {
  const before = await readRecords(database, parts, placed);
  const visible = visibleState(before);
  const columns = new Map<string, readonly TableColumn[]>();
  for (const { definition } of parts.rows) {
    const table = tableOf(definition);
    if (table !== undefined && !columns.has(table)) columns.set(table, await readColumns(client, table));
  }
  const kept: WithheldChange[] = [];
  const undeclared = new Set<string>();
  await client.query('begin');
  await keepUnseen(rowChanges(before, parts.rows, columns));
  const cells = withheldCells(before, parts.rows);
  const left = await keepUnseen(cellChanges(cells, 'FAR'));
  const failed = new Set(left.flatMap(({ coordinates }) => coordinates));
  await keepUnseen(
    cellChanges(
      cells.filter((cell) => cell.coordinates.some((one) => failed.has(one))),
      'NEAR',
    ),
  );
  const after = await readRecords(database, parts, placed);
  await client.query('rollback');
  return {
    coordinates: differing(before, after),
    undeclared: [...undeclared],
    make: () =>
      inTransaction(async () => {
        for (const change of kept) await change.make(client);
      }),
    undo: () =>
      inTransaction(async () => {
        for (const change of kept.toReversed()) await change.undo(client);
      }),
  };

  async function inTransaction(work: () => Promise<void>): Promise<void> {
    await client.query('begin');
    await work();
    await client.query('commit');
  }

  function noteUndeclared(hidden: readonly string[], shown: ReadonlySet<string>): void {
    for (const coordinate of shown) {
      const derivedFrom = parts.markings.outputs.get(coordinate)?.derivedFrom ?? [];
      if (!hidden.some((one) => derivedFrom.includes(one)))
        undeclared.add(
          `${placed.name}: ${coordinate} changes with ${hidden.join(' and ')}, which is hidden, and its marking has no derivedFrom`,
        );
    }
  }

  function cellChanges(from: readonly WithheldCell[], distance: 'FAR' | 'NEAR'): readonly WithheldChange[] {
    return from.flatMap((cell) => changeCell(cell, columns.get(cell.table) ?? [], distance, choices) ?? []);
  }

  /** Makes those of the changes that alter nothing visible. @returns the others */
  async function keepUnseen(changes: readonly WithheldChange[]): Promise<readonly WithheldChange[]> {
    if (changes.length === 0) return [];
    await client.query('savepoint hidden');
    try {
      for (const change of changes) await change.make(client);
      const now = await readRecords(database, parts, placed);
      if (visibleState(now) === visible) {
        kept.push(...changes);
        await client.query('release savepoint hidden');
        return [];
      }
      if (changes.length === 1) noteUndeclared(changes[0]!.coordinates, changedVisibly(before, now));
    } catch {
      // A constraint of the table forbids one of them.
    }
    await client.query('rollback to savepoint hidden');
    if (changes.length === 1) return changes;
    const half = Math.ceil(changes.length / 2);
    return [...(await keepUnseen(changes.slice(0, half))), ...(await keepUnseen(changes.slice(half)))];
  }
}

/** The fields of rows that differ although they may be seen, before and after. */
function changedVisibly(before: readonly ExpectedRow[], after: readonly ExpectedRow[]): ReadonlySet<string> {
  const known = new Map(before.map((row) => [`${row.type} ${row.id}`, row]));
  return new Set(
    after.flatMap((row) => {
      const earlier = known.get(`${row.type} ${row.id}`);
      const fields = Object.keys(row.values).filter((field) => row.sees(field) && earlier?.sees(field) === true);
      return fields
        .filter((field) => JSON.stringify(row.values[field]) !== JSON.stringify(earlier?.values[field]))
        .map((field) => `${row.type}.${field}`);
    }),
  );
}

/** All that the standpoint may see, as text. */
function visibleState(rows: readonly ExpectedRow[]): string {
  return JSON.stringify(
    rows
      .filter(({ isVisible }) => isVisible)
      .map((row) => [row.type, row.id, [...row.scopes], Object.entries(row.values).filter(([field]) => row.sees(field))]),
  );
}

/** The stored values that no field shows. A column that several fields hold is hidden if each of them is. */
function withheldCells(rows: readonly ExpectedRow[], all: readonly Rows[]): readonly WithheldCell[] {
  const cells = new Map<string, WithheldCell & { isSeen: boolean }>();
  for (const row of rows) {
    const { definition } = all.find(({ type }) => type === row.type)!;
    const { columns, id: idColumn = 'id', subject, keys = {} } = definition;
    const table = tableOf(definition);
    if (table === undefined) continue;
    const links = new Set([idColumn, subject, ...Object.values(keys)]);
    for (const [field, column] of Object.entries(columns)) {
      if (typeof column !== 'string' || links.has(column)) continue;
      const key = JSON.stringify([table, row.id, column]);
      const known = cells.get(key);
      cells.set(key, {
        table,
        idColumn,
        id: row.id,
        column,
        coordinates: [...(known?.coordinates ?? []), `${row.type}.${field}`],
        isSeen: known?.isSeen === true || row.sees(field),
      });
    }
  }
  return [...cells.values()].filter(({ isSeen }) => !isSeen);
}

/** A further row like each row whose existence no type discloses. */
function rowChanges(
  rows: readonly ExpectedRow[],
  all: readonly Rows[],
  columns: ReadonlyMap<string, readonly TableColumn[]>,
): readonly WithheldChange[] {
  const tableOfType = (type: string): string | undefined => tableOf(all.find((one) => one.type === type)!.definition);
  const byRow = Map.groupBy(rows, ({ type, id }) => JSON.stringify([tableOfType(type), id]));
  return [...byRow.values()].flatMap((same) => {
    const [{ type, id }] = same as [ExpectedRow];
    const table = tableOfType(type);
    if (table === undefined || same.some(({ isVisible }) => isVisible)) return [];
    const { id: idColumn = 'id' } = all.find((one) => one.type === type)!.definition;
    const coordinates = same.map((one) => one.type);
    return [copyRow({ table, idColumn, id, coordinates }, columns.get(table) ?? [], randomUUID())];
  });
}

/** The coordinates whose values, or numbers of rows, differ. */
function differing(before: readonly ExpectedRow[], after: readonly ExpectedRow[]): ReadonlySet<string> {
  const found = new Set<string>();
  const known = new Map(before.map((row) => [`${row.type} ${row.id}`, row]));
  for (const { type, id, values } of after) {
    const same = known.get(`${type} ${id}`);
    if (!same) found.add(type);
    for (const [field, value] of Object.entries(values)) {
      if (same && JSON.stringify(same.values[field]) !== JSON.stringify(value)) found.add(`${type}.${field}`);
    }
  }
  return found;
}
