import type { DataCategory } from '../../generated/vocabulary.ts';
import type { PolicyShownQuery } from '../generated/graphql.ts';

type Shown = NonNullable<PolicyShownQuery['policy']>;

/** The permission of a line of the policy. */
export type Cell = Shown['cells'][number];
export type Prohibition = Shown['prohibitions'][number];

/** A place of the map: what is shown, for what, and how the reader is related to the person. */
export interface Chosen extends Pick<Cell, 'purpose' | 'relationship'> {
  readonly category: DataCategory;
}

/** Whether a cell is at a place of the map. */
export function isAt(cell: Chosen, { purpose, relationship, category }: Chosen): boolean {
  return cell.purpose === purpose && cell.relationship === relationship && cell.category === category;
}
