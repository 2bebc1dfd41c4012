import type { LogKey } from '../log-keys.ts';
import type { Verifier } from '../verifier.ts';
import type { Finding } from './log-findings.ts';

/** What a log is held against. */
export interface VerifyOptions {
  readonly keys: readonly LogKey[];
  /** The log that is meant; without it, the one that the keys are named after. */
  readonly origin?: string;
  /** Known witnesses' keys, of type 0x04. */
  readonly witnesses?: readonly Verifier[];
  /** An older checkpoint (signed note): the tree must continue that one. */
  readonly since?: string;
  /** Receipts as answers carried them; whoever presents them may have written them. */
  readonly receipts?: readonly unknown[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Is told how many entries are done. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What the receipts come to. */
export interface ReceiptsVerified {
  readonly given: number;
  readonly kept: number;
  /** Ids of entries that are not in the tree yet, while their maximum merge delay runs. */
  readonly pending: readonly string[];
}

/** Something that the log itself says was taken out of it. */
export interface Erased {
  /** `entry 17, opening 3` or `entries 0 to 255`. */
  readonly place: string;
  /** The entry that says so: its number, or its id while it is staged. */
  readonly by: number | string;
}

/** What verifying a log came to. */
export interface Verification {
  /** Undefined where there is none that can be read. It is verified only where no finding says otherwise. */
  readonly checkpoint: { readonly origin: string; readonly size: number; readonly root: Uint8Array } | undefined;
  /** Ascending by what they are about. None: the log is whole. */
  readonly findings: readonly Finding[];
  /** Findings that are not listed, as there are too many. */
  readonly unlisted: number;
  readonly erased: readonly Erased[];
  /** Known witnesses that cosigned this very checkpoint, with their time in POSIX seconds. */
  readonly witnesses: readonly { readonly name: string; readonly time: number }[];
  /** Older trees that this one was shown to continue. */
  readonly older: number;
  /** Openings that were held against their digests. */
  readonly openings: number;
  readonly staged: number;
  readonly receipts: ReceiptsVerified;
  /** What could not be shown with this source and these options, a sentence each. */
  readonly notShown: readonly string[];
}
