/** A paragraph, an item of a list, a cell of a table, or the part of a comment after a tag, on one line. */
export interface Prose {
  /** Where it begins, from 1. */
  readonly line: number;
  /** Without markers, tags and emphasis. Code in backticks is `x`. */
  readonly text: string;
}

/**
 * Finds the prose of a file: of a document without headings and fenced blocks; of a module its comments. It reads lines, so a comment
 * inside a template string counts too.
 * @param file its extension decides: `.md`, or else TypeScript
 */
export function proseOf(file: string, text: string): Prose[] {
  const pieces = file.endsWith('.md') ? ofDocument(text) : ofModule(text);
  return pieces.map((piece) => ({ line: piece.line, text: plain(piece.text) })).filter((piece) => piece.text !== '');
}

function ofDocument(text: string): Prose[] {
  let fenced = false;
  return text.split('\n').flatMap((line, index) => {
    if (line.trimStart().startsWith('```')) fenced = !fenced;
    if (fenced || /^\s*(?:```|#|<!--)/.test(line)) return [];
    const cells = line.startsWith('|') ? line.split(' | ') : [line];
    return cells.map((cell) => ({ line: index + 1, text: cell }));
  });
}

/** Lines of comments that follow each other belong together; an empty one, a tag or an item begins a new piece. */
function ofModule(text: string): Prose[] {
  const pieces: Prose[] = [];
  let open: Prose | undefined;
  let block = false;
  const close = (): void => {
    if (open) pieces.push(open);
    open = undefined;
  };
  for (const [index, line] of text.split('\n').entries()) {
    const said = commentIn(line, block);
    block = block ? !line.includes('*/') : /^\s*\/\*(?!.*\*\/)/.test(line);
    if (said === undefined || said.trim() === '') {
      close();
      continue;
    }
    const [, tag, rest = said] = /^\s*(@\w+|-|\d\.)\s+(.*)$/.exec(said) ?? [];
    if (tag !== undefined) close();
    // `@param name` says which parameter the sentence is about.
    const sentence = tag === '@param' ? rest.replace(/^\w+\s+/, '') : rest;
    open = open ? { line: open.line, text: `${open.text} ${sentence.trim()}` } : { line: index + 1, text: sentence };
    if (!block && !/^\s*\/\//.test(line)) close();
  }
  close();
  return pieces;
}

/** The part of a line that belongs to a comment, without its markers; undefined: none. @param inBlock whether a block comment began above */
function commentIn(line: string, inBlock: boolean): string | undefined {
  if (inBlock) return line.replace(/^\s*\* ?/, '').replace(/\*\/.*$/, '');
  const [, block, alone, after] = /^\s*\/\*\*?(.*?)(?:\*\/.*)?$|^\s*\/\/(.*)$|[;,(){}\]]\s+\/\/\s(.*)$/.exec(line) ?? [];
  return block ?? alone ?? after;
}

function plain(text: string): string {
  return text
    .replaceAll(/`[^`]*`/g, 'x')
    .replaceAll(/\]\([^)]*\)/g, ']')
    .replaceAll(/^[\s|>*\-\d.]+|[*[\]]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
