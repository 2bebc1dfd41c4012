/** Why something of the log does not verify. The codes are those of the gateway's own verifier (src/log/encoding/log-error.ts). */
export type LogFailureCode =
  | 'LOG_PROOF_INVALID'
  | 'LOG_SIZE_INVALID'
  | 'LOG_NOTE_INVALID'
  | 'LOG_KEY_INVALID'
  | 'LOG_KEY_UNKNOWN'
  | 'LOG_KEY_OUT_OF_RANGE'
  | 'LOG_SIGNATURE_INVALID'
  | 'LOG_CHECKPOINT_INVALID'
  | 'LOG_ORIGIN_WRONG'
  | 'LOG_PROMISE_INVALID';

/** Something of the log does not verify. */
export class LogFailure extends Error {
  override readonly name = 'LogFailure';
  readonly code: LogFailureCode;

  constructor(code: LogFailureCode) {
    super(code);
    this.code = code;
  }
}
