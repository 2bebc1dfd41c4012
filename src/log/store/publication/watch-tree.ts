import { sql, type Database } from '../../../platform/sql/sql.ts';
import type { Checkpoint } from '../../tree/checkpoint.ts';
import { hashLength } from '../../tree/hashes.ts';
import { verifyCheckpoint, type LogKey } from '../../keys/log-keys.ts';
import { includingRoot } from '../../proofs/proof.ts';
import { maximumMergeDelay, type Receipt } from '../../proofs/receipt.ts';
import { tileWidth, type ReadTile } from '../../tree/tile.ts';
import { inclusionProof, rootOf } from '../../proofs/tree-proofs.ts';
import { readCheckpoint, tilesOf } from './read-tree.ts';

/** The dependencies for watching the tree. */
interface TreeWatchParts {
  /** Of a role that may read the log. */
  readonly database: Database;
  readonly origin: string;
  readonly keys: () => readonly LogKey[];
  /** The checkpoint (signed note) that was signed last, as remembered outside of the database; undefined: none. */
  readonly lastSigned: () => string | undefined;
  /** POSIX milliseconds, by the clock of the promises. */
  readonly now: () => number;
  /** Called once for each promised entry that is not in the tree, with its id, and when it is there after all. */
  readonly report: (entry: string, state: 'MISSING' | 'FOUND') => void;
}

/**
 * Compares the tree with this process's other knowledge of it: the entries that it promised, and the largest checkpoint that was
 * signed. The owner of the database can drop entries before they are numbered, or restore an earlier state, and the stored log is whole.
 */
export interface TreeWatch {
  /** Remembers what was promised. */
  remember(receipt: Receipt): void;
  /** Remembers a checkpoint that a key of the log signed, such as one that a witness has kept. */
  remind(checkpoint: Checkpoint): void;
  /** Looks now. It never rejects: what cannot be read is tried again. */
  look(): Promise<void>;
  /** The ids of promised entries that are not in the tree, though their delay is over or the log was rolled back. */
  readonly missing: readonly string[];
  /** How many promised entries are not looked for yet. */
  readonly waiting: number;
  /** The part that was signed once and is missing now: the numbers from `size` on, or another history; undefined: nothing. */
  readonly rolledBack: RolledBack | undefined;
  /** Whether the tree could not be read, or no key of the log signed its checkpoint, for a minute. */
  readonly isUnreadable: boolean;
  stop(): void;
}

/** The log does not continue a checkpoint that was signed. */
export interface RolledBack {
  /** The size of the log. */
  readonly size: bigint;
  /** The size that was signed. If the log is not smaller, it has another history. */
  readonly signed: bigint;
}

/** Milliseconds between two looks. */
const pause = 5_000;
/** Milliseconds after the promised delay. A sequencer's transaction is short, but it must be committed. */
const grace = 5_000;
/** So many looks may fail one after the other. */
const mostFailures = 12;
/** The most promises that are remembered. Of more, those that are remembered are drawn by lot. */
const mostRemembered = 50_000;
/** The most entries that one statement looks for. */
const mostAtOnce = 1_000;
/** The most missing entries that are remembered. */
const mostMissing = 1_000;

interface Promised {
  readonly entry: string;
  readonly leafHash: string;
  /** POSIX milliseconds. */
  readonly time: number;
}

