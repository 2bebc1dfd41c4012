const begin = (name: string): string => `<!-- generated: ${name} -->`;
const end = '<!-- end of generated -->';

/**
 * Replaces the generated part of a document: the text between its two comment lines.
 * @param name of the part, as in `<!-- generated: layers -->`
 * @throws Error if the document has no such part
 */
export function withGeneratedPart(document: string, name: string, content: string): string {
  const from = document.indexOf(begin(name));
  const to = document.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`the comments ${begin(name)} and ${end} are missing`);
  return `${document.slice(0, from)}${begin(name)}\n\n${content}\n\n${document.slice(to)}`;
}
