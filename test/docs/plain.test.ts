import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { findNames } from '../../scripts/glossary/find-names.ts';
import { findStilted } from '../../scripts/glossary/find-stilted.ts';
import { readArchaic } from '../../scripts/glossary/read-archaic.ts';
import { readPlain } from '../../scripts/glossary/read-plain.ts';

const glossary = readFileSync('docs/glossary.md', 'utf8');
const plain = readPlain(glossary);
const find = (file: string, text: string): string[] => findStilted(file, text, plain);
const told = (line: number, problem: string, file = 'src/x.ts'): string[] => [
  `${file}:${line}: ${problem}; docs/glossary.md, Plain English, says what to write`,
];

describe('stilted English', () => {
  test('is refused by the words, openings and names that the glossary lists', () => {
    expect(plain.words).toEqual(['none of', 'beside', 'anew', 'somebody', 'nobody', 'anybody']);
    expect(plain.openings).toHaveLength(12);
    // The single words of the first table are read and never written here, because the check reads this file too.
    const archaic = readArchaic(glossary).filter((word) => !word.includes(' '));
    expect(plain.names).toEqual([...archaic, 'beside', 'anew', 'somebody', 'nobody', 'anybody', 'whom']);
  });

  test.each(plain.words)('"%s" is found in comments and documents, with file and line', (word) => {
    for (const line of [`// The keys, ${word} them.`, `/** The keys, ${word} them. */`, `call(); // the keys, ${word} them`])
      expect(find('src/x.ts', `\n${line}\n`)).toEqual(told(2, `says "${word}"`));
    expect(find('docs/x.md', `# x\n\nThe keys, ${word} them.\n`)).toEqual(told(3, `says "${word}"`, 'docs/x.md'));
    expect(find('docs/x.md', `| a | The keys, ${word} them. |`)).toHaveLength(1);
  });

  test('a phrase is found across lines of a comment', () => {
    expect(find('src/x.ts', '/**\n * Keeps none\n * of them.\n */')).toEqual(told(2, 'says "none of"'));
    expect(find('src/x.ts', '// Keeps none\n// of them.\n')).toHaveLength(1);
  });

  test.each(plain.openings)('"%s" does not open a sentence', (opening) => {
    for (const comment of [`/** ${opening} it is kept. */`, `/** It is kept. ${opening} it is kept. */`])
      expect(find('src/x.ts', comment)).toEqual(told(1, `a sentence opens with "${opening}"`));
    expect(find('src/x.ts', `/**\n * Keeps it.\n * @param key ${opening} it is kept\n */`)).toEqual(
      told(3, `a sentence opens with "${opening}"`),
    );
    for (const line of [`- **${opening} it is kept.** More.`, `| a | ${opening} it is kept |`, `${opening} it is kept.`])
      expect({ line, found: find('docs/x.md', line).length }).toEqual({ line, found: 1 });
  });

  test('"so that" is said once in a sentence', () => {
    expect(find('docs/x.md', 'It waits so that it is read so that it is kept.')).toEqual(
      told(1, 'a sentence has "so that" twice', 'docs/x.md'),
    );
    expect(find('docs/x.md', 'It waits so that it is read. It stays so that it is kept.')).toEqual([]);
  });

  test('questions, headings, code, links and texts for people are left alone', () => {
    const document = '# What is kept\n\nWhat is kept? `nobody`, [the keys](nobody.md).\n\n```sh\n# What nobody reads\n```\n';
    expect(find('docs/x.md', document)).toEqual([]);
    expect(find('src/x.ts', "const text = 'What nobody reads';\n")).toEqual([]);
  });
});

describe('names', () => {
  test.each(plain.names)('"%s" is no part of an identifier', (word) => {
    const part = `${word[0]!.toUpperCase()}${word.slice(1)}`;
    for (const name of [`is${part}`, `is${part}Here`, `${word}Here`, `${part}Error`])
      expect(findNames('src/x.ts', `\nconst ${name} = 1;`, plain.names)).toEqual(told(2, `${name} has the part "${word}"`));
    expect(findNames('src/x.ts', `is${word}; '${part} reads'; '\\n${part} reads'`, plain.names)).toEqual([]);
  });
});

test('a part of the glossary that is missing fails the check', () => {
  for (const part of ['### Openings of sentences', '### Documents, comments and error sentences', '### Names', '| names '])
    expect(() => readPlain(glossary.replace(part, 'x'))).toThrow('docs/glossary.md, Plain English: no row');
});

test('the rules are looked for in documents and source, and not where the glossary says', () => {
  expect(plain.prose.in).toEqual(expect.arrayContaining(['*.md', 'docs/**/*.md', 'src/engine/**/*.{ts,md}']));
  expect(plain.code.in).toContain('src/**/*.ts');
  expect(plain.prose.except).not.toContain('docs/**/*.md');
});
