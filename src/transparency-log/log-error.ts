/** Every reason for which the log's cryptographic core refuses something, with its one sentence. */
export const logCatalogue = {
  LOG_PROOF_INVALID: 'The proof does not hold.',
  LOG_SIZE_INVALID: 'An index or a tree size is out of range.',
  LOG_NOTE_INVALID: 'This is not a signed note.',
  LOG_KEY_INVALID: 'A key cannot be used.',
  LOG_KEY_UNKNOWN: 'No known key signed this.',
  LOG_KEY_OUT_OF_RANGE: 'The key that signed this may not sign a tree of this size.',
  LOG_SIGNATURE_INVALID: 'The signature of a known key does not hold.',
  LOG_CHECKPOINT_INVALID: 'This is not a checkpoint.',
  LOG_ORIGIN_WRONG: 'This is of another log.',
  LOG_ROLLED_BACK: 'The stored log does not continue what was signed last.',
  LOG_TILE_INVALID: 'A tile or a bundle does not have its form.',
  LOG_BUNDLE_INVALID: 'This is not a bundle.',
  LOG_PROMISE_INVALID: 'This is not a receipt or a promise.',
} as const satisfies Record<string, string>;

export type LogErrorCode = keyof typeof logCatalogue;

/** A refusal of the log's cryptographic core, which imports nothing, so that a verifier can stand alone. */
export class LogError extends Error {
  override readonly name = 'LogError';
  readonly code: LogErrorCode;

  /** @param details names a place, such as a line's number or a tile's path; never a value about people */
  constructor(code: LogErrorCode, details?: string) {
    super(details === undefined ? logCatalogue[code] : `${logCatalogue[code]} (${details})`);
    this.code = code;
  }
}
