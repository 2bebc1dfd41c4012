import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { findArchaic } from '../../scripts/glossary/find-archaic.ts';
import { readArchaic } from '../../scripts/glossary/read-archaic.ts';

// The words are read and never written here, because the check reads this file too.
const words = readArchaic(readFileSync('docs/glossary.md', 'utf8'));
const find = (text: string): string[] => findArchaic('src/x.ts', text, words);
const phrase = words.find((word) => word.includes(' '))!;

describe('plain English', () => {
  test('forbids the words that the glossary lists', () => {
    expect(words).toHaveLength(6);
  });

  test.each(words)('"%s" is found in comments, docstrings and titles, with file and line', (word) => {
    for (const line of [`// The reader, ${word}.`, `/** The reader, ${word}. */`, `test('the reader, ${word}', () => {`])
      expect(find(`\n${line}\n`)).toEqual([`src/x.ts:2: says "${word}"; docs/glossary.md, Plain English, says what to write`]);
  });

  test('a word is found at the beginning of a sentence, and a phrase across lines of a comment', () => {
    expect(find(`${words[0]!.replace(/^./, (letter) => letter.toUpperCase())} asks`)).toHaveLength(1);
    for (const leader of [' * ', '// ', '  # ', '']) expect(find(`the people ${phrase.replace(' ', `\n${leader}`)}`)).toHaveLength(1);
  });

  test('a word is taken whole', () => {
    expect(find(words.map((word) => `x${word}x`).join(' '))).toEqual([]);
    expect(find('to be iterated, proof whom, a person whom the officer reads')).toEqual([]);
  });
});
