import { childLists, isNode, parseModule, walk, type SyntaxNode } from './syntax.ts';

/** A place that a pattern matches. */
export interface Match {
  /** A lone node, or neighbours in one list. */
  readonly nodes: readonly SyntaxNode[];
  /** The nodes that contain it, the outermost first. */
  readonly parents: readonly SyntaxNode[];
  /** The source text of each metavariable. */
  readonly captured: Readonly<Record<string, string>>;
}

/** The kinds of code that a pattern can be: a module around it, and the node and field of the module in which it then stands. */
const contexts: readonly (readonly [before: string, after: string, type: string, field: string])[] = [
  ['(', ');', 'ExpressionStatement', 'expression'],
  ['', '', 'Program', 'body'],
  ['async () => {', '};', 'BlockStatement', 'body'],
  ['({', '});', 'ObjectExpression', 'properties'],
  ['(_(', '));', 'CallExpression', 'arguments'],
  ['function _(', ') {}', 'FunctionDeclaration', 'params'],
  ['class _ {', '}', 'ClassBody', 'body'],
  ['interface _ {', '}', 'TSInterfaceBody', 'body'],
  ['type _ = ', ';', 'TSTypeAliasDeclaration', 'typeAnnotation'],
  ['<_ ', ' />;', 'JSXOpeningElement', 'attributes'],
];

/**
 * Finds the places inside a node whose code a pattern matches: white space, comments, quotes, parentheses and trailing
 * commas do not count. `$NAME` matches any node, the same wherever the name recurs; `$$$` any number of list elements.
 * @throws Error if the pattern is no code
 */
export function findPattern(pattern: string, within: SyntaxNode, text: string): readonly Match[] {
  const readings = readingsOf(pattern);
  if (readings.length === 0) throw new Error(`the pattern is no TypeScript: ${pattern}`);
  const found = new Map<string, Match>();
  const tryAt = (nodes: readonly SyntaxNode[], parents: readonly SyntaxNode[]): void => {
    for (const reading of readings) {
      const candidates = nodes.slice(0, reading.length);
      const captured: Record<string, string> = {};
      if (!areMatching(reading, candidates, captured, text)) continue;
      const place = `${candidates[0]!.start} ${candidates.at(-1)!.end}`;
      if (!found.has(place)) found.set(place, { nodes: candidates, parents, captured });
    }
  };
  tryAt([within], []);
  walk(within, (node, parents) => {
    for (const list of childLists(node)) {
      for (const place of list.keys()) tryAt(list.slice(place), [...parents, node]);
    }
  });
  return [...found.values()];
}

/** The possible readings of a pattern: each is a list of neighbours. */
function readingsOf(pattern: string): readonly (readonly SyntaxNode[])[] {
  const readings: (readonly SyntaxNode[])[] = [];
  for (const [before, after, type, field] of contexts) {
    const tree = parseModule(`${before}${pattern}\n${after}`);
    const around = tree && firstOf(type, tree)?.[field];
    const nodes = (Array.isArray(around) ? around : [around]).filter(isNode).map(withoutChain);
    // A property looks like a label. An expression is a statement only where other statements follow, or a semicolon.
    const isExpression = readings.length > 0 && nodes.length === 1 && nodes[0]!.type === 'ExpressionStatement';
    if (nodes.length > 0 && !isExpression && nodes[0]!.type !== 'LabeledStatement') readings.push(nodes);
  }
  return readings;
}

function firstOf(type: string, tree: SyntaxNode): SyntaxNode | undefined {
  let first: SyntaxNode | undefined;
  walk(tree, (node) => {
    if (node.type === type) first ??= node;
  });
  return first;
}

/** The chain ends where the pattern ends, but not where it matches. */
function withoutChain(node: SyntaxNode): SyntaxNode {
  return node.type === 'ChainExpression' ? (node['expression'] as SyntaxNode) : node;
}

/** Where a node stands in the source, and how it is spelled there. */
const spelling: ReadonlySet<string> = new Set(['start', 'end', 'raw', 'range', 'parent', 'directive']);

function areMatching(patterns: readonly unknown[], nodes: readonly unknown[], captured: Record<string, string>, text: string): boolean {
  const [pattern, ...morePatterns] = patterns;
  if (patterns.length === 0) return nodes.length === 0;
  const name = metavariable(pattern);
  if (name?.startsWith('$$$')) {
    return [...nodes.keys(), nodes.length].some((taken) => {
      const tried = { ...captured, [name]: sourceOf(nodes.slice(0, taken), text) };
      return areMatching(morePatterns, nodes.slice(taken), tried, text) && Object.assign(captured, tried) === captured;
    });
  }
  return nodes.length > 0 && isMatching(pattern, nodes[0], captured, text) && areMatching(morePatterns, nodes.slice(1), captured, text);
}

function isMatching(pattern: unknown, value: unknown, captured: Record<string, string>, text: string): boolean {
  if (Array.isArray(pattern)) return Array.isArray(value) && areMatching(pattern, value, captured, text);
  if (typeof pattern !== 'object' || pattern === null) return pattern === value;
  if (typeof value !== 'object' || value === null) return false;
  const name = metavariable(pattern);
  if (name !== undefined && isNode(value)) {
    const source = sourceOf([value], text);
    return (captured[name] ??= source) === source;
  }
  if (isNode(pattern) && isText(pattern)) return isNode(value) && isText(value) && spaced(pattern) === spaced(value);
  const parts = value as Readonly<Record<string, unknown>>;
  return Object.entries(pattern).every(([field, part]) => spelling.has(field) || isMatching(part, parts[field], captured, text));
}

function sourceOf(nodes: readonly unknown[], text: string): string {
  const [first, last] = [nodes[0], nodes.at(-1)];
  return isNode(first) && isNode(last) ? text.slice(first.start, last.end) : '';
}

/** @returns the name of a metavariable, which can be read as an expression, a statement, a property or a type */
function metavariable(pattern: unknown): string | undefined {
  if (!isNode(pattern)) return undefined;
  const { type, name, expression, typeName, value, shorthand, key, typeAnnotation } = pattern;
  if (type === 'ExpressionStatement') return metavariable(expression);
  if (type === 'TSTypeReference') return metavariable(typeName);
  if (type === 'Property' && shorthand === true) return metavariable(value);
  if (type === 'PropertyDefinition' && value === null) return metavariable(key);
  if (type !== 'Identifier' || typeof name !== 'string' || isNode(typeAnnotation)) return undefined;
  return /^\$(?:\$\$)?[A-Z][A-Z\d_]*$|^\$\$\$$/.test(name) ? name : undefined;
}

/** Whether a node is a piece of a template or of a page, whose lines may break elsewhere. */
function isText({ type }: SyntaxNode): boolean {
  return type === 'TemplateElement' || type === 'JSXText';
}

function spaced({ type, value }: SyntaxNode): string {
  const text = type === 'TemplateElement' ? (value as { readonly raw: string }).raw : String(value);
  return text.replaceAll(/\s+/g, ' ');
}
