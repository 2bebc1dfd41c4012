import { cast } from '../personas.ts';
import type { DataCategory } from '../../src/town/shared/graphql/generated/schema.ts';
import { rootFieldLine } from '../../src/engine/policy/decision/enter.ts';
import { matrixCells, type MatrixCell } from '../../src/engine/policy/matrix.ts';
import { policyInForce } from '../../src/town/policy/policy.ts';
import type { Column, Seen } from './columns.ts';
import type { View } from './views.ts';

/** The tour's data subject: not address-protected, in debt, with an open credit check, and a data subject of every partner's mandate. */
export const tourSubject = cast.resident;

// The categories of the police's order. The other mandates have all categories that the policy grants to the partner.
const orderNames: readonly DataCategory[] = ['NAME', 'INITIALS', 'BIRTH_DATE', 'ADDRESS', 'LOCALITY'];

const cells = matrixCells(policyInForce);

/** The value that the policy matrix permits a view to see in a column, about the tour's data subject. */
export function expectedIn(view: View, column: Column): Seen {
  const root = `Query.${column.value[0]}`;
  const line = rootFieldLine(policyInForce, root, view.role, view.purpose);
  const scope = line && (policyInForce.vocabulary.scopes[line.scope].relationships ?? [view.relationship]);
  if (!scope?.includes(view.relationship)) return 'not there';
  if (permits(view, column.category)) return 'value';
  return column.hintCategory && permits(view, column.hintCategory) ? 'hint' : 'withheld';
}

function permits(view: View, category: DataCategory): boolean {
  return cells.some((cell) => isFor(cell, view) && cell.category === category && (view.role !== 'LAW_ENFORCEMENT' || isListed(cell)));
}

function isFor(cell: MatrixCell, { role, purpose, relationship }: View): boolean {
  return cell.role === role && cell.purpose === purpose && cell.relationship === relationship;
}

function isListed({ category, when }: MatrixCell): boolean {
  return !when.includes('CATEGORY_NAMED') || orderNames.includes(category);
}
