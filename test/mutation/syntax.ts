import { parseSync } from '@swc/core';

/** The position of a node in the file: string indexes, the end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

interface At<Type extends string> {
  readonly type: Type;
  readonly span: Span;
}

/** An element of a list, or an argument. */
export interface Item {
  readonly spread: Span | null;
  readonly expression: SyntaxNode;
}

/** The properties of swc's tree that the operators read. Nodes of other types are traversed, but match no operator. */
export type SyntaxNode =
  | (At<'BinaryExpression'> & { readonly operator: string; readonly left: SyntaxNode; readonly right: SyntaxNode })
  | (At<'AssignmentExpression'> & { readonly operator: string; readonly left: SyntaxNode; readonly right: SyntaxNode })
  | (At<'UnaryExpression'> & { readonly operator: string; readonly argument: SyntaxNode })
  | (At<'ConditionalExpression'> & { readonly test: SyntaxNode; readonly consequent: SyntaxNode; readonly alternate: SyntaxNode })
  | (At<'IfStatement'> & { readonly test: SyntaxNode })
  | (At<'OptionalChainingExpression'> & { readonly optional: boolean; readonly base: SyntaxNode })
  | (At<'MemberExpression'> & { readonly object: SyntaxNode; readonly property: SyntaxNode })
  | (At<'CallExpression'> & { readonly callee: SyntaxNode; readonly arguments: readonly Item[] })
  | (At<'NewExpression'> & { readonly callee: SyntaxNode; readonly arguments: readonly Item[] | null })
  | (At<'ReturnStatement'> & { readonly argument: SyntaxNode | null })
  | (At<'ArrowFunctionExpression'> & { readonly body: SyntaxNode; readonly returnType: SyntaxNode | null })
  | (At<'FunctionDeclaration'> & { readonly identifier: SyntaxNode; readonly returnType: SyntaxNode | null })
  | (At<'MethodProperty'> & { readonly key: SyntaxNode; readonly returnType: SyntaxNode | null })
  | (At<'ClassMethod'> & { readonly key: SyntaxNode; readonly function: { readonly returnType?: SyntaxNode | null } })
  | (At<'VariableDeclarator'> & { readonly id: SyntaxNode })
  | (At<'ArrayExpression'> & { readonly elements: readonly (Item | null)[] })
  | (At<'ObjectExpression'> & { readonly properties: readonly SyntaxNode[] })
  | (At<'KeyValueProperty'> & { readonly key: SyntaxNode; readonly value: SyntaxNode })
  | (At<'TemplateLiteral'> & { readonly expressions: readonly SyntaxNode[]; readonly quasis: readonly SyntaxNode[] })
  | (At<'Identifier' | 'StringLiteral'> & { readonly value: string })
  | (At<'NumericLiteral'> & { readonly value: number })
  | (At<'BooleanLiteral'> & { readonly value: boolean })
  | At<'ExpressionStatement' | 'ThrowStatement' | 'ContinueStatement' | 'ForOfStatement'>
  | At<'BlockStatement' | 'FunctionBody' | 'TemplateElement' | 'ParenthesisExpression' | 'SpreadElement'>;

/**
 * Parses a TypeScript module.
 * @returns its statements; every span is converted from swc's byte offsets (with their own base) to string indexes
 * @throws Error if the text is not TypeScript
 */
export function parseModule(text: string): readonly SyntaxNode[] {
  // The prepended empty statement marks swc's base: a module's own span begins at its first token, after comments.
  const { body } = parseSync(`;${text}`, { syntax: 'typescript' });
  const [first, ...statements] = body as unknown as readonly SyntaxNode[];
  const indexes = stringIndexes(text);
  return statements.map((statement) => place(statement, first!.span.end, indexes) as SyntaxNode);
}

/** The string index of each UTF-8 byte of the text, and of its end. */
function stringIndexes(text: string): readonly number[] {
  const indexes: number[] = [];
  let index = 0;
  for (const character of text) {
    for (let byte = Buffer.byteLength(character); byte > 0; byte -= 1) indexes.push(index);
    index += character.length;
  }
  return [...indexes, index];
}

function place(value: unknown, base: number, indexes: readonly number[]): unknown {
  if (Array.isArray(value)) return value.map((member) => place(member, base, indexes));
  if (typeof value !== 'object' || value === null) return value;
  const { start, end } = value as Partial<Span>;
  if (start !== undefined && end !== undefined) return { start: indexes[start - base], end: indexes[end - base] };
  const placed = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, place(member, base, indexes)]));
  // swc gives a property no span.
  if (placed['type'] !== 'KeyValueProperty') return placed;
  const { key, value: of } = placed as { key: SyntaxNode; value: SyntaxNode };
  return { ...placed, span: { start: key.span.start, end: of.span.end } };
}

const transparent: readonly string[] = ['TsAsExpression', 'TsSatisfiesExpression', 'TsNonNullExpression', 'TsConstAssertion'];
const typeMembers: readonly string[] = ['typeAnnotation', 'returnType', 'typeParameters', 'typeArguments', 'typeParams', 'superTypeParams'];

/** Visits every node that is executed, parents first: no types, imports or re-exports. */
export function walk(
  nodes: readonly SyntaxNode[],
  visit: (node: SyntaxNode, parents: readonly SyntaxNode[]) => void,
  parents: readonly SyntaxNode[] = [],
): void {
  for (const node of nodes) descend(node, parents);

  function descend(value: unknown, above: readonly SyntaxNode[]): void {
    if (Array.isArray(value)) {
      for (const member of value) descend(member, above);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const { type } = value as { type?: string };
    if (type !== undefined && isType(type)) return;
    // A list item has no node type.
    const node = type === undefined ? undefined : (value as SyntaxNode);
    if (node?.span) visit(node, above);
    const within = node ? [...above, node] : above;
    for (const [name, member] of Object.entries(value)) {
      if (!typeMembers.includes(name)) descend(member, within);
    }
  }
}

function isType(type: string): boolean {
  if (type === 'ImportDeclaration' || type === 'ExportNamedDeclaration' || type === 'ExportAllDeclaration') return true;
  return type.startsWith('Ts') && !transparent.includes(type);
}
