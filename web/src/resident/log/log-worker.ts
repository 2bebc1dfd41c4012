import { decodeHash, LogFailure, parseLogKeys, verifyProof, verifyReceipt, type LogFailureCode } from '../../../../client/src/log.ts';

/** The data to verify. All of it is untrusted. */
export interface LogTask {
  /** The log's list of keys. */
  readonly keys: string;
  /** `extensions.privacy.receipt` of answers. */
  readonly receipts: readonly unknown[];
  readonly entries: readonly { readonly leafHash: string; readonly proof: string }[];
}

/** Undefined: it verifies. */
type Failure = LogFailureCode | undefined;

/** The result of the verifier. */
export type LogResult =
  | {
      readonly kind: 'verified';
      readonly receipts: readonly Failure[];
      /** In the order of the task. */
      readonly entries: readonly Failure[];
      /** Of the largest tree that was proven; undefined: none was. */
      readonly tree: { readonly origin: string; readonly size: bigint } | undefined;
    }
  /** The list of keys is none. */
  | { readonly kind: 'no-keys' }
  /** The browser has no Ed25519. */
  | { readonly kind: 'unsupported' };

// The page stays quick meanwhile: a proof takes one signature and as many hashes as the tree is high.
addEventListener('message', ({ data }: MessageEvent<LogTask>) => {
  void verify(data).then((result) => postMessage(result));
});

async function verify({ keys: list, receipts, entries }: LogTask): Promise<LogResult> {
  try {
    const keys = await parseLogKeys(list).catch((error: unknown) => {
      if (error instanceof LogFailure) return undefined;
      throw error;
    });
    if (!keys || keys.length === 0) return { kind: 'no-keys' };
    const trees: { readonly origin: string; readonly size: bigint }[] = [];
    const failures = await Promise.all(
      entries.map(({ leafHash, proof }) =>
        failureOf(async () => {
          const leaf = decodeHash(leafHash);
          if (!leaf) throw new LogFailure('LOG_PROOF_INVALID');
          trees.push((await verifyProof(proof, leaf, keys)).checkpoint);
        }),
      ),
    );
    const promised = await Promise.all(receipts.map((receipt) => failureOf(() => verifyReceipt(receipt, keys))));
    const largest = trees.toSorted((one, other) => (one.size < other.size ? 1 : -1))[0];
    const tree = largest && { origin: largest.origin, size: largest.size };
    return { kind: 'verified', receipts: promised, entries: failures, tree };
  } catch (error) {
    if (error instanceof DOMException) return { kind: 'unsupported' };
    throw error;
  }
}

async function failureOf(decide: () => Promise<unknown>): Promise<Failure> {
  try {
    await decide();
    return undefined;
  } catch (error) {
    if (error instanceof LogFailure) return error.code;
    throw error;
  }
}
