import type { SyntaxNode } from '../syntax.ts';
import { textOf, type Surroundings } from './operator.ts';

const descriptiveNames: readonly string[] = ['because', 'sentence', 'label'];
const statementFile = 'src/town/policy/statement/statements.ts';

/**
 * Whether a property holds a sentence for people, on which no decision depends: the reason for a prohibition, the
 * label of a purpose or category, and the statement's own sentences. A test of them could only repeat them. Codes,
 * terms, dates and the meanings of conditions do not count.
 */
export function isDescriptive(property: SyntaxNode, around: Surroundings): boolean {
  if (property.type !== 'KeyValueProperty') return false;
  if (descriptiveNames.includes(textOf(around, property.key))) return true;
  return around.file === statementFile && property.value.type === 'StringLiteral' && property.value.value.includes(' ');
}
