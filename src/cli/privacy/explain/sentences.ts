import type { Clause } from '../../../policy/clauses.ts';
import type { EntryExplanation } from '../../../policy-review/explain-entry.ts';
import type { InputExplanation } from '../../../policy-review/explain-input.ts';
import type { Explanation, Forbidding } from '../../../policy-review/explain.ts';
import { clauseWords, type Statement } from '../../../policy/statements.ts';
import type { Way } from '../../../policy-review/ways.ts';
import { bindsInWords, categoryInWords, conditionsInWords, purposeInWords, relationshipWords, scopeWords } from '../phrases.ts';
import type { CoordinateExplanation, Effect } from './explain-coordinate.ts';
import type { AskedAs } from './asked-as.ts';

const effects: Readonly<Record<Effect, string>> = {
  PERMIT: 'permitted',
  WITHHOLD: 'withheld',
  RELATIONSHIP_REQUIRED: 'it depends on the data subject',
};

/** The first line: role, purpose and relationship of the question. */
export function standpointInWords({ role, purpose }: AskedAs): string {
  return `As ${role} for ${purpose === undefined ? 'no purpose' : purposeInWords(purpose)}:`;
}

/**
 * Writes an explanation as sentences, one a line.
 * @param effect the plan's decision, if there is a plan
 * @param statement the privacy statement to quote
 */
export function sentences(explanation: CoordinateExplanation, statement: Statement, effect: Effect = explanation.effect): string[] {
  const { coordinate } = explanation;
  if (explanation.kind === 'IMPERSONAL') return impersonal(explanation);
  if (explanation.kind === 'ENTERED') {
    const open = explanation.effect === 'PERMIT';
    return [`${coordinate}: ${open ? 'open' : 'closed'}.`, ...indented(entered(explanation.entry, statement))];
  }
  const what = categoryInWords(explanation.category);
  if (explanation.kind === 'USED') {
    const nowhere = explanation.at.length === 0 ? ['It stands in the arguments of no root field.'] : [];
    return [
      `${coordinate}: ${effects[effect]}. It stands for ${what}.`,
      ...indented([...explanation.at.flatMap((one) => used(one, statement)), ...nowhere]),
    ];
  }
  const ways = explanation.each.flatMap((one) => (one.effect === 'WITHHOLD' ? one.ways : []));
  const withheld = explanation.each.some((one) => one.effect === 'WITHHOLD');
  return [
    `${coordinate}: ${effects[effect]}. It holds ${what}.`,
    ...indented(explanation.each.flatMap((one) => seen(one, statement))),
    ...(withheld ? indented(wouldPermit(ways, explanation.each)) : []),
  ];
}

function impersonal({ coordinate, decidedBy }: Extract<CoordinateExplanation, { kind: 'IMPERSONAL' }>): string[] {
  if (decidedBy.length === 0) return [`${coordinate}: impersonal. Nothing withholds it.`];
  return [`${coordinate}: impersonal by itself. Whether there is one is decided where one is returned: ${decidedBy.join(', ')}.`];
}

function seen(explanation: Explanation, statement: Statement): string[] {
  const { relationship } = explanation.asked;
  const head = `Under ${relationship} (${relationshipWords[relationship]}): ${effects[explanation.effect]}`;
  if (explanation.effect === 'PERMIT') {
    const limits = explanation.forbidding.flatMap((one) => byLine(`Not while ${whileIn(one)}`, one, statement));
    return [...byLine(head, explanation, statement), ...indented(limits)];
  }
  return [`${head}.`, ...indented(whyNot(explanation, statement))];
}

function whyNot(explanation: Extract<Explanation, { effect: 'WITHHOLD' }>, statement: Statement): string[] {
  if (explanation.reason === 'PURPOSE_REQUIRED') return ['No purpose was declared.'];
  const forbidding = explanation.forbidding
    .filter(({ binds }) => binds)
    .flatMap((one) => byLine(`Forbidden, since ${one.because}`, one, statement));
  if (forbidding.length > 0) return forbidding;
  const lacking = explanation.granting.flatMap((one) => byLine(`Only while ${conditionsInWords(one.lacking)}`, one, statement));
  return lacking.length > 0 ? lacking : ['No line grants it.'];
}

