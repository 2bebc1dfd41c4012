import type { Language } from '../../../platform/language/languages.ts';
import { diffWords } from 'diff';

/** A part of a text: in both versions, or in one of them. */
export interface Piece {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/**
 * Words in a row that two versions must share. Fewer shared words between changes are shown as changed, because a few small words make a
 * change unreadable.
 */
const fewestShared = 3;

/** Compares two versions of a text word by word. Removed words stand before added words. Pure. */
export function compareWords(language: Language, before: string, after: string): Piece[] {
  const pieces: Piece[] = [];
  let change = { removed: '', added: '' };
  const end = (): void => {
    for (const kind of ['removed', 'added'] as const) if (change[kind] !== '') pieces.push({ kind, text: change[kind] });
    change = { removed: '', added: '' };
  };
  const found = diffWords(before, after, { intlSegmenter: new Intl.Segmenter(language, { granularity: 'word' }) });
  found.forEach(({ value, added, removed }, at) => {
    if (removed) change.removed += value;
    else if (added) change.added += value;
    else if (at > 0 && at < found.length - 1 && wordsIn(value) < fewestShared) {
      change.removed += value;
      change.added += value;
    } else {
      end();
      pieces.push({ kind: 'same', text: value });
    }
  });
  end();
  return pieces;
}

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
