import {
  asSentence,
  conditionInWords,
  listed,
  purposeInWords,
  relationshipInWords,
  roleInWords,
  scopeInWords,
} from '../../../engine/review/compare/compare/phrases.ts';
import type { Vocabulary } from '../../../engine/policy/declaration/vocabulary.ts';
import type { Dependence, Read, Replayed } from './replay.ts';
import type { Counted } from './tally.ts';

/**
 * Describes a replay, one sentence a line.
 * @param vocabulary what the words of the policy mean
 */
export function describeReplay(vocabulary: Vocabulary, replayed: Replayed): string[] {
  const {
    entries,
    entriesOfAnotherPolicy: strange,
    commands,
    entriesOfPartners: ofPartners,
    erasedSegments: erased,
    rootFieldChanges,
    withheld,
    released,
    cannotBeTold,
  } = replayed;
  const differs = rootFieldChanges.length + withheld.length + released.length + cannotBeTold.length > 0;
  return [
    `${number(entries, 'entry', 'entries')} replayed.`,
    ...(strange > 0
      ? [`${number(strange, 'entry', 'entries')} under a policy that is no longer in force: the conditions that held are not inferred.`]
      : []),
    ...(commands > 0 ? [`${number(commands, 'entry', 'entries')} of commands, which no policy decides on.`] : []),
    ...(ofPartners > 0
      ? [
          `${number(ofPartners, 'entry', 'entries')} of partners: what their registrations and tokens limited is not in an entry, so a root field that a policy opens may have been closed to them.`,
        ]
      : []),
    ...(erased > 0 ? [`${number(erased, 'segment', 'segments')} were erased and are not counted.`] : []),
    ...section(
      'Root fields',
      rootFieldChanges.map((one) => describeRootField(vocabulary, one)),
    ),
    ...section(
      'Would have been withheld',
      withheld.map((one) => `${read(vocabulary, one.what)}${counts(one)}`),
    ),
    ...section(
      'Would have been released',
      released.map((one) => `${read(vocabulary, one.what)}${counts(one)}`),
    ),
    ...section(
      'Cannot be decided',
      cannotBeTold.map(
        (one) =>
          `${read(vocabulary, one.what)}, ${one.what.was.toLowerCase()} then: depends on ${hanging(vocabulary, one.what.dependsOn)}${counts(one)}`,
      ),
    ),
    ...(differs ? [] : ['Nothing would have been decided differently.']),
  ];
}

const effectPhrases = {
  OPENS: 'could enter',
  CLOSES: 'could no longer enter',
  WIDENS: 'would reach more rows through',
  NARROWS: 'would reach fewer rows through',
  REFUSES_INPUT: 'could no longer use an input that was used at',
  ACCEPTS_INPUT: 'could use an input that was refused at',
} as const;

function describeRootField(vocabulary: Vocabulary, one: Replayed['rootFieldChanges'][number]): string {
  const { role, purpose, field, effect, input, scope } = one.what;
  const more = [
    ...(input === undefined ? [] : [` (${input})`]),
    ...(scope === undefined ? [] : [` (${scopeInWords(vocabulary, scope.to)}, not ${scopeInWords(vocabulary, scope.from)})`]),
  ].join('');
  return `${asSentence(roleInWords(vocabulary, role))}, for ${purposeInWords(vocabulary, purpose)}, ${effectPhrases[effect]} ${field}${more}${counts(one)}`;
}

function read(vocabulary: Vocabulary, { role, purpose, relationship, coordinate }: Read): string {
  return `${coordinate} ${relationshipInWords(vocabulary, relationship)}, from ${roleInWords(vocabulary, role)}, for ${purposeInWords(vocabulary, purpose)}`;
}

function hanging(vocabulary: Vocabulary, dependsOn: readonly Dependence[]): string {
  const words = { ROWS: 'a row that is still reachable leads to it', LIMITS: 'the registration and the token of the partner had it' };
  return `whether ${listed(dependsOn.map((one) => (one === 'ROWS' || one === 'LIMITS' ? words[one] : conditionInWords(vocabulary, one))))}`;
}

function counts({ entries, dataSubjects, examples }: Counted<unknown>): string {
  const people = dataSubjects > 0 ? ` about ${number(dataSubjects, 'data subject', 'data subjects')}` : '';
  return `: ${number(entries, 'entry', 'entries')}${people}, for example ${examples.join(', ')}.`;
}

function number(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-CA')} ${count === 1 ? one : many}`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `- ${line}`)];
}
