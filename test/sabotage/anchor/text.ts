/** A piece of a text anchor: a metavariable, white space, a word, or one other character. */
const pieces = /\$[A-Z][A-Z\d_]*|\s+|\w+|[^\w\s]/g;
const metavariable = /\$(?:0|(?:\$\$)?[A-Z][A-Z\d_]*)/g;

/**
 * Finds the places of a text anchor, whatever the white space between its pieces. `$NAME` stands for any text without
 * braces, which is the same one wherever the name recurs.
 */
export function findText(anchor: string, text: string): readonly RegExpExecArray[] {
  const all = anchor.trim().match(pieces) ?? [];
  const named = new Set<string>();
  const sources = all.flatMap((piece, at) => {
    if (/^\s/.test(piece)) return /\w$/.test(all[at - 1]!) && /^\w/.test(all[at + 1]!) ? [String.raw`\s+`] : [];
    const name = /^\$([A-Z].*)/.exec(piece)?.[1];
    if (name === undefined) return [piece.replace(/[$()*+./?[\\^{|-]/, String.raw`\$&`)];
    if (named.has(name)) return [`\\k<${name}>`];
    named.add(name);
    return [`(?<${name}>[^{};]*?)`];
  });
  const [start, end] = [/^\w/.test(all[0] ?? '') ? String.raw`\b` : '', /\w$/.test(all.at(-1) ?? '') ? String.raw`\b` : ''];
  return [...text.matchAll(new RegExp(start + sources.join(String.raw`\s*`) + end, 'g'))];
}

/**
 * Writes what the metavariables matched into a replacement.
 * @throws Error for one that the anchor lacks
 */
export function fill(by: string, captured: Readonly<Record<string, string>>): string {
  return by.replaceAll(metavariable, (name) => {
    if (captured[name] === undefined) throw new Error(`the anchor has no ${name}: ${by}`);
    return captured[name];
  });
}
