import type { Copy } from './copy.ts';
import type { Edit, Sabotage } from './list/patch.ts';

/** An anchor that does not stand exactly once: the list is to be brought up to date. */
export class Stale extends Error {}

/**
 * Makes a mistake in a copy.
 * @returns undoes it
 * @throws Stale, and then nothing is changed
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

function edited(text: string, { file, from, to }: Edit): string {
  const parts = text.split(from);
  if (parts.length !== 2) throw new Stale(`${file}: stands ${parts.length - 1} times: ${from.trim().split('\n')[0]}`);
  return parts.join(to);
}
