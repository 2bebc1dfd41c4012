/**
 * Reads the words that the glossary's section "Plain English" forbids in every sentence.
 * @param glossary text of docs/glossary.md; a row of that section is `` | `word` | what to write | ``
 */
export function readArchaic(glossary: string): string[] {
  const [, section = ''] = glossary.split('\n## Plain English\n');
  return [...section.matchAll(/^\| `([a-z ]+)`/gm)].map(([, word = '']) => word);
}
