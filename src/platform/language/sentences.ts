/** The same members, with sentences of any language. */
export type Sentences<Given> = { readonly [Name in keyof Given]: Given[Name] extends string ? string : Sentences<Given[Name]> };

/** Sentences by name, in groups. */
export type SentenceTree = { readonly [name: string]: string | SentenceTree };

/**
 * Makes the same groups with other sentences. Pure.
 * @param change receives each sentence and where it is: `pages.signIn.title`. Numbers are left out (versions of the statement): a sentence
 *   that several versions share is translated once
 */
export function mapSentences<Given>(given: Given, change: (sentence: string, context: string) => string): Sentences<Given> {
  const within = (tree: SentenceTree, path: readonly string[]): SentenceTree =>
    Object.fromEntries(
      Object.entries(tree).map(([name, value]) => {
        const at = /^\d+$/.test(name) ? path : [...path, name];
        return [name, typeof value === 'string' ? change(value, at.join('.')) : within(value, at)];
      }),
    );
  return within(given as SentenceTree, []) as Sentences<Given>;
}
