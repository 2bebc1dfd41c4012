import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { errorsDocument } from '../../scripts/docs/errors-document.ts';
import { errorSources, generatedDocuments } from '../../scripts/docs/generated-documents.ts';
import { withGeneratedPart } from '../../scripts/docs/generated-part.ts';

describe('generated documents', () => {
  test('are fresh', async () => {
    const documents = await generatedDocuments();
    expect(documents.length).toBeGreaterThan(2);
    for (const { file, text } of documents) expect({ file, text: readFileSync(file, 'utf8') }).toEqual({ file, text });
  });

  test('name an error code whose comment is missing', () => {
    const source = errorSources().replace(/ {2}\/\*\* [^\n]+\n(?= {2}CURSOR_INVALID)/, '');
    expect(() => errorsDocument(source)).toThrow('CURSOR_INVALID');
  });

  test('need the comments that mark a generated part', () => {
    expect(() => withGeneratedPart('# No part', 'layers', 'table')).toThrow('<!-- generated: layers -->');
  });
});
