export { decodeHash } from './log/bytes.ts';
export { verifyCheckpoint, type Checkpoint } from './log/checkpoint.ts';
export { LogFailure, type LogFailureCode } from './log/log-failure.ts';
export { parseLogKeys, type LogKey } from './log/log-keys.ts';
export { verifyProof, type Proven } from './log/verify-proof.ts';
export { verifyReceipt } from './log/verify-receipt.ts';
