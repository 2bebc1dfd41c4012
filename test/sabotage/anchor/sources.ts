import { basename, dirname, relative } from 'node:path/posix';
import { parseModule, walk, type SyntaxNode } from './syntax.ts';

/** Reads a file, whose path is relative to the repository. */
export type Read = (file: string) => string;

/** A declaration, or a whole module. */
export interface Place {
  readonly file: string;
  readonly text: string;
  readonly node: SyntaxNode;
}

/** A symbol or an anchor that is not found exactly once, so that the list must be updated. */
export class Stale extends Error {}

/** The code in which mistakes are made. */
const isSource = /^(?:src|client|scripts|demo|web)\/(?!.*\bgenerated\/).*\.tsx?$/;
const declaring = /\b(?:function\*?|const|let|class|interface|type|enum)\s+([\w$]+)/g;

/** The TypeScript sources, in which symbols are looked up by name. */
export class Sources {
  readonly #files: readonly string[];
  /** The files that may declare a name, so that few are parsed. */
  readonly #declaring = new Map<string, Set<string>>();
  readonly #parsed = new Map<string, Place>();

  /**
   * @param files all files, relative to the repository
   * @param read reads them as they are without a mistake
   */
  constructor(files: readonly string[], read: Read) {
    this.#files = files.filter((file) => isSource.test(file));
    for (const file of this.#files) {
      for (const [, name] of read(file).matchAll(declaring)) {
        this.#declaring.set(name!, (this.#declaring.get(name!) ?? new Set()).add(file));
      }
    }
  }

  /**
   * Finds a symbol.
   * @param symbol `name`, `name.member`, `file.ts#name`, or `file.ts` for a whole module
   * @param read reads the files as they are by now
   * @throws Stale if it is missing or ambiguous
   */
  find(symbol: string, read: Read): Place {
    const [file, path] = /\.tsx?(?:#|$)/.test(symbol) ? (symbol.split('#') as [string, string?]) : [undefined, symbol];
    const [name, ...members] = path?.split('.') ?? [];
    const files = name === undefined ? this.#files : [...(this.#declaring.get(name) ?? [])];
    const modules = files.filter((one) => file === undefined || `/${one}`.endsWith(`/${file}`)).map((one) => this.#parse(one, read(one)));
    const found =
      name === undefined ? modules : modules.flatMap((module) => declarationsOf(module.node, name).map((node) => ({ ...module, node })));
    const [place] = found;
    if (!place) throw new Stale(`nothing is named ${symbol}`);
    if (found.length > 1) throw new Stale(`several are named ${symbol}: ${found.map((one) => one.file).join(', ')}`);
    return { ...place, node: members.reduce((node, member) => memberOf(node, member, symbol), place.node) };
  }

  /** @returns the statement by which a module imports a symbol */
  importOf(symbol: string, importer: string, read: Read): string {
    const path = relative(dirname(importer), this.find(symbol, read).file);
    return `import { ${symbol.split('#').at(-1)!} } from '${path.startsWith('.') ? path : `./${path}`}';`;
  }

  #parse(file: string, text: string): Place {
    const known = this.#parsed.get(file);
    if (known?.text === text) return known;
    const node = parseModule(text, basename(file));
    if (!node) throw new Stale(`${file} is no TypeScript`);
    const place = { file, text, node };
    this.#parsed.set(file, place);
    return place;
  }
}

/** The declarations of a name at the top of a module. */
function declarationsOf(module: SyntaxNode, name: string): readonly SyntaxNode[] {
  const statements = module['body'] as readonly SyntaxNode[];
  return statements.filter((statement) => {
    const declaration = (statement['declaration'] ?? statement) as SyntaxNode;
    const declared = declaration.type === 'VariableDeclaration' ? (declaration['declarations'] as readonly SyntaxNode[]) : [declaration];
    return declared.some((one) => nameOf(one) === name);
  });
}

/** The outermost declaration, method or property of a name inside a node. */
function memberOf(within: SyntaxNode, name: string, symbol: string): SyntaxNode {
  const found: SyntaxNode[] = [];
  walk(within, (node, parents) => {
    if (node !== within && nameOf(node) === name && !parents.some((parent) => found.includes(parent))) found.push(node);
  });
  const [member] = found;
  if (!member) throw new Stale(`nothing is named ${symbol}`);
  if (found.length > 1) throw new Stale(`${found.length} are named ${symbol}`);
  return member;
}

function nameOf({ type, id, key, shorthand }: SyntaxNode): string | undefined {
  const isDeclaration = /Declaration$|Declarator$|Definition$|Signature$|^Property$/.test(type);
  const named = (isDeclaration && shorthand !== true ? (id ?? key) : undefined) as SyntaxNode | undefined;
  const name = named?.['name'] ?? named?.['value'];
  if (typeof name !== 'string') return undefined;
  return named?.type === 'PrivateIdentifier' ? `#${name}` : name;
}
