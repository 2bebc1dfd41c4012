import type { Span, SyntaxNode } from '../syntax.ts';

/** A change of the text: what stands between start and end gives way to the replacement. */
export interface Edit extends Span {
  readonly replacement: string;
}

/** What an operator may look at beside the node. */
export interface Surroundings {
  readonly file: string;
  readonly text: string;
  /** From the module's statement down to the node's parent. */
  readonly parents: readonly SyntaxNode[];
}

/** Gives the ways in which a node can be got wrong. */
export type Operator = (node: SyntaxNode, around: Surroundings) => readonly Edit[];

/** Puts other text in a node's place. */
export function replace({ span: { start, end } }: { readonly span: Span }, replacement: string): Edit {
  return { start, end, replacement };
}

/** The text of a node. */
export function textOf({ text }: Surroundings, { span }: { readonly span: Span }): string {
  return text.slice(span.start, span.end);
}

/** Takes one member out of a list that is separated by commas. */
export function drop(members: readonly Span[], index: number): Edit {
  const { start, end } = members[index]!;
  const next = members[index + 1];
  if (next) return { start, end: next.start, replacement: '' };
  return { start: members[index - 1]?.end ?? start, end, replacement: '' };
}
