import { makeEdit } from './anchor/anchor.ts';
import { Stale } from './anchor/sources.ts';
import type { Copy } from './copy.ts';
import type { Sabotage } from './patch.ts';

/**
 * Makes a mistake in a copy.
 * @returns the files that it changes, and a function that undoes it
 * @throws Stale without any change; its message names the mistake
 */
export function apply(
  { sources, read, write }: Pick<Copy, 'sources' | 'read' | 'write'>,
  { sentence, edits }: Sabotage,
): { readonly files: readonly string[]; readonly undo: () => void } {
  const texts = new Map<string, string>();
  const originals = new Map<string, string>();
  try {
    for (const edit of edits) {
      const { file, text } = makeEdit(sources, (one) => texts.get(one) ?? read(one), edit);
      if (!originals.has(file)) originals.set(file, read(file));
      texts.set(file, text);
    }
  } catch (error) {
    if (error instanceof Stale) throw new Stale(`${error.message} (“${sentence}”)`);
    throw error;
  }
  for (const [file, text] of texts) write(file, text);
  const undo = (): void => originals.forEach((text, file) => write(file, text));
  return { files: [...texts.keys()], undo };
}
