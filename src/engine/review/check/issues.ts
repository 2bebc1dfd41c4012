import type { z } from 'zod';
import type { Disagreement } from './disagreement.ts';
import type { WordKind } from './members.ts';
import { didYouMean } from '../spelling/did-you-mean.ts';
import { quoted } from '../spelling/quoted.ts';
import { unknownWord } from './vocabulary.ts';
import { wordsOf, type Vocabulary } from '../../policy/declaration/vocabulary.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** The kind of word that each member holds. */
const kinds: Readonly<Record<string, WordKind>> = {
  role: 'role',
  roles: 'role',
  purpose: 'purpose',
  purposes: 'purpose',
  relationship: 'relationship',
  relationships: 'relationship',
  categories: 'category',
  needs: 'category',
  when: 'condition',
  conditions: 'condition',
  scope: 'row scope',
  clause: 'clause',
};

const forms: Readonly<Record<string, string>> = { array: 'a list', object: 'an object', string: 'a string', number: 'a number' };

const members = {
  policy: ['grants', 'prohibitions', 'rootFields', 'budgets'],
  grants: ['line', 'role', 'purpose', 'relationship', 'categories', 'when', 'clause'],
  prohibitions: ['line', 'categories', 'roles', 'purposes', 'when', 'unless', 'clause', 'because'],
  rootFields: ['fields', 'role', 'purposes', 'scope', 'needs', 'freshProof', 'clause'],
  budgets: ['role', 'purposes', 'perHour', 'perDay', 'acts', 'clause'],
  limits: ['perHour', 'perDay'],
  unless: ['purposes', 'relationships', 'conditions'],
} as const;

/**
 * Describes the problems in the form of a policy.
 * @param vocabulary the words that a policy may use
 * @param policy the whole value, needed for the line's name and the quoted word
 * @param issue from zod
 */
export function describeIssue(vocabulary: Vocabulary, policy: unknown, issue: Issue): Disagreement[] {
  const coordinate = placeOf(policy, issue.path);
  const given = at(policy, issue.path);
  if (issue.code === 'unrecognized_keys') {
    const known = membersAt(vocabulary, issue.path);
    return issue.keys.map((key) => ({
      coordinate,
      problem: `unknown member ${quoted(key)}`,
      hint: didYouMean(key, known, `the members are ${known.join(', ')}`),
    }));
  }
  if (given === undefined) return [{ coordinate, problem: 'it is missing', hint: `give it: ${expected(issue)}` }];
  if (issue.code === 'invalid_union') {
    // The only union in a policy: a list of purposes, or ANY.
    const inList = issue.errors[1] ?? [];
    if (Array.isArray(given))
      return inList.flatMap((each) => describeIssue(vocabulary, policy, { ...each, path: [...issue.path, ...each.path] }));
    return [
      { coordinate, problem: 'neither a list of purposes nor ANY', hint: 'give a list of purposes, or "ANY" for all purposes and none' },
    ];
  }
  if (issue.code === 'invalid_value' && typeof given === 'string' && !isTrueOnly(issue)) {
    return [{ coordinate, ...unknownWord(vocabulary, kindAt(issue.path), given, issue.values.map(String)) }];
  }
  return [{ coordinate, problem: `it is not ${expected(issue)}`, hint: `give ${expected(issue)}` }];
}

function isTrueOnly(issue: Issue): boolean {
  return issue.code === 'invalid_value' && issue.values[0] === true;
}

function expected(issue: Issue): string {
  if (isTrueOnly(issue)) return 'true';
  if (issue.code === 'invalid_type') return forms[issue.expected] ?? issue.expected;
  return issue.code === 'invalid_union' ? 'a list of purposes, or "ANY"' : 'a word of the vocabulary';
}

/** The place in the policy: `grants[3] "counter-age" categories[1]`. */
function placeOf(policy: unknown, path: Path): string {
  if (path.length === 0) return 'the policy';
  const [list, index, ...rest] = path;
  if (index === undefined) return String(list);
  const line = at(policy, [list!, index]) as { readonly line?: unknown; readonly role?: unknown; readonly fields?: unknown } | undefined;
  // Lines of root fields and budgets have no name: they are named after their first field or their role.
  const first = Array.isArray(line?.fields) ? (line.fields[0] as unknown) : undefined;
  const name = list === 'rootFields' ? first : list === 'budgets' ? line?.role : line?.line;
  const within = rest.map((each) => (typeof each === 'number' ? `[${each}]` : `.${String(each)}`)).join('');
  return [
    `${String(list)}[${String(index)}]`,
    ...(typeof name === 'string' ? [quoted(name)] : []),
    ...(within ? [within.replace(/^\./, '')] : []),
  ].join(' ');
}

function at(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key) ? inner[key as keyof typeof inner] : undefined,
    value,
  );
}

function kindAt(path: Path): WordKind {
  const name = path.findLast((key) => typeof key === 'string') as string;
  return kinds[name]!;
}

function membersAt({ acts }: Vocabulary, path: Path): readonly string[] {
  if (path.length === 0) return members.policy;
  if (path.at(-1) === 'acts') return wordsOf(acts);
  if (path.at(-2) === 'acts') return members.limits;
  const inner = path.includes('unless') ? 'unless' : path[0];
  return members[inner as keyof typeof members];
}
