import { useEffect, useState } from 'react';
import { useClient, type Client } from 'urql';
import { gatewayTime } from '../../elements/time/local-time.ts';
import { graphql } from '../generated/gql.ts';
import type { LogResult } from './log-worker.ts';
import { verifyInWorker } from './verify-in-worker.ts';

const proof = graphql(`
  query LogProof($entry: ID!) @purpose(is: SELF_SERVICE) {
    accessLog {
      inclusionProof(entry: $entry) {
        leafHash
        proof
      }
    }
  }
`);

/** The result for one entry. `WAITING`: it has no place in the signed tree yet; `FAILED`: its proof is wrong. */
export type EntryVerdict = 'PROVEN' | 'WAITING' | 'FAILED';

/** How far the check is, and what it found. */
export type LogCheck =
  | { readonly kind: 'checking'; readonly done: number; readonly all: number }
  /** The log, its keys or its proofs could not be read: nothing is known. */
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'unsupported' }
  | {
      readonly kind: 'checked';
      /** RFC 3339. */
      readonly at: string;
      /** By `AccessHistoryEntry.entryId`. */
      readonly entries: ReadonlyMap<string, EntryVerdict>;
      /** Of the answer that showed the entries; `NONE`: it came without one. */
      readonly receipt: 'SIGNED' | 'FAILED' | 'NONE';
      readonly tree: { readonly origin: string; readonly size: bigint } | undefined;
    };

/** Milliseconds to read the keys. */
const deadline = 10_000;

/**
 * Verifies in the browser that entries are in the signed log.
 * @param entries `AccessHistoryEntry.entryId`; each once
 * @param receipt that of the answer that showed them
 * @param round another number checks again
 */
export function useLogCheck(entries: readonly string[], receipt: unknown, round: number): LogCheck {
  const client = useClient();
  const asked = JSON.stringify([round, receipt ?? null, entries]);
  const [found, setFound] = useState<{ readonly asked: string; readonly check: LogCheck }>();
  useEffect(() => {
    const stop = new AbortController();
    const [, given, ids] = JSON.parse(asked) as [number, unknown, readonly string[]];
    const say = (check: LogCheck): void => {
      if (!stop.signal.aborted) setFound({ asked, check });
    };
    check(client, ids, given, stop.signal, (done) => say({ kind: 'checking', done, all: ids.length })).then(say, () =>
      say({ kind: 'unreachable' }),
    );
    return () => stop.abort();
  }, [client, asked]);
  return found?.asked === asked ? found.check : { kind: 'checking', done: 0, all: entries.length };
}

async function check(
  client: Client,
  ids: readonly string[],
  receipt: unknown,
  stop: AbortSignal,
  onProgress: (done: number) => void,
): Promise<LogCheck> {
  const keys = await readKeys(stop);
  const proofs: { readonly id: string; readonly leafHash: string; readonly proof: string }[] = [];
  // One after the other: the gateway serves few requests of a person at a time, and the page has others.
  for (const [at, id] of ids.entries()) {
    stop.throwIfAborted();
    const found = await readProof(client, id);
    if (found) proofs.push({ id, ...found });
    onProgress(at + 1);
  }
  const result = await verifyInWorker({ keys, receipts: receipt === null ? [] : [receipt], entries: proofs }, stop);
  if (result.kind === 'no-keys') throw new Error('the log has no keys');
  if (result.kind === 'unsupported') return result;
  return {
    kind: 'checked',
    at: gatewayTime(),
    entries: verdicts(ids, proofs, result),
    receipt: receiptVerdict(result.receipts),
    tree: result.tree,
  };
}

function receiptVerdict(receipts: readonly unknown[]): 'SIGNED' | 'FAILED' | 'NONE' {
  if (receipts.length === 0) return 'NONE';
  return receipts.every((failure) => failure === undefined) ? 'SIGNED' : 'FAILED';
}

function verdicts(
  ids: readonly string[],
  proofs: readonly { readonly id: string }[],
  { entries }: Extract<LogResult, { kind: 'verified' }>,
): ReadonlyMap<string, EntryVerdict> {
  const found = new Map<string, EntryVerdict>(ids.map((id) => [id, 'WAITING']));
  for (const [at, { id }] of proofs.entries()) found.set(id, entries[at] === undefined ? 'PROVEN' : 'FAILED');
  return found;
}

async function readKeys(stop: AbortSignal): Promise<string> {
  const response = await fetch('/log/keys', { signal: AbortSignal.any([stop, AbortSignal.timeout(deadline)]) });
  if (!response.ok) throw new Error(`/log/keys answers ${response.status}`);
  return response.text();
}

/** @returns undefined: the entry has no place in the tree yet. @throws Error if the proof cannot be read */
async function readProof(client: Client, entry: string): Promise<{ readonly leafHash: string; readonly proof: string } | undefined> {
  const { data, error } = await client.query(proof, { entry }, { requestPolicy: 'network-only' }).toPromise();
  const found = data?.accessLog?.inclusionProof;
  if (found) return found;
  if (error?.graphQLErrors[0]?.extensions['code'] === 'NOT_FOUND') return undefined;
  throw new Error('the proof cannot be read');
}
