import type { Policy } from '../../src/engine/policy/declaration/policy.ts';
import { decide, decideInAdvance, type Decision, type Question } from '../../src/engine/policy/decision/decide.ts';
import { openLine } from '../../src/engine/policy/decision/enter.ts';
import { wordsOf } from '../../src/engine/policy/declaration/vocabulary.ts';
import type { DataCategory } from '../../src/engine/register.ts';
import type { Answer, Entry } from './cedar.ts';
import type { Matrix } from './matrix.ts';
import type { Place } from './questions.ts';
import { rootLineName } from './translate.ts';

/**
 * Compares a decision about a category with Cedar's answer: the effect, and that the line that decides is among Cedar's.
 * @returns undefined if they agree; otherwise both, in a sentence
 */
export function compareDecision(policy: Policy, question: Question, answer: Answer): string | undefined {
  const decision = decide(policy, question);
  const { permits, lines } = answer;
  if (permits === (decision.effect === 'PERMIT') && isNamedBy(decision, lines)) return undefined;
  const ours = decision.effect === 'PERMIT' ? `permits by ${decision.line}` : `withholds (${decision.reason} ${decision.line ?? ''})`;
  return `${inWords(question)}, ${[...question.holding].join(' ') || 'no condition'}: the gateway ${ours}, ${cedarInWords(answer)}`;
}

/**
 * Compares a decision before any row is read with Cedar's answers: it may permit only if Cedar permits under every condition, and withhold
 * only if Cedar permits under none.
 */
export function compareAdvance(policy: Policy, place: Place, matrix: Matrix): readonly string[] {
  const { role, purpose, relationship, category } = place;
  return [false, true].flatMap((isNamed) => {
    const named = new Set(isNamed ? [category] : []);
    const { effect } = decideInAdvance(policy, { role, purpose, category, named, relationships: [relationship] });
    const permitted = matrix.cellsAt(place).filter(({ question }) => question.holding.has('CATEGORY_NAMED') === isNamed);
    const wrong = permitted.some(({ answer }) => (effect === 'PERMIT' && !answer.permits) || (effect === 'WITHHOLD' && answer.permits));
    return wrong ? [`${inWords(place)}, ${isNamed ? '' : 'not '}named: the gateway decides ${effect} in advance, Cedar not always`] : [];
  });
}

/**
 * Compares whether a root field is open with Cedar's answers. A line that needs a category counts only if Cedar permits the category for
 * some row of the line's scope. Asked with an authority that names every category, and with one that names none.
 */
export function compareEntry(policy: Policy, entry: Entry, matrix: Matrix): readonly string[] {
  return [false, true].flatMap((isNamed) => {
    const named = new Set<DataCategory>(isNamed ? wordsOf(matrix.policy.vocabulary.categories) : []);
    const line = openLine(policy, entry.field, { role: entry.role, purpose: entry.purpose, named });
    const open = openLines(matrix.policy, entry, matrix, isNamed);
    if (line === undefined ? open.length === 0 : open.includes(rootLineName(policy.rootFields.indexOf(line)))) return [];
    const ours = line === undefined ? 'closed' : `open by line ${policy.rootFields.indexOf(line)}`;
    return [
      `${entry.role} for ${entry.purpose ?? 'no purpose'} enters ${entry.field}: ${ours} for the gateway, by ${open.join(' ')} for Cedar`,
    ];
  });
}

/** The lines by which Cedar opens a root field. */
export function openLines({ rootFields, vocabulary }: Policy, entry: Entry, matrix: Matrix, isNamed: boolean): readonly string[] {
  const { role, purpose } = entry;
  const { lines } = matrix.enter(entry);
  return lines.filter((name) => {
    const { needs, scope } = rootFields.find((_line, at) => rootLineName(at) === name)!;
    if (needs === undefined) return true;
    const relationships = vocabulary.scopes[scope].relationships ?? wordsOf(vocabulary.relationships);
    return relationships.some((relationship) =>
      matrix
        .cellsAt({ role, purpose, relationship, category: needs })
        .some(({ question, answer }) => answer.permits && question.holding.has('CATEGORY_NAMED') === isNamed),
    );
  });
}

/** Whether the line that a decision names is among Cedar's; a decision for the lack of a grant needs that Cedar names none. */
function isNamedBy(decision: Decision, lines: readonly string[]): boolean {
  if (decision.effect === 'PERMIT') return lines.includes(decision.line);
  // Without a purpose nothing is permitted, whether or not a prohibition applies as well.
  if (decision.reason === 'PURPOSE_REQUIRED') return true;
  return decision.reason === 'PROHIBITED' ? lines.includes(decision.line ?? '') : lines.length === 0;
}

function inWords({ role, purpose, relationship, category }: Place): string {
  return `${role} for ${purpose ?? 'no purpose'} sees ${category} of ${relationship}`;
}

function cedarInWords({ permits, lines }: Answer): string {
  return `Cedar ${permits ? 'permits' : 'withholds'} by ${lines.join(' ') || 'no line'}`;
}
