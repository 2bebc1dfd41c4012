import { generateKeyPairSync } from 'node:crypto';
import { checkpointText } from '../../src/transparency-log/checkpoint.ts';
import { createEntry } from '../../src/access-log/create-entry.ts';
import type { Entry, Openings } from '../../src/transparency-log/entry.ts';
import { hashLeaf } from '../../src/transparency-log/hashes.ts';
import type { LogKey } from '../../src/transparency-log/log-keys.ts';
import { signNote } from '../../src/transparency-log/note.ts';
import { createSigner, type Signer } from '../../src/transparency-log/signer.ts';
import { encodeBundle } from '../../src/transparency-log/tile.ts';
import { TreeEdge } from '../../src/transparency-log/tree-edge.ts';
import type {
  LogSource,
  OpeningGroup,
  StagedEntry,
  StoredCosignature,
  StoredEntry,
  StoredOpening,
} from '../../src/transparency-log/verify/log-source.ts';

export const memoryOrigin = 'log.example/memory';

/** A whole log in memory. A test may change every part of it. */
export interface MemoryLog {
  readonly signer: Signer;
  keys: LogKey[];
  note: string | undefined;
  /** By `level/index`; bundles are of level `entries`. */
  readonly tiles: Map<string, Buffer>;
  entries: StoredEntry[];
  groups: { number: number; month: string; openings: StoredOpening[] }[];
  staged: StagedEntry[];
  cosignatures: StoredCosignature[];
  firstNumber: number;
  /** For each coverage row, the instant from which the log is complete. */
  since: string[];
  readonly source: LogSource;
}

/** The id of an entry, or of a principal (kind 1) or data subject (kind 2), by its index. */
export function idOf(at: number, kind = 0): string {
  return `${kind}0000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
}

const eraser = { role: 'ERASER', operationType: 'command' } as const;

/**
 * Makes an entry with two data subjects.
 * @param more further members of the header. An entry that erases has the role ERASER by default
 */
export function memoryEntry(at: number, more: Partial<Parameters<typeof createEntry>[0]> = {}): Entry {
  const view = { relationship: 'ENCOUNTER', released: ['Resident.email'], withheld: ['Resident.birthDate'] };
  const openings: Openings = [
    { kind: 'principal', id: idOf(at % 7, 1) },
    { kind: 'case', case: null, mandate: null },
    { kind: 'subject', id: idOf(at, 2), ...view },
    { kind: 'subject', id: idOf(at + 1, 2), ...view },
  ];
  const fixed = {
    role: 'CUSTOMER_SERVICE',
    purpose: 'SERVICE_PROVISION',
    authority: null,
    operationHash: 'ab'.repeat(32),
    operationType: 'query' as const,
    rootFields: ['Query.residents'],
    inputs: [],
    policyVersion: 'cd'.repeat(32),
    statementVersion: '1',
    outcome: 'ANSWERED' as const,
  };
  return createEntry({ id: idOf(at), at: '2026-06-15T18:00:00.000Z', ...fixed, ...(more.erases && eraser), ...more }, openings);
}

/** Makes a log of entries, signed with a new key. */
export function memoryLog(entries: readonly Entry[]): MemoryLog {
  const signer = createSigner(memoryOrigin, generateKeyPairSync('ed25519').privateKey);
  const tree = treeOf(entries);
  const log: Omit<MemoryLog, 'source'> = {
    signer,
    keys: [{ verifier: signer.verifier, first: 0n, last: undefined }],
    note: noteOf(entries, signer),
    tiles: tree.tiles,
    entries: entries.map(stored),
    groups: entries.map(grouped),
    staged: [],
    cosignatures: [],
    firstNumber: 0,
    since: ['2026-06-01T00:00:00.000Z'],
  };
  return Object.assign(log, { source: sourceOf(log) });
}

/** The signed checkpoint of the tree of these entries. */
export function noteOf(entries: readonly Entry[], signer: Signer, origin = memoryOrigin): string {
  return signNote(checkpointText({ origin, size: BigInt(entries.length), root: treeOf(entries).root }), [signer]);
}

function treeOf(entries: readonly Entry[]): { readonly root: Uint8Array; readonly tiles: Map<string, Buffer> } {
  const edge = TreeEdge.open(0n, () => undefined);
  const tiles = new Map(
    edge.append(entries.map(({ leaf }) => hashLeaf(leaf))).tiles.map(({ level, index, data }) => [`${level}/${index}`, Buffer.from(data)]),
  );
  for (let at = 0; at * 256 < entries.length; at++) {
    tiles.set(`entries/${at}`, Buffer.from(encodeBundle(entries.slice(at * 256, at * 256 + 256).map(({ leaf }) => leaf))));
  }
  return { root: edge.root(), tiles };
}

function sourceOf(log: Omit<MemoryLog, 'source'>): LogSource {
  return {
    checkpoint: async () => log.note,
    tiles: async (wanted) => wanted.map(({ level, index }) => log.tiles.get(`${level}/${index}`)),
    cosignatures: async () => log.cosignatures,
    entries: {
      range: async (first, end) => {
        const inRange = ({ number }: { readonly number: number }): boolean => number >= first && number < end;
        return { entries: log.entries.filter(inRange), groups: log.groups.filter(inRange) };
      },
      staged: async function* staged() {
        yield* log.staged;
      },
      extraRows: async (size) => ({
        entries: log.entries.map(({ number }) => number).filter((number) => number < 0 || number >= size),
        openings: [],
        tiles: [],
        unnumbered: [],
        checkpoints: log.note === undefined ? 0 : 1,
      }),
      statedSize: async () => undefined,
      reach: async () => log.entries.length,
      coverage: async () => log.since.map((since) => ({ firstNumber: log.firstNumber, since })),
    },
  };
}

function stored({ header, leaf }: Entry, number: number): StoredEntry {
  const { openings, ...rest } = header;
  const view = { relationship: 'ENCOUNTER', released: ['Resident.email'], withheld: ['Resident.birthDate'] };
  const [digests, views] = [openings.join(''), JSON.stringify([view])];
  const { id, at, role } = header;
  return { number, month: '2026-06-01', id, at, role, header: JSON.stringify(rest), digests, leaf: leaf.toString('hex'), views };
}

function grouped({ openings, salts }: Entry, number: number): OpeningGroup & { openings: StoredOpening[] } {
  return {
    number,
    month: '2026-06-01',
    openings: openings.map((content, ordinal) => ({
      ordinal,
      salt: salts.subarray(ordinal * 32, ordinal * 32 + 32).toString('hex'),
      content: content.kind === 'subject' ? undefined : JSON.stringify(content),
      subject: content.kind === 'subject' ? content.id : undefined,
      seen: content.kind === 'subject' ? 0 : undefined,
    })),
  };
}

/** The staged form of an entry. */
export function stagedOf(entry: Entry): StagedEntry {
  const { id, header, digests, leaf } = stored(entry, 0);
  return { id, header, digests, leaf };
}
