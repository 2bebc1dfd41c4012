import { operators } from './operators.ts';
import type { Edit } from './operators/operator.ts';
import { parseModule, walk, type SyntaxNode } from './syntax.ts';

/** One changed place of a file. */
export interface Mutant {
  /** Relative to the repository. */
  readonly file: string;
  /** From 1; only for display, because lines move. */
  readonly line: number;
  /** The enclosing names, and a number if there are several; identifies the mutant together with file and change. */
  readonly place: string;
  readonly change: string;
  /** The whole text of the changed file. */
  readonly text: string;
}

/**
 * Makes every mutant of a file. An edit that is invalid TypeScript or changes nothing is dropped.
 * @throws Error if the file itself is not valid TypeScript
 */
export function makeMutants(file: string, text: string): readonly Mutant[] {
  const edits = new Map<string, Mutant>();
  const occurrences = new Map<string, number>();
  walk(parseModule(text), (node, parents) => {
    const around = { file, text, parents };
    for (const edit of operators.flatMap((operator) => operator(node, around))) {
      const changed = text.slice(0, edit.start) + edit.replacement + text.slice(edit.end);
      if (changed === text || edits.has(changed) || !parses(changed)) continue;
      const place = placeOf([...parents, node]);
      const change = changeOf(edit, text);
      const number = (occurrences.get(`${place} ${change}`) ?? 0) + 1;
      occurrences.set(`${place} ${change}`, number);
      const line = text.slice(0, edit.start).split('\n').length;
      edits.set(changed, { file, line, place: number === 1 ? place : `${place} (${number})`, change, text: changed });
    }
  });
  return [...edits.values()];
}

function parses(text: string): boolean {
  try {
    parseModule(text);
    return true;
  } catch {
    return false;
  }
}

function placeOf(nodes: readonly SyntaxNode[]): string {
  return nodes.flatMap((node) => nameOf(node) ?? []).join(' › ');
}

function nameOf(node: SyntaxNode): string | undefined {
  if (node.type === 'FunctionDeclaration') return valueOf(node.identifier);
  if (node.type === 'VariableDeclarator') return valueOf(node.id);
  if (node.type === 'KeyValueProperty' || node.type === 'MethodProperty' || node.type === 'ClassMethod') return valueOf(node.key);
  if (node.type !== 'ObjectExpression') return undefined;
  // A policy line is identified by its name.
  const line = node.properties.find((property) => property.type === 'KeyValueProperty' && valueOf(property.key) === 'line');
  return line?.type === 'KeyValueProperty' ? valueOf(line.value) : undefined;
}

function valueOf(node: SyntaxNode): string | undefined {
  return node.type === 'Identifier' || node.type === 'StringLiteral' ? node.value : undefined;
}

function changeOf({ start, end, replacement }: Edit, text: string): string {
  const [before, after] = [text.slice(start, end), replacement].map((part) => part.replaceAll(/\s+/g, ' ').trim());
  return `${shortened(before!)} → ${after === '' ? 'nothing' : shortened(after!)}`;
}

function shortened(text: string): string {
  return text.length <= 90 ? text : `${text.slice(0, 60)} … ${text.slice(-25)}`;
}
