import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { createDocumentCheck } from '../../../src/engine/document/check-document.ts';
import { documentLimits } from '../../../src/engine/document/limits.ts';

const { beforeParsing } = createDocumentCheck(buildSchema('type Query { a: Int }'));
const tooDeep = '{a'.repeat(documentLimits.depth + 1);
const refused = (code: string): unknown => expect.objectContaining({ code });

test('a text is accepted each time, and a refused one refused each time', () => {
  for (const _again of [1, 2, 3]) {
    expect(() => beforeParsing('{ a }', {}, {})).not.toThrow();
    expect(() => beforeParsing(tooDeep, {}, {})).toThrow(refused('DOCUMENT_TOO_DEEP'));
  }
});

test('the variables and extensions of a known text are checked each time', () => {
  const deep = JSON.parse(`${'['.repeat(100)}${']'.repeat(100)}`) as unknown;
  beforeParsing('{ a }', {}, {});
  expect(() => beforeParsing('{ a }', { deep }, {})).toThrow(refused('VARIABLES_TOO_LARGE'));
  expect(() => beforeParsing('{ a }', {}, { deep })).toThrow(refused('VARIABLES_TOO_LARGE'));
});
