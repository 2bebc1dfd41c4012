import type { Purpose, Role } from '../../register.ts';
import type { RootFieldLine } from '../../policy/declaration/lines.ts';
import { purposesOf } from '../../policy/decision/enter.ts';
import { decideInAdvance, relationshipsOf } from '../../policy/decision/decide.ts';
import type { Policy } from '../../policy/declaration/policy.ts';
import { wordsOf, type Vocabulary } from '../../policy/declaration/vocabulary.ts';
import type { Disagreement } from './disagreement.ts';
import { rootFieldCoordinate } from './members.ts';

/** Finds lines of root fields that contradict or cover one another, or need a category that is never granted. */
export function checkRootFields(policy: Policy): Disagreement[] {
  return [
    ...contradictory(policy),
    ...covered(policy),
    ...policy.rootFields.flatMap((line) => checkNeeds(policy, line)),
    ...policy.rootFields.flatMap((line) => checkFreshProof(policy.vocabulary, line)),
  ];
}

function rolesOf({ roles }: Vocabulary, { role }: RootFieldLine): readonly Role[] {
  return role === 'ANYBODY' ? wordsOf(roles) : [role];
}

/** The purposes of a line; undefined means that no purpose is declared. */
function purposesIn(vocabulary: Vocabulary, { purposes }: RootFieldLine): readonly (Purpose | undefined)[] {
  return purposes === 'ANY' ? [...wordsOf(vocabulary.purposes), undefined] : purposes;
}

function shared<T>(one: readonly T[], other: readonly T[]): T[] {
  return one.filter((each) => other.includes(each));
}

function isSame(one: RootFieldLine, other: RootFieldLine): boolean {
  return one.scope === other.scope && one.needs === other.needs && one.freshProof === other.freshProof;
}

function describeRows({ scope, needs, freshProof }: RootFieldLine): string {
  const conditions = [...(needs === undefined ? [] : [`if it may see ${needs}`]), ...(freshProof ? ['after a fresh proof'] : [])];
  return conditions.length === 0 ? scope : `${scope} (${conditions.join(', ')})`;
}

function contradictory({ rootFields: lines, vocabulary }: Policy): Disagreement[] {
  return lines.flatMap((line, index) =>
    lines.slice(0, index).flatMap((earlier) => {
      const [role] = shared(rolesOf(vocabulary, line), rolesOf(vocabulary, earlier));
      const purposes = shared(purposesIn(vocabulary, line), purposesIn(vocabulary, earlier));
      if (isSame(line, earlier) || role === undefined || purposes.length === 0) return [];
      return [...new Set(shared(line.fields, earlier.fields))].map((field) => ({
        coordinate: `rootFields ${field}`,
        problem: `for ${role} and ${purposes[0] ?? 'no purpose'} an earlier line gives the rows ${describeRows(earlier)}, and this one ${describeRows(line)}`,
        hint: 'the first one wins: leave one line for each field, role and purpose',
      }));
    }),
  );
}

function covered({ rootFields: lines, vocabulary }: Policy): Disagreement[] {
  // Of two equal lines the later one is reported. So the last is checked first, and reported lines cover nothing.
  const reported = new Set<string>();
  const found: Disagreement[] = [];
  for (const [index, line] of [...lines.entries()].toReversed()) {
    for (const field of new Set(line.fields)) {
      const isCovered = (purpose: Purpose | undefined): boolean =>
        rolesOf(vocabulary, line).every((role) =>
          lines.some(
            (other, place) =>
              place !== index &&
              isSame(other, line) &&
              other.fields.includes(field) &&
              rolesOf(vocabulary, other).includes(role) &&
              purposesIn(vocabulary, other).includes(purpose) &&
              !reported.has(`${place} ${field} ${purpose}`),
          ),
        );
      const purposes = purposesIn(vocabulary, line).filter(isCovered);
      if (purposes.length === 0 || (line.purposes === 'ANY' && purposes.length < purposesIn(vocabulary, line).length)) continue;
      for (const purpose of purposes) reported.add(`${index} ${field} ${purpose}`);
      const named = line.purposes === 'ANY' ? 'any purpose' : purposes.join(', ');
      found.push({
        coordinate: `rootFields ${field}`,
        problem: `another line already opens it to ${line.role} for ${named}, with the same rows`,
        hint: 'leave one line for each field, role and purpose',
      });
    }
  }
  return found.toReversed();
}

/** Finds lines that need a fresh proof of roles that no one signs in to: they open nothing. */
function checkFreshProof(vocabulary: Vocabulary, line: RootFieldLine): Disagreement[] {
  const canProve = (role: Role): boolean => vocabulary.roles[role]?.provesFreshly ?? false;
  if (line.freshProof === undefined || rolesOf(vocabulary, line).every(canProve)) return [];
  return [
    {
      coordinate: rootFieldCoordinate(line),
      problem: `it needs a fresh proof, which ${line.role} can never give`,
      hint: 'leave freshProof out: only people who sign in have passkeys',
    },
  ];
}

/** Finds lines whose needed category can never be seen, even if the authority names every category. */
function checkNeeds(policy: Policy, line: RootFieldLine): Disagreement[] {
  const { needs, purposes, scope } = line;
  if (needs === undefined) return [];
  const { vocabulary } = policy;
  const named = new Set(wordsOf(vocabulary.categories));
  const opens = (role: Role, purpose: Purpose): boolean => {
    const relationships = vocabulary.scopes[scope]?.relationships ?? relationshipsOf(policy, role, purpose);
    return decideInAdvance(policy, { role, purpose, category: needs, relationships, named }).effect !== 'WITHHOLD';
  };
  const closed =
    purposes === 'ANY'
      ? rolesOf(vocabulary, line).some((role) => purposesOf(policy, role).some((purpose) => opens(role, purpose)))
        ? []
        : ['any purpose']
      : purposes.filter((purpose) => !rolesOf(vocabulary, line).some((role) => opens(role, purpose)));
  if (closed.length === 0) return [];
  return [
    {
      coordinate: rootFieldCoordinate(line),
      problem: `it needs ${needs}, which ${line.role} can never see in its rows for ${closed.join(', ')}`,
      hint: `grant ${needs}, or need a category that is granted`,
    },
  ];
}