function wouldPermit(ways: readonly Way[], each: readonly Explanation[]): string[] {
  const told = new Set(ways.map(wayInWords));
  if (told.size > 0) return ['What would have had to hold, any one of:', ...[...told].map((one) => `- ${one}`)];
  const never = each.some(({ granting }) => granting.length > 0)
    ? 'a prohibition always beats what grants it'
    : 'no line lets this role see it for any purpose';
  return [`What would have had to hold: ${never}.`];
}

function wayInWords({ purpose, relationship, holds, ceases, line, clause }: Way): string {
  const conditions = [
    ...(holds.length > 0 ? [`while ${conditionsInWords(holds)}`] : []),
    ...(ceases.length > 0 ? [`were it not that ${conditionsInWords(ceases)}`] : []),
  ];
  return [`for ${purpose} under ${relationship}`, ...conditions].join(', ') + `: line ${line}, clause ${clause}.`;
}

function entered({ effect, line, field, needed, purposes, roles }: EntryExplanation, statement: Statement): string[] {
  const others = roles.map((role) => (role === 'ANYBODY' ? 'anybody' : role)).join(', ') || 'nobody';
  if (!line) {
    return [
      'No line lets this role use it so.',
      purposes.length > 0
        ? `What would have had to hold: another purpose, ${purposes.map(purposeInWords).join(' or ')}.`
        : 'No line lets this role use it for any purpose.',
      `Lines let in ${others}.`,
    ];
  }
  const role = line.role === 'ANYBODY' ? 'anybody' : line.role;
  const purposesOfLine = line.purposes === 'ANY' ? 'any purpose or none' : line.purposes.map(purposeInWords).join(', ');
  const words = [
    `The line of ${field} for ${role}, clause ${line.clause}:`,
    `  “${clauseWords(statement, line.clause)}”`,
    `For ${purposesOfLine}.`,
  ];
  const rows = `Rows: ${line.scope}, ${scopeWords[line.scope]}.`;
  if (effect === 'PERMIT') return [...words, rows];
  return [
    ...words,
    `It needs ${categoryInWords(line.needs!)}, which can’t be seen:`,
    ...indented(needed.flatMap((one) => [...seen(one, statement), ...(one.effect === 'WITHHOLD' ? wouldPermit(one.ways, [one]) : [])])),
  ];
}

function used({ effect, ground, entry, rows, purposes }: InputExplanation, statement: Statement): string[] {
  const head = `At ${entry.field}: ${effects[effect]}`;
  const grounds: Readonly<Record<InputExplanation['ground'], readonly string[]>> = {
    CLOSED: entered(entry, statement),
    GIVEN: ['What a change is given is no reading.', ...entered(entry, statement)],
    PICKS: ['It only picks among the rows that the field can return.', ...entered(entry, statement)],
    EVERY_ROW: [
      'To filter or sort by it is to read it of every row that the field can return, whoever it is about.',
      ...rows.flatMap((one) => seen(one, statement)),
    ],
  };
  const otherwise =
    purposes.length > 0
      ? `What would have had to hold: another purpose, ${purposes.join(' or ')}.`
      : 'No line lets this role use it there for any purpose.';
  return [`${head}.`, ...indented([...grounds[ground], ...(effect === 'WITHHOLD' && ground !== 'CLOSED' ? [otherwise] : [])])];
}

function whileIn({ when, unless }: Forbidding): string {
  return bindsInWords(when, unless);
}

/** A policy line with its effect, and its quoted clause below. */
function byLine(what: string, { line, clause }: { readonly line: string; readonly clause: Clause }, statement: Statement): string[] {
  return [`${what}, by line ${line}, clause ${clause}:`, `  “${clauseWords(statement, clause)}”`];
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}
