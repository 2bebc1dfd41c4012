import type { Clause, Purpose } from '../../../engine/register.ts';
import { type Statement, clauseWords, type Vocabulary } from '../../../engine/policy/declaration/vocabulary.ts';
import type { EntryExplanation } from '../../../engine/review/explain/explain-entry.ts';
import type { InputExplanation } from '../../../engine/review/explain/explain-input.ts';
import type { Explanation, Forbidding } from '../../../engine/review/explain/explain.ts';
import type { Withholder } from '../../../engine/review/explain/withheld-by.ts';
import type { Way } from '../../../engine/review/explain/ways.ts';
import { bindsInWords, categoryInWords, conditionsInWords, purposeInWords } from '../phrases.ts';
import type { CoordinateExplanation, Effect } from './explain-coordinate.ts';
import type { AskedAs } from './asked-as.ts';

/** The words of the policy, and the privacy statement to quote. */
export interface Wording {
  readonly vocabulary: Vocabulary;
  readonly statement: Statement;
}

const effects: Readonly<Record<Effect, string>> = {
  PERMIT: 'permitted',
  WITHHOLD: 'withheld',
  RELATIONSHIP_REQUIRED: 'it depends on the data subject',
};

/** The policy is undefined here, because its lines explain what it withholds. */
const withholders: Readonly<Record<Withholder, string | undefined>> = {
  POLICY: undefined,
  AUTHORITY: 'Withheld by the authority, which does not name the category.',
  REGISTRATION: 'Withheld by the registration, which does not allow the category.',
  TOKEN: 'Withheld by the token, which does not name it.',
  OPERATION: 'Withheld by the operation, which does not ask for it.',
};

/** The first line: role, purpose and relationship of the question. */
export function describeViewer({ vocabulary }: Wording, { role, purpose }: AskedAs): string {
  return `As ${role} for ${purpose === undefined ? 'no purpose' : purposeInWords(vocabulary, purpose)}:`;
}

/**
 * Writes an explanation as sentences, one a line.
 * @param effect the plan's decision, if there is a plan
 */
export function sentences(explanation: CoordinateExplanation, wording: Wording, effect: Effect = explanation.effect): string[] {
  const by = explanation.withheldBy.map((one) => withholders[one]).filter((line) => line !== undefined);
  const [head = '', ...more] = sentencesOf(explanation, wording, effect);
  return [head, ...indented(by), ...more];
}

function sentencesOf(explanation: CoordinateExplanation, wording: Wording, effect: Effect): string[] {
  const { coordinate } = explanation;
  if (explanation.kind === 'IMPERSONAL') return impersonal(explanation);
  if (explanation.kind === 'ENTERED') return rootField(explanation.entry, wording);
  if (explanation.kind === 'NODE') {
    return [
      `${coordinate}: ${openOrClosed(explanation)}.`,
      '  It has no line and no rows of its own: it calls the root field of each type, with the same rules, rows and decisions.',
      ...indented(explanation.entries.flatMap((entry) => rootField(entry, wording))),
    ];
  }
  const what = categoryInWords(wording.vocabulary, explanation.category);
  if (explanation.kind === 'USED') {
    const unused = explanation.at.length === 0 ? ['No root field has it in its arguments.'] : [];
    return [
      `${coordinate}: ${effects[effect]}. It is for ${what}.`,
      ...indented([...explanation.at.flatMap((one) => used(one, wording)), ...unused]),
    ];
  }
  const ways = explanation.each.flatMap((one) => (one.effect === 'WITHHOLD' ? one.ways : []));
  const withheld = explanation.each.some((one) => one.effect === 'WITHHOLD');
  return [
    `${coordinate}: ${effects[effect]}. It holds ${what}.`,
    ...indented(explanation.each.flatMap((one) => seen(one, wording))),
    ...(withheld ? indented(wouldPermit(wording, ways, explanation.each)) : []),
  ];
}

function impersonal({ coordinate, decidedBy }: Extract<CoordinateExplanation, { kind: 'IMPERSONAL' }>): string[] {
  if (decidedBy.length === 0) return [`${coordinate}: impersonal. Nothing withholds it.`];
  return [`${coordinate}: impersonal by itself. It is decided at ${decidedBy.join(', ')}.`];
}

function rootField(entry: EntryExplanation, wording: Wording): string[] {
  return [`${entry.field}: ${openOrClosed(entry)}.`, ...indented(entered(entry, wording))];
}

function openOrClosed({ effect }: Pick<EntryExplanation, 'effect'>): string {
  return effect === 'PERMIT' ? 'open' : 'closed';
}

function seen(explanation: Explanation, wording: Wording): string[] {
  const { relationship } = explanation.asked;
  const head = `Under ${relationship} (${wording.vocabulary.relationships[relationship].noun}): ${effects[explanation.effect]}`;
  if (explanation.effect === 'PERMIT') {
    return [...byLine(head, explanation, wording), ...indented(limits(explanation.forbidding, wording))];
  }
  return [`${head}.`, ...indented(whyNot(explanation, wording))];
}

