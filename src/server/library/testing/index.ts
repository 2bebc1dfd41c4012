export { openEvidence, type Evidence, type EvidenceOptions } from './open-evidence.ts';
export type { Exhausted } from './exhaust.ts';
export type { Leak, Proof, ProveOptions } from './prove.ts';
export type { Standpoint } from './standpoint.ts';
