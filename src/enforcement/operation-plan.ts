import type { DataCategory, RowScope } from '../generated/schema.ts';
import type { WithheldReason } from '../policy/decide.ts';
import type { Policy } from '../policy/policy.ts';
import type { RootFieldLine } from '../policy/root-fields.ts';
import type { Permits, PermitTable, Standpoint } from './permit-table.ts';
import type { FieldSet } from './field-set.ts';

/** A coordinate that the client asked for and will not, or may not, see. */
export interface WithheldItem {
  readonly coordinate: string;
  /** Response names with `*` in place of list indexes. */
  readonly path: readonly string[];
  readonly reason: WithheldReason;
}

/** How a root field stands in the plan. */
export interface PlannedRoot {
  readonly line: RootFieldLine | undefined;
  /** Argument coordinates that may not be used. */
  readonly refusedInputs: readonly string[];
}

/** The decisions for every personal coordinate that one operation touches, made before anything is resolved. */
export interface Plan {
  /** By whose lines everything here was decided. */
  readonly policy: Policy;
  readonly standpoint: Standpoint;
  readonly permitTable: PermitTable;
  /** 1 at the index of each coordinate that this operation asks for and that some relationship could permit. */
  readonly asked: Uint8Array;
  readonly withheld: readonly WithheldItem[];
  readonly roots: ReadonlyMap<string, PlannedRoot>;
  /** Personal output coordinates below each object-returning field, by that field's coordinate. */
  readonly below: ReadonlyMap<string, ReadonlySet<string>>;
  /** What is visible of a data subject: the permits for it, at coordinates that are asked for. */
  readonly visible: (permits: Permits) => Permits;
  /** The empty set of fields, from which this operation's seenSubjects are made. */
  readonly noFields: FieldSet;
  /** Coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Personal input coordinates that the operation uses. */
  readonly inputs: readonly string[];
  /**
   * Whether the operation is to be logged: it touches a personal coordinate, changes something, or enters
   * where the rows are those of particular people, so that a count or a cursor tells of them.
   */
  readonly personal: boolean;
  readonly mutation: boolean;
  /** The fields that are null whatever the relationship, which nobody need be asked for; one object for all requests of an outline. */
  readonly standing: { readonly nullFields: ReadonlySet<string> };
  /** Whether the operation asks for the schema, and for nothing else. */
  readonly introspection: boolean;
  /** The rows that a root field can return; undefined: none. */
  scopeOf(field: string): RowScope | undefined;
  /** Whether a category may be told of everybody whom a root field can be about, so that a change may depend on it. */
  tells(field: string, category: DataCategory): boolean;
  /**
   * The fields of these types that are asked for and not withheld whatever the relationship: the columns to fetch. The
   * same set for every request with the same outline, where no gate depends on a variable.
   */
  fieldsOf(...types: readonly string[]): ReadonlySet<string>;
}

/** Whether some root field of a plan enters where the rows are a queue's, which do not tell whose they are. Pure. */
export function entersQueue({ roots }: Plan): boolean {
  return [...roots.values()].some(({ line }) => line?.scope === 'QUEUE');
}
