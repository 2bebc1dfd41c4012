import type { PlainRules } from './read-plain.ts';
import { proseOf } from './prose-of.ts';

/**
 * Finds words, openings of sentences and chains of "so that" that the glossary refuses in prose.
 * @param file names the place, and says how to read the text
 * @returns one line each: file, line and what it says
 */
export function findStilted(file: string, text: string, { words, openings }: Pick<PlainRules, 'words' | 'openings'>): string[] {
  return proseOf(file, text).flatMap(({ line, text: prose }) => {
    const found = [
      ...words.flatMap((word) => [...prose.matchAll(new RegExp(`\\b${word}\\b`, 'gi'))].map(() => `says "${word}"`)),
      ...sentencesIn(prose).flatMap((sentence) => [
        ...openings.filter((opening) => opens(sentence, opening)).map((opening) => `a sentence opens with "${opening}"`),
        ...((sentence.match(/\bso that\b/gi)?.length ?? 0) > 1 ? ['a sentence has "so that" twice'] : []),
      ]),
    ];
    return found.map((problem) => `${file}:${line}: ${problem}; docs/glossary.md, Plain English, says what to write`);
  });
}

function opens(sentence: string, opening: string): boolean {
  return !/^[^.!?]*\?/.test(sentence) && new RegExp(`^${opening}(?= |’|'|,)`).test(sentence);
}

/** The sentences of a paragraph, each with its last mark. */
function sentencesIn(prose: string): string[] {
  return prose.split(/(?<=[.!?:]) +(?=[A-Z])/);
}
