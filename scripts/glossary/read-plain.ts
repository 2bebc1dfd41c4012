/** The rules of plain English that hold only in some folders. */
export interface PlainRules {
  /** In lower case: words and phrases that prose does not contain. */
  readonly words: readonly string[];
  /** As written: the first words that no sentence has, unless it is a question. */
  readonly openings: readonly string[];
  /** In lower case: words that no part of an identifier is. */
  readonly names: readonly string[];
  /** Where words and openings are looked for. */
  readonly prose: Places;
  /** Where identifiers are looked at. */
  readonly code: Places;
}

/** Globs of files. */
export interface Places {
  readonly in: readonly string[];
  readonly except: readonly string[];
}

/**
 * Reads the rules from the glossary's section "Plain English", without its first table (see `readArchaic`).
 * @param glossary text of docs/glossary.md
 * @throws Error naming a missing part: the check must not pass because a heading was renamed
 */
export function readPlain(glossary: string): PlainRules {
  const [, plain = ''] = glossary.split('\n## Plain English\n');
  const parts = new Map(
    plain
      .split('\n### ')
      .slice(1)
      .map((part) => [part.slice(0, part.indexOf('\n')), part]),
  );
  const rows = (title: string): string[] => {
    const found = (parts.get(title) ?? '').match(/^\| `[^`]+`/gm)?.map((row) => row.slice(3, -1)) ?? [];
    if (found.length === 0) throw new Error(`docs/glossary.md, Plain English: no rows under "${title}"`);
    return found;
  };
  const placesOf = (rule: string): Places => {
    const row = parts
      .get('Where the rules hold')
      ?.split('\n')
      .find((line) => line.startsWith(`| ${rule} `));
    if (row === undefined) throw new Error(`docs/glossary.md, Plain English: no row "${rule}"`);
    // The rule itself may have code, so the cells are taken from the end.
    const [holds = '', except = ''] = row.split(' | ').slice(-2);
    return { in: globsIn(holds), except: globsIn(except) };
  };
  const words = rows('Documents, comments and error sentences');
  const single = [...plain.split('\n### ')[0]!.matchAll(/^\| `([a-z]+)`/gm)].map(([, word = '']) => word);
  return {
    words,
    openings: rows('Openings of sentences'),
    names: [...single, ...words.filter((word) => !word.includes(' ')), ...rows('Names')],
    prose: placesOf('words, openings, `so that`'),
    code: placesOf('names'),
  };
}

function globsIn(cell: string): string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, glob = '']) => glob);
}
