import type { AccessContext } from '../policy/decision/access-context.ts';
import type { DataCategory, RowScope } from '../register.ts';
import type { RootFieldLine } from '../policy/declaration/lines.ts';
import type { WithheldReason } from '../policy/decision/decide.ts';
import type { Policy } from '../policy/declaration/policy.ts';
import type { Permits, PermitTable, FieldSet } from './bind/permit-table.ts';

/** A coordinate that the client asked for and that is, or may be, withheld. */
export interface WithheldItem {
  readonly coordinate: string;
  /** Response names with `*` in place of list indexes. */
  readonly path: readonly string[];
  readonly reason: WithheldReason;
}

/** A root field in the plan. */
export interface PlannedRoot {
  /** The policy line that opens it; undefined: none. */
  readonly line: RootFieldLine | undefined;
  /** Argument coordinates that may not be used. */
  readonly refusedInputs: readonly string[];
  /** Whether the operation names it only by `node`, which may find something there. */
  readonly byNode?: true;
}

/** The decisions for every personal coordinate that one operation touches, made before anything is resolved. */
export interface Plan {
  /** The policy that decided everything here. */
  readonly policy: Policy;
  readonly access: AccessContext;
  readonly permitTable: PermitTable;
  /** 1 at the index of each coordinate that this operation asks for and that some relationship could permit. */
  readonly asked: Uint8Array;
  readonly withheld: readonly WithheldItem[];
  readonly roots: ReadonlyMap<string, PlannedRoot>;
  /** Personal output coordinates below each object-returning field, by that field's coordinate. */
  readonly below: ReadonlyMap<string, ReadonlySet<string>>;
  /** The visible data of a data subject: its permits, at the requested coordinates. */
  readonly visible: (permits: Permits) => Permits;
  /** The empty set of fields; the field sets of this outline's data subjects are made from it. */
  readonly noFields: FieldSet;
  /** Coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Personal input coordinates that the operation uses. */
  readonly inputs: readonly string[];
  /**
   * Whether the operation is to be logged: it touches a personal coordinate, changes something, or enters a root field
   * whose rows belong to particular people, so that a count or a cursor discloses them.
   */
  readonly personal: boolean;
  readonly mutation: boolean;
  /** The fields that are null for every relationship, so no resolver is called. One object for all requests of an outline. */
  readonly standing: { readonly nullFields: ReadonlySet<string> };
  /** Whether the operation asks only for the schema. */
  readonly introspection: boolean;
  /** The rows that a root field can return; undefined: none. */
  scopeOf(field: string): RowScope | undefined;
  /** Whether a category may be disclosed about every data subject that a root field can return, so that a change may depend on it. */
  tells(field: string, category: DataCategory): boolean;
  /**
   * The fields of these types that are asked for and that some relationship could permit: the columns to select. It is
   * the same set for every request with the same outline, where no gate depends on a variable.
   */
  fieldsOf(...types: readonly string[]): ReadonlySet<string>;
}

/** Whether some root field of a plan returns rows of a queue, which hide their data subjects. Pure. */
export function entersQueue({ roots, policy: { vocabulary } }: Plan): boolean {
  return [...roots.values()].some(({ line }) => line && vocabulary.scopes[line.scope]?.subjects === 'HIDDEN');
}
