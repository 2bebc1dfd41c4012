import { expect, test } from '@jest/globals';
import { LogError, logCatalogue, type LogErrorCode } from '../../../src/log/encoding/log-error.ts';

test('each code has a distinct sentence, which a place may follow', () => {
  const sentences = Object.values(logCatalogue);
  expect(new Set(sentences).size).toBe(sentences.length);
  for (const [code, sentence] of Object.entries(logCatalogue)) {
    expect(code).toMatch(/^LOG_[A-Z_]+$/);
    expect(sentence).toMatch(/^[A-Z].*\.$/);
    const error = new LogError(code as LogErrorCode);
    expect(error).toMatchObject({ name: 'LogError', code, message: sentence });
    expect(new LogError(code as LogErrorCode, 'tile/0/000').message).toBe(`${sentence} (tile/0/000)`);
  }
});
