import type { Span, SyntaxNode } from '../syntax.ts';

/** Replaces the text between start and end. */
export interface Edit extends Span {
  readonly replacement: string;
}

/** The context of a node. */
export interface Surroundings {
  readonly file: string;
  readonly text: string;
  /** The ancestors, outermost first. */
  readonly parents: readonly SyntaxNode[];
}

/** Makes the edits of one kind for a node. */
export type Operator = (node: SyntaxNode, around: Surroundings) => readonly Edit[];

export function replace({ span: { start, end } }: { readonly span: Span }, replacement: string): Edit {
  return { start, end, replacement };
}

export function textOf({ text }: Surroundings, { span }: { readonly span: Span }): string {
  return text.slice(span.start, span.end);
}

/** Removes one member of a list that is separated by commas. */
export function drop(members: readonly Span[], index: number): Edit {
  const { start, end } = members[index]!;
  const next = members[index + 1];
  if (next) return { start, end: next.start, replacement: '' };
  return { start: members[index - 1]?.end ?? start, end, replacement: '' };
}
