/**
 * Reads the words that the glossary forbids in every sentence: the first table of its section "Plain English".
 * @param glossary text of docs/glossary.md; a row of that table is `` | `word` | what to write | ``
 */
export function readArchaic(glossary: string): string[] {
  const [, section = ''] = glossary.split('\n## Plain English\n');
  const [table = ''] = section.split('\n### ');
  return [...table.matchAll(/^\| `([a-z ]+)`/gm)].map(([, word = '']) => word);
}
