export { parseCheckpoint, type Checkpoint } from './tree/checkpoint.ts';
export { parseVerifierKey, type Verifier } from './keys/verifier.ts';
export { parseLogKeys, verifyCheckpoint, type LogKey } from './keys/log-keys.ts';
export { verifyCosignatures, type Cosignature } from './keys/cosignature.ts';
export { verifyConsistency, verifyInclusion, type Consistency, type Inclusion } from './proofs/proof.ts';
export { verifyReceipt, type VerifiedReceipt } from './proofs/receipt.ts';
export { verifyProof } from './proofs/tlog-proof.ts';
export { verifyBundle, type BundleVerification } from './bundle/verify-bundle.ts';
export { LogError } from './encoding/log-error.ts';