/** Watches the tree every five seconds. */
export function watchTree({ database, origin, keys, lastSigned, now, report }: TreeWatchParts): TreeWatch {
  let promised: Promised[] = [];
  const missing = new Map<string, Promised>();
  let newest: Checkpoint | undefined;
  let rolledBack: RolledBack | undefined;
  let failures = 0;
  let looking: Promise<void> | undefined;

  const remind = (checkpoint: Checkpoint): void => {
    if (!newest || checkpoint.size > newest.size) newest = checkpoint;
  };
  const lookFor = async (sought: readonly Promised[], tree: Checkpoint | undefined): Promise<void> => {
    for (let at = 0; at < sought.length; at += mostAtOnce) {
      const group = sought.slice(at, at + mostAtOnce);
      const found = tree ? await inTree(database, group, tree) : new Set<string>();
      for (const one of group) {
        const wasMissing = missing.has(one.entry);
        if (found.has(one.entry) && missing.delete(one.entry)) report(one.entry, 'FOUND');
        if (found.has(one.entry) || wasMissing || missing.size >= mostMissing) continue;
        missing.set(one.entry, one);
        report(one.entry, 'MISSING');
      }
    }
  };
  const lookOnce = async (): Promise<void> => {
    // Read before the tree is: the sequencer writes it after the commit.
    const remembered = lastSigned();
    const signed = remembered === undefined ? undefined : verifyCheckpoint(remembered, keys(), origin);
    if (signed) remind(signed);
    const stored = await readCheckpoint(database);
    const tree = stored && verifyCheckpoint(stored.note, keys(), origin);
    rolledBack =
      newest && (await continues(database, newest, tree)) ? undefined : newest && { size: tree?.size ?? 0n, signed: newest.size };
    if (tree && !rolledBack) newest = tree;
    const due = (one: Promised): boolean => rolledBack !== undefined || one.time + maximumMergeDelay * 1_000 + grace < now();
    const sought = [...missing.values(), ...promised.filter(due)];
    await lookFor(sought, tree);
    // New ones may have come meanwhile.
    const done = new Set(sought);
    promised = promised.filter((one) => !done.has(one));
  };
  const look = (): Promise<void> =>
    // Until the tree can be read again, the promises are open.
    (looking ??= lookOnce()
      .then(
        () => (failures = 0),
        () => (failures += 1),
      )
      .then(() => undefined)
      .finally(() => (looking = undefined)));
  const timer = setInterval(() => void look(), pause).unref();
  return {
    remember({ entry, leafHash, promise }) {
      const one = { entry, leafHash, time: Date.parse(promise.time) };
      if (promised.length < mostRemembered) promised.push(one);
      else promised[Math.floor(Math.random() * mostRemembered)] = one;
    },
    remind,
    look,
    get missing() {
      return [...missing.keys()];
    },
    get waiting() {
      return promised.length;
    },
    get rolledBack() {
      return rolledBack;
    },
    get isUnreadable() {
      return failures >= mostFailures;
    },
    stop: () => clearInterval(timer),
  };
}

/** Whether a tree continues a checkpoint that was signed. */
async function continues(database: Database, signed: Checkpoint, tree: Checkpoint | undefined): Promise<boolean> {
  if (!tree || tree.size < signed.size) return signed.size === 0n;
  return Buffer.compare(await rootOf(signed.size, tilesOf(database)), signed.root) === 0;
}

/**
 * Looks for promised entries in a signed tree. The numbers come from the database and prove nothing: the leaf at the number must be the
 * promised one, and must lead to the signed root. One proof for a tile proves all of its leaves.
 * @returns the ids of those that are in the tree
 */
async function inTree(database: Database, promised: readonly Promised[], { size, root }: Checkpoint): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string; seq: string }>`
    select id, seq from access_log.entry
    where id = any(${promised.map(({ entry }) => entry)}::uuid[]) and month >= (now() at time zone 'UTC')::date - 70`.execute(database);
  const numbers = new Map(rows.map(({ id, seq }) => [id, BigInt(seq)]));
  const tiles = Map.groupBy(
    promised.filter(({ entry }) => (numbers.get(entry) ?? size) < size),
    ({ entry }) => numbers.get(entry)! / BigInt(tileWidth),
  );
  const read = remembering(tilesOf(database));
  const found = new Set<string>();
  for (const [index, group] of tiles) {
    const first = index * BigInt(tileWidth);
    const width = Math.min(tileWidth, Number(size - first));
    const tile = await read(0, index, width);
    const leafOf = (number: bigint): Uint8Array =>
      tile.subarray(Number(number - first) * hashLength, Number(number - first + 1n) * hashLength);
    const fitting = group.filter(({ entry, leafHash }) => Buffer.from(leafOf(numbers.get(entry)!)).toString('hex') === leafHash);
    const [sample] = fitting;
    if (!sample) continue;
    const number = numbers.get(sample.entry)!;
    const proof = await inclusionProof(number, size, read);
    const reached = includingRoot({ index: number, size, leafHash: leafOf(number), proof });
    if (Buffer.compare(reached, root) === 0) for (const { entry } of fitting) found.add(entry);
  }
  return found;
}

/** Reads each tile once, so that what is proven is what was compared. */
function remembering(read: ReadTile): ReadTile {
  const tiles = new Map<string, ReturnType<ReadTile>>();
  return (level, index, width) => {
    const key = `${level} ${index} ${width}`;
    const known = tiles.get(key) ?? read(level, index, width);
    tiles.set(key, known);
    return known;
  };
}

/** The loss of a rollback, as a sentence without personal values. */
export function describeRollback({ size, signed }: RolledBack): string {
  if (size >= signed) return `the log has another history than the one of ${signed} entries that was signed`;
  return `entries ${size} to ${signed - 1n} were signed and are lost`;
}
