import {
  asSentence,
  conditionInWords,
  listed,
  purposeInWords,
  relationshipInWords,
  roleInWords,
  scopeInWords,
} from '../../../policy-review/compare/phrases.ts';
import type { Dependence, Read, Replayed } from './replay.ts';
import type { Counted } from './tally.ts';

/** Tells a replay in sentences, one line each. */
export function inWords(replayed: Replayed): string[] {
  const { entries, entriesOfAnotherPolicy: strange, commands, erasedOpenings: erased, doors, withheld, released, cannotBeTold } = replayed;
  const differs = doors.length + withheld.length + released.length + cannotBeTold.length > 0;
  return [
    `${number(entries, 'entry', 'entries')} replayed.`,
    ...(strange > 0
      ? [`${number(strange, 'entry', 'entries')} of a policy that is not in force now: which conditions held is not inferred.`]
      : []),
    ...(commands > 0 ? [`${number(commands, 'entry', 'entries')} of commands, in which a policy has no say.`] : []),
    ...(erased > 0 ? [`${number(erased, 'opening', 'openings')} erased, and not counted.`] : []),
    ...section('Root fields', doors.map(door)),
    ...section(
      'Would have been withheld',
      withheld.map((one) => `${read(one.what)}${counts(one)}`),
    ),
    ...section(
      'Would have been released',
      released.map((one) => `${read(one.what)}${counts(one)}`),
    ),
    ...section(
      'Cannot be told',
      cannotBeTold.map(
        (one) => `${read(one.what)}, ${one.what.was.toLowerCase()} then: depends on ${hanging(one.what.dependsOn)}${counts(one)}`,
      ),
    ),
    ...(differs ? [] : ['Nothing would have gone otherwise.']),
  ];
}

const doorWords = {
  OPENS: 'would be let into',
  CLOSES: 'would not be let into',
  WIDENS: 'would reach more rows by',
  NARROWS: 'would reach fewer rows by',
  REFUSES_INPUT: 'would be refused what was given to',
  ACCEPTS_INPUT: 'would be let use what was refused at',
} as const;

function door(one: Replayed['doors'][number]): string {
  const { role, purpose, field, effect, input, scope } = one.what;
  const more = [
    ...(input === undefined ? [] : [` (${input})`]),
    ...(scope === undefined ? [] : [` (${scopeInWords(scope.to)}, not ${scopeInWords(scope.from)})`]),
  ].join('');
  return `${asSentence(roleInWords(role))}, for ${purposeInWords(purpose)}, ${doorWords[effect]} ${field}${more}${counts(one)}`;
}

function read({ role, purpose, relationship, coordinate }: Read): string {
  return `${coordinate} ${relationshipInWords(relationship)}, from ${roleInWords(role)}, for ${purposeInWords(purpose)}`;
}

function hanging(dependsOn: readonly Dependence[]): string {
  return `whether ${listed(dependsOn.map((one) => (one === 'ROWS' ? 'a row that is still reached leads there' : conditionInWords(one))))}`;
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
