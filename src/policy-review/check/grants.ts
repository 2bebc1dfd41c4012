import type { DataCategory } from '../../generated/schema.ts';
import { allConditions, type Condition } from '../../policy/conditions.ts';
import { decide, linesFor } from '../../policy/decide.ts';
import { purposesOf } from '../../policy/enter.ts';
import type { Grant } from '../../policy/grants.ts';
import type { Policy } from '../../policy/policy.ts';
import type { Disagreement } from './disagreement.ts';
import { closeWord } from '../close-word.ts';
import { weaker } from './weaker.ts';

/** Finds grants that can never be used: those that a prohibition always beats, that another covers, or for no purpose of the role. */
export function checkGrants(policy: Policy): Disagreement[] {
  return [...policy.grants.flatMap((grant) => [...undeclared(policy, grant), ...beaten(policy, grant)]), ...covered(policy.grants)];
}

function undeclared(policy: Policy, { line, role, purpose }: Grant): Disagreement[] {
  const own = purposesOf(policy, role);
  if (own.includes(purpose)) return [];
  const close = closeWord(purpose, own);
  const hint = `open a root field to ${role} for ${purpose}${close === undefined ? '' : `, or did you mean ${close}?`}`;
  return [{ coordinate: `grants ${line}`, problem: `${role} can never declare ${purpose}: no root field is open for it`, hint }];
}

function beaten(policy: Policy, grant: Grant): Disagreement[] {
  const byProhibitions = new Map<string, DataCategory[]>();
  for (const category of new Set(grant.categories)) {
    const { prohibitions } = linesFor(policy, { ...grant, category });
    if (prohibitions.length === 0 || !isAlwaysBeaten(policy, grant, category)) continue;
    const names = prohibitions.map(({ line }) => line).join(' and ');
    byProhibitions.set(names, [...(byProhibitions.get(names) ?? []), category]);
  }
  return [...byProhibitions].map(([names, categories]) => ({
    coordinate: `grants ${grant.line}`,
    problem: `${categories.join(', ')} can never be seen by it: always beaten by ${names}`,
    hint: `take ${categories.join(', ')} out of ${grant.line}, or make an exception in ${names}`,
  }));
}

/** Whether every set of conditions that satisfies the grant leaves a prohibition that binds. */
function isAlwaysBeaten(policy: Policy, grant: Grant, category: DataCategory): boolean {
  const { prohibitions } = linesFor(policy, { ...grant, category });
  const heeded = new Set(prohibitions.flatMap(({ when = [], unless }) => [...when, ...(unless?.conditions ?? [])]));
  const free = allConditions.filter((condition) => heeded.has(condition) && !grant.when?.includes(condition));
  for (let bits = 0; bits < 2 ** free.length; bits += 1) {
    const holding = new Set<Condition>([...(grant.when ?? []), ...free.filter((_condition, bit) => (bits >> bit) & 1)]);
    const decision = decide(policy, { ...grant, category, holding });
    if (decision.effect === 'PERMIT' || decision.reason !== 'PROHIBITED') return false;
  }
  return true;
}

function covered(grants: readonly Grant[]): Disagreement[] {
  // Of two that say the same the later one is to go, so the last is judged first, and what goes covers nothing.
  const gone = new Set<string>();
  const found: Disagreement[] = [];
  for (const [index, grant] of [...grants.entries()].toReversed()) {
    const byOther = new Map<string, DataCategory[]>();
    for (const category of new Set(grant.categories)) {
      const other = grants.find(
        (candidate, place) => place !== index && !gone.has(`${place} ${category}`) && covers(candidate, grant, category),
      );
      if (!other) continue;
      gone.add(`${index} ${category}`);
      byOther.set(other.line, [...(byOther.get(other.line) ?? []), category]);
    }
    for (const [line, categories] of byOther) {
      found.push({
        coordinate: `grants ${grant.line}`,
        problem: `${line} grants ${categories.join(', ')} already, under no more conditions`,
        hint: `take ${categories.join(', ')} out of ${grant.line}, or add the condition that ${line} lacks`,
      });
    }
  }
  return found.toReversed();
}

function covers(one: Grant, other: Grant, category: DataCategory): boolean {
  return (
    one.role === other.role &&
    one.purpose === other.purpose &&
    one.relationship === other.relationship &&
    one.categories.includes(category) &&
    weaker(one.when, other.when)
  );
}
