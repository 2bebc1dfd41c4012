import type { AccessContext } from '../../../engine/policy/decision/access-context.ts';
import type { DataCategory, Purpose, Relationship, Role, RowScope } from '../../../engine/register.ts';
import type { StoredHeader } from './read-entries.ts';
import type { Side } from '../../../engine/review/compare/compare/side.ts';
import { holdsAllOf } from '../../../engine/review/compare/compare/scope-order.ts';
import { mayFilter, openLine } from '../../../engine/policy/decision/enter.ts';
import type { Vocabulary } from '../../../engine/policy/declaration/vocabulary.ts';

/** The rows that a root field could return then, and those that it would return. */
interface Rows {
  readonly from: RowScope;
  readonly to: RowScope;
}

/** The difference in entering one root field. */
export interface RootFieldChange {
  readonly field: string;
  readonly effect: 'OPENS' | 'CLOSES' | 'WIDENS' | 'NARROWS' | 'REFUSES_INPUT' | 'ACCEPTS_INPUT';
  /** The input that is refused or accepted. */
  readonly input?: string;
  readonly scope?: Rows;
}

/** An entry's root fields under another policy. */
export interface RootFieldComparison {
  readonly changes: readonly RootFieldChange[];
  /** Whether an open root field, with its inputs, would be closed: then nothing of the entry would be released. */
  readonly shut: boolean;
  /** Whether a data subject of the entry would still be reached. */
  reaches(relationship: Relationship): 'STILL' | 'NO_MORE' | 'UNKNOWN';
}

/**
 * Compares entering an entry's root fields with its inputs under another policy.
 * @param logged the policy that decided then; undefined if unknown: then whatever was answered was open
 * @param named the categories that the authority named
 * @param met the relationships of the entry's data subjects
 */
export function compareRootFields(
  header: StoredHeader,
  logged: Side | undefined,
  other: Side,
  named: ReadonlySet<DataCategory>,
  met: readonly Relationship[],
): RootFieldComparison {
  const access: AccessContext = { role: header.role as Role, purpose: (header.purpose as Purpose | null) ?? undefined, named };
  const { vocabulary } = other.policy;
  const changes: RootFieldChange[] = [];
  const scopes: Rows[] = [];
  let shut = false;
  for (const field of header.rootFields) {
    const then = logged && openLine(logged.policy, field, access);
    const wasOpen = logged ? then !== undefined : header.outcome !== 'REFUSED';
    const now = openLine(other.policy, field, access);
    if (wasOpen !== (now !== undefined)) changes.push({ field, effect: wasOpen ? 'CLOSES' : 'OPENS' });
    if (wasOpen && !now) shut = true;
    if (!wasOpen || !now) continue;
    for (const input of header.inputs) {
      const took = logged ? takes(logged, field, input, access) : header.outcome !== 'REFUSED';
      const mayTake = takes(other, field, input, access);
      if (mayTake === undefined || took === undefined || took === mayTake) continue;
      changes.push({ field, input, effect: took ? 'REFUSES_INPUT' : 'ACCEPTS_INPUT' });
      if (took) shut = true;
    }
    if (!then) continue;
    const scope = { from: then.scope, to: now.scope };
    scopes.push(scope);
    if (!holdsAllOf(vocabulary, scope.to, scope.from)) changes.push({ field, effect: 'NARROWS', scope });
    if (!holdsAllOf(vocabulary, scope.from, scope.to)) changes.push({ field, effect: 'WIDENS', scope });
  }
  return { changes, shut, reaches: (relationship) => reaches(vocabulary, relationship, scopes, met) };
}

/** Whether a root field accepts an input; undefined if the field has no such input. */
function takes({ policy, markings }: Side, field: string, input: string, access: AccessContext): boolean | undefined {
  const marking = markings.inputs.get(field)?.get(input);
  const line = openLine(policy, field, access);
  if (marking === undefined || !line) return undefined;
  return marking === null || mayFilter(policy, field, line, access, marking);
}

/**
 * A narrower field no longer reaches the rows that it no longer returns, unless another returned row leads to them (such
 * as the family of the person being served). The entry does not state which rows led to which.
 */
function reaches(
  vocabulary: Vocabulary,
  relationship: Relationship,
  scopes: readonly Rows[],
  met: readonly Relationship[],
): ReturnType<RootFieldComparison['reaches']> {
  const narrowed = scopes.filter(({ from, to }) => !holdsAllOf(vocabulary, to, from));
  const holds = (scope: RowScope, one: Relationship): boolean | undefined => vocabulary.scopes[scope]?.relationships?.includes(one);
  const doubtful = narrowed.filter(({ to }) => holds(to, relationship) !== true);
  if (doubtful.length === 0) return 'STILL';
  const certain = scopes.length === 1 && doubtful.every(({ to }) => met.every((one) => holds(to, one) === false));
  return certain ? 'NO_MORE' : 'UNKNOWN';
}
