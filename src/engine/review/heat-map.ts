import type { DataCategory, Purpose, Relationship, Role } from '../register.ts';
import { matrixCells, type MatrixCell, type MatrixFilter } from '../policy/matrix.ts';
import type { Policy } from '../policy/declaration/policy.ts';
import { wordsOf, type Vocabulary } from '../policy/declaration/vocabulary.ts';

/** How much of a category is shown: its value, its value under conditions, only a hint of it, or nothing. */
export type Shade = 'PERMITTED' | 'CONDITIONAL' | 'HINT' | 'WITHHELD';

export interface HeatCell {
  readonly category: DataCategory;
  readonly shade: Shade;
  /** The matrix cells of the category; with HINT, those of its hints. */
  readonly cells: readonly MatrixCell[];
}

/** The categories that a role may see for a purpose under a relationship. */
export interface HeatRow {
  readonly role: Role;
  readonly purpose: Purpose;
  readonly relationship: Relationship;
  /** One for each of the map's categories. */
  readonly cells: readonly HeatCell[];
}

export interface HeatMap {
  readonly categories: readonly DataCategory[];
  /** Those in which something is not withheld. */
  readonly rows: readonly HeatRow[];
}

/** The matrix, a row for each role, purpose and relationship under which something is not withheld. Pure. */
export function heatMap(policy: Policy, { category, ...filter }: MatrixFilter): HeatMap {
  const columns = category === undefined ? wordsOf(policy.vocabulary.categories) : [category];
  const standpoints = Map.groupBy(matrixCells(policy, filter), (cell) => `${cell.role} ${cell.purpose} ${cell.relationship}`);
  const rows = [...standpoints.values()].map((cells): HeatRow => {
    const { role, purpose, relationship } = cells[0]!;
    return { role, purpose, relationship, cells: columns.map((column) => heatCell(policy.vocabulary, column, cells)) };
  });
  return { categories: columns, rows: rows.filter(({ cells }) => cells.some(({ shade }) => shade !== 'WITHHELD')) };
}

function heatCell({ categories }: Vocabulary, category: DataCategory, seen: readonly MatrixCell[]): HeatCell {
  const own = seen.filter((cell) => cell.category === category);
  if (own.length > 0) {
    const always = own.some(({ when, except }) => when.length === 0 && except.length === 0);
    return { category, shade: always ? 'PERMITTED' : 'CONDITIONAL', cells: own };
  }
  const hints = seen.filter((cell) => categories[category].hints?.includes(cell.category));
  return { category, shade: hints.length > 0 ? 'HINT' : 'WITHHELD', cells: hints };
}
