import type { LogKey } from '../keys/log-keys.ts';
import type { Verifier } from '../keys/verifier.ts';
import type { Finding, ReceiptFault } from './log-findings.ts';

/** The options of a log's verification. */
export interface VerifyOptions {
  readonly keys: readonly LogKey[];
  /** The expected log; without it, the one that the keys are named after. */
  readonly origin?: string;
  /** The keys of known witnesses, of type 0x04. */
  readonly witnesses?: readonly Verifier[];
  /** An older checkpoint (signed note) that the tree must continue. */
  readonly since?: string;
  /** Receipts from answers: untrusted input. */
  readonly receipts?: readonly unknown[];
  /** POSIX milliseconds. */
  readonly now: () => number;
  /** Called with the number of entries that are done. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** The result for the receipts. */
export interface ReceiptsVerified {
  readonly given: number;
  readonly kept: number;
  /** The ids of promised entries that are not in the tree yet and whose maximum merge delay is not over. */
  readonly pending: readonly string[];
  /** Problems of the receipts themselves. They say nothing about the log. */
  readonly faults: readonly ReceiptFault[];
  /** How many faults are not listed, because there are too many. */
  readonly unlisted: number;
}

/** A part that was erased, as an entry of the log states. */
export interface Erased {
  /** `entry 17, segment 3` or `entries 0 to 255`. */
  readonly place: string;
  /** The entry that states it: its number, or its id while it is staged. */
  readonly by: number | string;
}

/** The result of verifying a log. */
export interface Verification {
  /** Undefined if there is no readable checkpoint. Rely on it only if there are no findings. */
  readonly checkpoint: { readonly origin: string; readonly size: number; readonly root: Uint8Array } | undefined;
  /** Empty if the log is whole. */
  readonly findings: readonly Finding[];
  /** How many findings are not listed, because there are too many. */
  readonly unlisted: number;
  readonly erased: readonly Erased[];
  /** The known witnesses that cosigned this checkpoint, with their times in POSIX seconds. */
  readonly witnesses: readonly { readonly name: string; readonly time: number }[];
  /** How many older trees were compared with this one. */
  readonly older: number;
  /** How many segments were hashed and compared with their entry's root. */
  readonly segments: number;
  /** How many leaves are padding, from the first kept entry on. */
  readonly padded: number;
  readonly staged: number;
  readonly receipts: ReceiptsVerified;
  /** The statements that this source and these options could not prove, one sentence each. */
  readonly notShown: readonly string[];
}
