/** Every error of the transparency log, with its message. The codes are stable. */
export const logCatalogue = {
  LOG_PROOF_INVALID: 'The proof is invalid.',
  LOG_SIZE_INVALID: 'An index or a tree size is out of range.',
  LOG_NOTE_INVALID: 'This is not a signed note (C2SP signed-note).',
  LOG_KEY_INVALID: 'A key is malformed or of the wrong type.',
  LOG_KEY_UNKNOWN: 'None of the given keys signed this. Add the key that signed it.',
  LOG_KEY_OUT_OF_RANGE: 'The key that signed this must not sign a tree of this size. Check the size range in the key list.',
  LOG_SIGNATURE_INVALID: 'The signature of a known key is invalid.',
  LOG_CHECKPOINT_INVALID: 'This is not a checkpoint (C2SP tlog-checkpoint).',
  LOG_ORIGIN_WRONG: 'This belongs to another log.',
  LOG_ROLLED_BACK: 'The stored log does not continue the checkpoint that was signed last.',
  LOG_TIME_BACK: 'An entry was numbered whose time is before that of earlier entries by more than any permitted delay.',
  LOG_TILE_INVALID: 'A tile or an entry bundle is missing or malformed.',
  LOG_BUNDLE_INVALID: 'This is not an auditor’s bundle.',
  LOG_PROMISE_INVALID: 'This is not a receipt or not a promise.',
} as const satisfies Record<string, string>;

export type LogErrorCode = keyof typeof logCatalogue;

/** An error of the transparency log. It does not use the gateway's errors, so that a verifier needs no gateway. */
export class LogError extends Error {
  override readonly name = 'LogError';
  readonly code: LogErrorCode;

  /** @param details a place, such as a line number or a tile's path; never personal data */
  constructor(code: LogErrorCode, details?: string) {
    super(details === undefined ? logCatalogue[code] : `${logCatalogue[code]} (${details})`);
    this.code = code;
  }
}
