import type { StoredHeader } from './read-entries.ts';
import type { DataCategory, Purpose, Relationship, Role, RowScope } from '../../../generated/schema.ts';
import type { Side } from '../../../policy-review/compare/side.ts';
import { holdsAllOf } from '../../../policy-review/compare/scope-order.ts';
import { mayFilter, openLine, type Entrant } from '../../../policy/open-line.ts';
import { scopeRelationships } from '../../../policy/row-scopes.ts';

/** The rows that a root field looked among, and those that it would. */
interface Rows {
  readonly from: RowScope;
  readonly to: RowScope;
}

/** What happens otherwise at the door of one root field. */
export interface RootFieldChange {
  readonly field: string;
  readonly effect: 'OPENS' | 'CLOSES' | 'WIDENS' | 'NARROWS' | 'REFUSES_INPUT' | 'ACCEPTS_INPUT';
  /** The input that is refused or accepted. */
  readonly input?: string;
  readonly scope?: Rows;
}

/** How an entry's root fields stand under another policy. */
export interface RootFieldChanges {
  readonly changes: readonly RootFieldChange[];
  /** Whether a root field that was open, with what it was given, is shut: then nothing of the entry would be released. */
  readonly shut: boolean;
  /** Whether a data subject that the entry came across would still be come across. */
  reaches(relationship: Relationship): 'STILL' | 'NO_MORE' | 'UNKNOWN';
}

/**
 * Asks what an entry's root fields and inputs would have met under another policy.
 * @param logged the policy that decided then; undefined: not known, so what was answered was open
 * @param named the categories that the mandate named
 * @param met the relationships of the entry's data subjects
 */
export function askAtDoor(
  header: StoredHeader,
  logged: Side | undefined,
  other: Side,
  named: ReadonlySet<DataCategory>,
  met: readonly Relationship[],
): RootFieldChanges {
  const entrant: Entrant = { role: header.role as Role, purpose: (header.purpose as Purpose | null) ?? undefined, named };
  const changes: RootFieldChange[] = [];
  const scopes: Rows[] = [];
  let shut = false;
  for (const field of header.rootFields) {
    const then = logged && openLine(logged.policy, field, entrant);
    const wasOpen = logged ? then !== undefined : header.outcome !== 'REFUSED';
    const now = openLine(other.policy, field, entrant);
    if (wasOpen !== (now !== undefined)) changes.push({ field, effect: wasOpen ? 'CLOSES' : 'OPENS' });
    if (wasOpen && !now) shut = true;
    if (!wasOpen || !now) continue;
    for (const input of header.inputs) {
      const took = logged ? takes(logged, field, input, entrant) : header.outcome !== 'REFUSED';
      const mayTake = takes(other, field, input, entrant);
      if (mayTake === undefined || took === undefined || took === mayTake) continue;
      changes.push({ field, input, effect: took ? 'REFUSES_INPUT' : 'ACCEPTS_INPUT' });
      if (took) shut = true;
    }
    if (!then) continue;
    const scope = { from: then.scope, to: now.scope };
    scopes.push(scope);
    if (!holdsAllOf(scope.to, scope.from)) changes.push({ field, effect: 'NARROWS', scope });
    if (!holdsAllOf(scope.from, scope.to)) changes.push({ field, effect: 'WIDENS', scope });
  }
  return { changes, shut, reaches: (relationship) => reaches(relationship, scopes, met) };
}

/** Whether a root field takes an input; undefined: the input is none of that field's. */
function takes({ policy, markings }: Side, field: string, input: string, entrant: Entrant): boolean | undefined {
  const category = markings.inputs.get(field)?.get(input);
  const line = openLine(policy, field, entrant);
  if (category === undefined || !line) return undefined;
  return category === null || mayFilter(policy, field, line, entrant, category);
}

/**
 * Rows that a narrower field no longer returns are not come across, unless through a row that it does
 * return (somebody of the household of whom is served), which the entry does not tell.
 */
function reaches(
  relationship: Relationship,
  scopes: readonly Rows[],
  met: readonly Relationship[],
): ReturnType<RootFieldChanges['reaches']> {
  const narrowed = scopes.filter(({ from, to }) => !holdsAllOf(to, from));
  const holds = (scope: RowScope, one: Relationship): boolean | undefined => scopeRelationships[scope]?.includes(one);
  const doubtful = narrowed.filter(({ to }) => holds(to, relationship) !== true);
  if (doubtful.length === 0) return 'STILL';
  const certain = scopes.length === 1 && doubtful.every(({ to }) => met.every((one) => holds(to, one) === false));
  return certain ? 'NO_MORE' : 'UNKNOWN';
}
