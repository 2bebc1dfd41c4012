import type { Policy } from '../../policy/declaration/policy.ts';
import type { Disagreement } from './disagreement.ts';
import { membersOf } from './members.ts';

/**
 * Finds repeated line names, empty lists, and repeated words in a list. An empty list differs in meaning from a
 * missing one, but readers easily confuse them.
 */
export function checkLists(policy: Policy): Disagreement[] {
  return [...checkNames('grants', policy), ...checkNames('prohibitions', policy), ...checkUnless(policy), ...checkMembers(policy)];
}

function checkNames(list: 'grants' | 'prohibitions', policy: Policy): Disagreement[] {
  // Explanations quote only a line's name, so it must be unique among grants and prohibitions together.
  const earlier = new Set(list === 'grants' ? [] : policy.grants.map(({ line }) => line));
  return policy[list].flatMap(({ line }) => {
    const coordinate = `${list} ${line}`;
    if (line === '') return [{ coordinate, problem: 'the line has no name', hint: 'give it one: explanations and the matrix quote it' }];
    if (!earlier.has(line)) {
      earlier.add(line);
      return [];
    }
    return [{ coordinate, problem: 'an earlier line has this name', hint: 'give each line a name of its own' }];
  });
}

function checkUnless({ prohibitions }: Policy): Disagreement[] {
  return prohibitions
    .filter(({ unless }) => unless !== undefined && Object.values(unless).every((list) => list === undefined))
    .map(({ line }) => ({ coordinate: `prohibitions ${line}`, problem: 'unless names no exception', hint: 'leave unless out' }));
}

function checkMembers(policy: Policy): Disagreement[] {
  return membersOf(policy).flatMap(({ coordinate, name, words }) => {
    if (words.length === 0) return [{ coordinate, problem: `${name} names nothing`, hint: `name something, or leave it out` }];
    const twice = new Set(words.filter((word, index) => words.indexOf(word) < index));
    return [...twice].map((word) => ({ coordinate, problem: `${name} names ${word} twice`, hint: 'remove one of them' }));
  });
}
