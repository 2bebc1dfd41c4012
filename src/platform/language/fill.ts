/** Fills the placeholders of a sentence, such as `{opened}`. One that is not given becomes empty. Pure. */
export function fill(sentence: string, given: Readonly<Record<string, string>>): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => given[name] ?? '');
}
