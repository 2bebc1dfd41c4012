import { cast } from '../personas.ts';
import type { DataCategory } from '../../src/generated/schema.ts';
import { rootFieldLine } from '../../src/policy/enter.ts';
import { matrixCells, type MatrixCell } from '../../src/policy/matrix.ts';
import { policyInForce } from '../../src/policy/policy.ts';
import { scopeRelationships } from '../../src/policy/row-scopes.ts';
import type { Column, Seen } from './columns.ts';
import type { View } from './views.ts';

/** The person whom the tour is about: not address-protected, in debt, with a credit check open, and under every partner's mandate. */
export const tourSubject = cast.resident;

// What the police's order names; every other mandate of the demo names all that its kind can.
const orderNames: readonly DataCategory[] = ['NAME', 'INITIALS', 'BIRTH_DATE', 'ADDRESS', 'LOCALITY'];

const cells = matrixCells(policyInForce);

/** What the matrix says of a cell for that person. */
export function expectedIn(view: View, column: Column): Seen {
  const root = `Query.${column.value[0]}`;
  const line = rootFieldLine(policyInForce, root, view.role, view.purpose);
  const scope = line && (scopeRelationships[line.scope] ?? [view.relationship]);
  if (!scope?.includes(view.relationship)) return 'not there';
  if (permits(view, column.category)) return 'value';
  return column.hintCategory && permits(view, column.hintCategory) ? 'hint' : 'withheld';
}

function permits(view: View, category: DataCategory): boolean {
  return cells.some((cell) => speaksOf(cell, view) && cell.category === category && (view.role !== 'LAW_ENFORCEMENT' || named(cell)));
}

function speaksOf(cell: MatrixCell, { role, purpose, relationship }: View): boolean {
  return cell.role === role && cell.purpose === purpose && cell.relationship === relationship;
}

function named({ category, when }: MatrixCell): boolean {
  return !when.includes('CATEGORY_NAMED') || orderNames.includes(category);
}
