import { replaceAnchor } from './anchor.ts';
import type { Copy } from './copy.ts';
import type { Edit, Sabotage } from './patch.ts';

/** An anchor that is not found exactly once, so the list must be updated. */
export class Stale extends Error {}

/**
 * Makes a mistake in a copy.
 * @returns a function that undoes it
 * @throws Stale without any change
 */
export function apply(copy: Pick<Copy, 'read' | 'write'>, { edits }: Sabotage): () => void {
  const originals = new Map<string, string>();
  const texts = new Map<string, string>();
  for (const { file } of edits) {
    const text = read(copy, file);
    originals.set(file, text);
    texts.set(file, text);
  }
  for (const edit of edits) texts.set(edit.file, edited(texts.get(edit.file)!, edit));
  for (const [file, text] of texts) copy.write(file, text);
  return () => {
    for (const [file, text] of originals) copy.write(file, text);
  };
}

function read(copy: Pick<Copy, 'read'>, file: string): string {
  try {
    return copy.read(file);
  } catch {
    throw new Stale(`${file} is not there`);
  }
}

function edited(original: string, edit: Edit): string {
  const { text, places } = replaceAnchor(original, edit);
  if (places !== 1) throw new Stale(`${edit.file}: found ${places} times, not once: ${edit.from.trim().split('\n')[0]}`);
  return text;
}
