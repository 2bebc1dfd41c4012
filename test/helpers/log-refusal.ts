import { LogError, logCatalogue, type LogErrorCode } from '../../src/transparency-log/log-error.ts';

/** Matches a refusal of the log's core with one of these codes, that says its catalogue's sentence and at most a place. */
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

/** A list of nothing but holes, which array methods pass over. */
export function holes(length: number): Uint8Array[] {
  const list: Uint8Array[] = [];
  list.length = length;
  return list;
}