function whyNot(explanation: Extract<Explanation, { effect: 'WITHHOLD' }>, wording: Wording): string[] {
  if (explanation.reason === 'PURPOSE_REQUIRED') return ['No purpose was declared.'];
  const forbidding = explanation.forbidding
    .filter(({ binds }) => binds)
    .flatMap((one) => byLine(`Prohibited, because ${one.because}`, one, wording));
  if (forbidding.length > 0) return forbidding;
  const lacking = explanation.granting.flatMap((one) =>
    byLine(`Only while ${conditionsInWords(wording.vocabulary, one.lacking)}`, one, wording),
  );
  return lacking.length > 0 ? [...lacking, ...limits(explanation.forbidding, wording)] : ['No line grants it.'];
}

function limits(forbidding: readonly Forbidding[], wording: Wording): string[] {
  return forbidding.flatMap((one) => byLine(`Not while ${whileIn(wording, one)}`, one, wording));
}

function wouldPermit({ vocabulary }: Wording, ways: readonly Way[], each: readonly Explanation[]): string[] {
  const descriptions = new Set(ways.map((way) => wayInWords(vocabulary, way)));
  if (descriptions.size > 0) return ['It would be permitted, any one of:', ...[...descriptions].map((one) => `- ${one}`)];
  const never = each.some(({ granting }) => granting.length > 0)
    ? 'a prohibition always beats the grants'
    : 'no line permits it to this role for any purpose';
  return [`Nothing would permit it: ${never}.`];
}

function wayInWords(vocabulary: Vocabulary, { purpose, relationship, holds, ceases, line, clause }: Way): string {
  const conditions = [
    ...(holds.length > 0 ? [`while ${conditionsInWords(vocabulary, holds)}`] : []),
    ...(ceases.length > 0 ? [`if it were not the case that ${conditionsInWords(vocabulary, ceases)}`] : []),
  ];
  return [`for ${purpose} under ${relationship}`, ...conditions].join(', ') + `: line ${line}, clause ${clause}.`;
}

function entered({ effect, line, field, needed, purposes, roles }: EntryExplanation, wording: Wording): string[] {
  const { vocabulary, statement } = wording;
  const inWords = (purpose: Purpose): string => purposeInWords(vocabulary, purpose);
  const others = roles.map((role) => (role === 'ANYBODY' ? 'anyone' : role)).join(', ') || 'none';
  if (!line) {
    return [
      'No line permits this role to enter it for this purpose.',
      purposes.length > 0
        ? `It would be permitted for another purpose: ${purposes.map(inWords).join(' or ')}.`
        : 'No line permits this role to enter it for any purpose.',
      `Roles that may enter it: ${others}.`,
    ];
  }
  const role = line.role === 'ANYBODY' ? 'anyone' : line.role;
  const purposesOfLine = line.purposes === 'ANY' ? 'any purpose or none' : line.purposes.map(inWords).join(', ');
  const words = [
    `The line of ${field} for ${role}, clause ${line.clause}:`,
    `  “${clauseWords(statement, line.clause)}”`,
    `For ${purposesOfLine}.`,
  ];
  const rows = `Rows: ${line.scope}, ${vocabulary.scopes[line.scope].extent}.`;
  const proof = line.freshProof ? ['It needs a passkey, used at most five minutes ago.'] : [];
  if (effect === 'PERMIT') return [...words, rows, ...proof];
  return [
    ...words,
    `It needs ${categoryInWords(vocabulary, line.needs!)}, which is withheld:`,
    ...indented(
      needed.flatMap((one) => [...seen(one, wording), ...(one.effect === 'WITHHOLD' ? wouldPermit(wording, one.ways, [one]) : [])]),
    ),
  ];
}

function used({ effect, ground, entry, rows, purposes }: InputExplanation, wording: Wording): string[] {
  const head = `At ${entry.field}: ${effects[effect]}`;
  const grounds: Readonly<Record<InputExplanation['ground'], readonly string[]>> = {
    CLOSED: entered(entry, wording),
    GIVEN: ['An input of a change is only written.', ...entered(entry, wording)],
    PICKS: ['It only selects among the rows that the field can return.', ...entered(entry, wording)],
    EVERY_ROW: [
      'Filtering or sorting by it reads it of every row that the field can return.',
      ...rows.flatMap((one) => seen(one, wording)),
    ],
  };
  const otherwise =
    purposes.length > 0
      ? `It would be permitted for another purpose: ${purposes.join(' or ')}.`
      : 'No line permits this role to use it there for any purpose.';
  return [`${head}.`, ...indented([...grounds[ground], ...(effect === 'WITHHOLD' && ground !== 'CLOSED' ? [otherwise] : [])])];
}

function whileIn({ vocabulary }: Wording, { when, unless }: Forbidding): string {
  return bindsInWords(vocabulary, when, unless);
}

/** A policy line with its effect, and its quoted clause below. */
function byLine(what: string, { line, clause }: { readonly line: string; readonly clause: Clause }, wording: Wording): string[] {
  return [`${what}, by line ${line}, clause ${clause}:`, `  “${clauseWords(wording.statement, clause)}”`];
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
