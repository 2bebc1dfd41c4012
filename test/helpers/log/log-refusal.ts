import { LogError, logCatalogue, type LogErrorCode } from '../../../src/log/encoding/log-error.ts';

/** Matches an error of the log's core with one of these codes, whose message is the catalogue's sentence and at most a place. */
export function refusal(...codes: LogErrorCode[]) {
  return {
    asymmetricMatch: (error: unknown): boolean =>
      error instanceof LogError &&
      codes.includes(error.code) &&
      error.message.startsWith(logCatalogue[error.code]) &&
      /^( \((line|leaf|entry) \d+\)| \(tile\/[\w./]+\)| \(.{0,12}\d+ entries\))?$/.test(
        error.message.slice(logCatalogue[error.code].length),
      ),
    toString: () => `LogError ${codes.join(' or ')}`,
  };
}

/** A sparse list without elements: array methods skip its holes. */
export function holes(length: number): Uint8Array[] {
  const list: Uint8Array[] = [];
  list.length = length;
  return list;
}
