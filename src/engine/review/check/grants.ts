import type { Condition, DataCategory } from '../../register.ts';
import type { Grant } from '../../policy/declaration/lines.ts';
import { decide, linesFor } from '../../policy/decision/decide.ts';
import { purposesOf } from '../../policy/decision/enter.ts';
import type { Policy } from '../../policy/declaration/policy.ts';
import { wordsOf } from '../../policy/declaration/vocabulary.ts';
import type { Disagreement } from './disagreement.ts';
import { closeWord } from '../spelling/close-word.ts';
import { isWeaker } from './is-weaker.ts';

/** Finds grants without effect: always prohibited, covered by another grant, or for a purpose that the role cannot declare. */
export function checkGrants(policy: Policy): Disagreement[] {
  return [
    ...policy.grants.flatMap((grant) => [...undeclared(policy, grant), ...alwaysProhibited(policy, grant)]),
    ...covered(policy.grants),
  ];
}

function undeclared(policy: Policy, { line, role, purpose }: Grant): Disagreement[] {
  const own = purposesOf(policy, role);
  if (own.includes(purpose)) return [];
  const close = closeWord(purpose, own);
  const hint = `open a root field to ${role} for ${purpose}${close === undefined ? '' : `, or did you mean ${close}?`}`;
  return [{ coordinate: `grants ${line}`, problem: `${role} can never declare ${purpose}: no root field is open for it`, hint }];
}

function alwaysProhibited(policy: Policy, grant: Grant): Disagreement[] {
  const byProhibitions = new Map<string, DataCategory[]>();
  for (const category of new Set(grant.categories)) {
    const { prohibitions } = linesFor(policy, { ...grant, category });
    if (prohibitions.length === 0 || !isAlwaysProhibited(policy, grant, category)) continue;
    const names = prohibitions.map(({ line }) => line).join(' and ');
    byProhibitions.set(names, [...(byProhibitions.get(names) ?? []), category]);
  }
  return [...byProhibitions].map(([names, categories]) => ({
    coordinate: `grants ${grant.line}`,
    problem: `${categories.join(', ')} can never be permitted by this line: always prohibited by ${names}`,
    hint: `remove ${categories.join(', ')} from ${grant.line}, or make an exception in ${names}`,
  }));
}

/** Whether a prohibition binds for every set of conditions that satisfies the grant. */
function isAlwaysProhibited(policy: Policy, grant: Grant, category: DataCategory): boolean {
  const { prohibitions } = linesFor(policy, { ...grant, category });
  const relevant = new Set(prohibitions.flatMap(({ when = [], unless }) => [...when, ...(unless?.conditions ?? [])]));
  const free = wordsOf(policy.vocabulary.conditions).filter((condition) => relevant.has(condition) && !grant.when?.includes(condition));
  for (let bits = 0; bits < 2 ** free.length; bits += 1) {
    const holding = new Set<Condition>([...(grant.when ?? []), ...free.filter((_condition, bit) => (bits >> bit) & 1)]);
    const decision = decide(policy, { ...grant, category, holding });
    if (decision.effect === 'PERMIT' || decision.reason !== 'PROHIBITED') return false;
  }
  return true;
}

function covered(grants: readonly Grant[]): Disagreement[] {
  // Of two equal lines the later one is reported. So the last is checked first, and reported lines cover nothing.
  const reported = new Set<string>();
  const found: Disagreement[] = [];
  for (const [index, grant] of [...grants.entries()].toReversed()) {
    const byOther = new Map<string, DataCategory[]>();
    for (const category of new Set(grant.categories)) {
      const other = grants.find(
        (candidate, place) => place !== index && !reported.has(`${place} ${category}`) && covers(candidate, grant, category),
      );
      if (!other) continue;
      reported.add(`${index} ${category}`);
      byOther.set(other.line, [...(byOther.get(other.line) ?? []), category]);
    }
    for (const [line, categories] of byOther) {
      found.push({
        coordinate: `grants ${grant.line}`,
        problem: `${line} already grants ${categories.join(', ')}, under no further conditions`,
        hint: `remove ${categories.join(', ')} from ${grant.line}, or add the condition that ${line} lacks`,
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
    isWeaker(one.when, other.when)
  );
}
