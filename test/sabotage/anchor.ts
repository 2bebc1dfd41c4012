import type { Edit } from './patch.ts';

/** A piece of an anchor: a placeholder, white space, a word, or one other character. */
const pieces = /\$[A-Za-z]\w*|\s+|\w+|[^\w\s]/g;
const placeholder = /\$([A-Za-z]\w*)/g;

/**
 * Replaces each occurrence of an edit's anchor in a text. The anchor is matched piece by piece: line breaks,
 * indentation and the comma that ends a broken list do not count, and `$name` stands for any identifier, which is
 * the same one wherever the name recurs in `from` and `to`. White space at the anchor's ends must match exactly.
 * @returns the changed text and the number of occurrences
 * @throws Error for a name in `to` that `from` lacks
 */
export function replaceAnchor(text: string, { from, to }: Pick<Edit, 'from' | 'to'>): { readonly text: string; readonly places: number } {
  const pattern = patternOf(from);
  const places = [...text.matchAll(pattern)].length;
  const replaced = text.replaceAll(pattern, (...found) => {
    const captured = (typeof found.at(-1) === 'object' ? found.at(-1) : {}) as Readonly<Record<string, string>>;
    return to.replaceAll(placeholder, (_all, name: string) => {
      if (captured[name] === undefined) throw new Error(`the anchor has no $${name}: ${from}`);
      return captured[name];
    });
  });
  return { text: replaced, places };
}

function patternOf(anchor: string): RegExp {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(anchor) ?? [];
  const all = inner.replaceAll(/,(?=\s*[)\]}])/g, '').match(pieces) ?? [];
  const named = new Set<string>();
  const sources = all.flatMap((piece, at) => {
    if (/^\s/.test(piece)) return /\w$/.test(all[at - 1]!) && /^[\w$]/.test(all[at + 1]!) ? [String.raw`\s+`] : [];
    if (/^[)\]}]$/.test(piece)) return [`(?:,\\s*)?\\${piece}`];
    const name = /^\$(\w+)$/.exec(piece)?.[1];
    if (name === undefined) return [piece.replace(/[$()*+./?[\\^{|-]/, String.raw`\$&`)];
    if (named.has(name)) return [`\\k<${name}>(?![\\w$])`];
    named.add(name);
    return [`(?<![\\w$])(?<${name}>[A-Za-z_$][\\w$]*)(?![\\w$])`];
  });
  return new RegExp(before + sources.join(String.raw`\s*`) + after, 'g');
}
