import type { AccessContext } from '../../../policy/decision/access-context.ts';
import type { DataCategory, Purpose, Role } from '../../../register.ts';
import { rootFieldLine, mayFilter, openLine } from '../../../policy/decision/enter.ts';
import { entryIsLogged } from '../../../policy/declaration/vocabulary.ts';
import type { EnteringChange } from './change.ts';
import { minimalWays } from './minimal-ways.ts';
import { holdsAllOf } from './scope-order.ts';
import type { Side } from './side.ts';
import { spaceOf } from './space.ts';

type Found = Omit<EnteringChange, 'roles' | 'purposes' | 'inputs'> & { readonly input?: string };
type Ask = (side: Side, named: ReadonlySet<DataCategory>) => boolean;

/**
 * Compares who may enter which root field for which purpose, which rows it returns, whether entering is logged or needs a fresh proof, and by
 * which inputs it can be filtered, sorted or paged. Pure.
 */
export function compareEntering(before: Side, after: Side): EnteringChange[] {
  const { roles, purposes } = spaceOf([before, after]);
  const fields = new Set([before, after].flatMap(({ policy }) => policy.rootFields.flatMap((line) => line.fields)));
  const found = new Map<string, { readonly found: Found; readonly who: Map<Role, Set<Purpose | null>> }>();
  for (const field of fields) {
    for (const role of roles) {
      for (const purpose of [...purposes, undefined]) {
        for (const one of compareField(before, after, field, role, purpose)) {
          const key = JSON.stringify(one);
          const known = found.get(key) ?? { found: one, who: new Map<Role, Set<Purpose | null>>() };
          known.who.set(role, (known.who.get(role) ?? new Set()).add(purpose ?? null));
          found.set(key, known);
        }
      }
    }
  }
  const changes = new Map<string, EnteringChange>();
  for (const { found: one, who } of found.values()) {
    for (const [group, forPurposes] of groupRoles(who)) {
      const { input, ...change } = one;
      const whole = { ...change, roles: group, purposes: forPurposes };
      const key = JSON.stringify(whole);
      const inputs = input === undefined ? filtersOf(whole, change.effect === 'REVEALS' ? after : before) : [input];
      changes.set(key, { ...whole, inputs: [...(changes.get(key)?.inputs ?? []), ...inputs] });
    }
  }
  return [...changes.values()];
}

function compareField(before: Side, after: Side, field: string, role: Role, purpose: Purpose | undefined): Found[] {
  const was = rootFieldLine(before.policy, field, role, purpose);
  const is = rootFieldLine(after.policy, field, role, purpose);
  if (!was && !is) return [];
  const access = (named: ReadonlySet<DataCategory>): AccessContext => ({ role, purpose, named });
  const needs = [was?.needs, is?.needs].filter((category) => category !== undefined);
  const opens: Ask = ({ policy }, named) => openLine(policy, field, access(named)) !== undefined;
  const clause = (is ?? was)!.clause;
  const found: Found[] = [];

  const compare = (kind: 'ENTERING' | 'FILTERING', names: readonly DataCategory[], may: Ask, more: { readonly input?: string }): void => {
    const distinct = [...new Set(names)];
    const ways = (from: Side, to: Side) => minimalWays(distinct, (named) => !may(from, named) && may(to, named));
    for (const way of ways(before, after)) found.push({ kind, effect: 'REVEALS', field, scope: is!.scope, ...way, clause, ...more });
    for (const way of ways(after, before))
      found.push({ kind, effect: 'HIDES', field, scope: was!.scope, ...way, clause: was!.clause, ...more });
  };
  compare('ENTERING', needs, opens, {});
  if (!was || !is) return found;

  const rows = { kind: 'ROWS', field, scope: is.scope, before: was.scope, while: [], unless: [], clause } as const;
  const unlogged = entryIsLogged(before.policy.vocabulary, field, was.scope) && !entryIsLogged(after.policy.vocabulary, field, is.scope);
  if (unlogged) found.push({ ...rows, kind: 'LOGGING', effect: 'REVEALS' });
  if (was.freshProof !== is.freshProof) {
    const { before: _before, ...proof } = rows;
    found.push({ ...proof, kind: 'PROOF', effect: is.freshProof ? 'HIDES' : 'REVEALS' });
  }
  // Rows that become rows of no data subject are no longer treated as personal. That hides nothing; a reviewer must look at it.
  const isOpen = after.policy.vocabulary.scopes[is.scope]?.subjects === 'NONE';
  if (!holdsAllOf(after.policy.vocabulary, was.scope, is.scope) && !(unlogged && isOpen)) found.push({ ...rows, effect: 'REVEALS' });
  if (!holdsAllOf(after.policy.vocabulary, is.scope, was.scope) && !isOpen) found.push({ ...rows, effect: 'HIDES' });

  for (const input of new Set([before, after].flatMap(({ markings }) => [...(markings.inputs.get(field)?.keys() ?? [])]))) {
    const markingOf = ({ markings }: Side) => markings.inputs.get(field)?.get(input);
    const marked = [markingOf(before), markingOf(after)].filter((marking) => marking !== null && marking !== undefined);
    // Impersonal or missing on both sides: no filter by personal data.
    if (marked.length === 0) continue;
    const usable: Ask = (side, named) => {
      const marking = markingOf(side);
      const line = openLine(side.policy, field, access(named));
      if (!line || marking === undefined) return false;
      return marking === null || mayFilter(side.policy, field, line, access(named), marking);
    };
    const names = [...needs, ...marked.map(({ category }) => category)];
    // If the field itself opens or closes, ENTERING reports it.
    const bothOpen: Ask = (side, named) => opens(before, named) && opens(after, named) && usable(side, named);
    compare('FILTERING', names, bothOpen, { input });
  }
  return found;
}

/** The personal inputs by which a field that opens or closes can be filtered. A partner's authority must name their categories. */
function filtersOf(change: Omit<EnteringChange, 'inputs'>, { policy, markings }: Side): string[] {
  if (change.kind !== 'ENTERING') return [];
  const writes = change.field.startsWith('Mutation.');
  const usable = new Set<string>();
  for (const role of change.roles) {
    for (const purpose of change.purposes) {
      const line = rootFieldLine(policy, change.field, role, purpose ?? undefined);
      for (const [input, marking] of markings.inputs.get(change.field) ?? []) {
        if (!line || marking === null || marking.category === 'EXISTENCE' || (writes && !marking.isCompared)) continue;
        const access = { role, purpose: purpose ?? undefined, named: new Set([...change.while, marking.category]) };
        if (mayFilter(policy, change.field, line, access, marking)) usable.add(input);
      }
    }
  }
  return [...usable];
}

/** Groups roles with the same purposes. */
function groupRoles(who: ReadonlyMap<Role, ReadonlySet<Purpose | null>>): [readonly Role[], readonly (Purpose | null)[]][] {
  const groups = new Map<string, [Role[], (Purpose | null)[]]>();
  for (const [role, purposes] of who) {
    const key = [...purposes].join(' ');
    const group = groups.get(key);
    if (group) group[0].push(role);
    else groups.set(key, [[role], [...purposes]]);
  }
  return [...groups.values()];
}
