import { describe, expect, test } from '@jest/globals';
import { checkText } from '../../../src/engine/document/check-text.ts';
import { documentLimits } from '../../../src/engine/document/limits.ts';

const { characters, tokens, depth, directives } = documentLimits;
const refused = (code: string): unknown => expect.objectContaining({ code });

describe('a text', () => {
  test.each<[string, string, (size: number) => string, number]>([
    ['characters', 'DOCUMENT_TOO_LONG', (size) => ' '.repeat(size), characters],
    ['characters of one string', 'DOCUMENT_TOO_LONG', (size) => `"${'x'.repeat(size - 2)}"`, characters],
    ['tokens', 'DOCUMENT_TOO_LONG', (size) => 'a '.repeat(size), tokens],
    ['comments', 'DOCUMENT_TOO_LONG', (size) => `${'#\n'.repeat(size - 1)}a`, tokens],
    ['comments at its end', 'DOCUMENT_TOO_LONG', (size) => `a${'#\n'.repeat(size - 1)}`, tokens],
    ['directives', 'DOCUMENT_TOO_LONG', (size) => `{ a ${'@x '.repeat(size)}}`, directives],
    ['braces', 'DOCUMENT_TOO_DEEP', (size) => `${'{a'.repeat(size)}${'}'.repeat(size)}`, depth],
    ['brackets', 'DOCUMENT_TOO_DEEP', (size) => `{a(b:${'['.repeat(size - 2)}${']'.repeat(size - 2)})}`, depth],
    ['objects', 'DOCUMENT_TOO_DEEP', (size) => `{a(b:${'{c:'.repeat(size - 2)}1${'}'.repeat(size - 2)})}`, depth],
    ['brackets that nothing closes', 'DOCUMENT_TOO_DEEP', (size) => '['.repeat(size), depth],
  ])('is accepted with the most %s, and not with one more', (_what, code, text, most) => {
    expect(() => checkText(text(most))).not.toThrow();
    expect(() => checkText(text(most + 1))).toThrow(refused(code));
  });

  test('that is not GraphQL is left to the parser', () => {
    expect(() => checkText('{ me { givenName }')).not.toThrow();
    expect(() => checkText('{ "unterminated')).not.toThrow();
    expect(() => checkText('\u0000')).not.toThrow();
  });

  test('is read only up to the first limit that it passes', () => {
    // The text after the limit is invalid for the lexer.
    expect(() => checkText(`${'{a'.repeat(depth + 1)} "unterminated`)).toThrow(refused('DOCUMENT_TOO_DEEP'));
    expect(() => checkText(`${'a '.repeat(tokens + 1)} "unterminated`)).toThrow(refused('DOCUMENT_TOO_LONG'));
  });
});
