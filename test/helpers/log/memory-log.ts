import { generateKeyPairSync, hash } from 'node:crypto';
import { checkpointText } from '../../../src/log/tree/checkpoint.ts';
import { createEntry } from '../../../src/log/store/staging/create-entry.ts';
import type { Entry, Segments } from '../../../src/log/entry/entry.ts';
import { hashLeaf } from '../../../src/log/tree/hashes.ts';
import { SegmentReader } from '../../../src/log/verify/source/segment-reader.ts';
import type { LogKey } from '../../../src/log/keys/log-keys.ts';
import { signNote } from '../../../src/log/keys/note.ts';
import { createSigner, type Signer } from '../../../src/log/keys/signer.ts';
import { encodeBundle } from '../../../src/log/tree/tile.ts';
import { TreeEdge } from '../../../src/log/tree/tree-edge.ts';
import type {
  AlteredDefinition,
  LogSource,
  StagedEntry,
  StoredContent,
  StoredCosignature,
  StoredEntry,
  StoredTemplate,
  StoredPosting,
} from '../../../src/log/verify/source/log-source.ts';

export const memoryOrigin = 'log.example/memory';

/** A whole log in memory. A test may change every part of it. */
export interface MemoryLog {
  readonly signer: Signer;
  keys: LogKey[];
  note: string | undefined;
  /** By `level/index`; bundles are of level `entries`. */
  readonly tiles: Map<string, Buffer>;
  entries: StoredEntry[];
  postings: StoredPosting[];
  templates: StoredTemplate[];
  staged: StagedEntry[];
  cosignatures: StoredCosignature[];
  firstNumber: number;
  /** For each coverage row, the instant from which the log is complete. */
  since: string[];
  definitions: AlteredDefinition[];
  readonly source: LogSource;
}

/** The id of an entry, or of a principal (kind 1) or data subject (kind 2), by its index. */
export function idOf(at: number, kind = 0): string {
  return `${kind}0000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
}

const view = { relationship: 'ENCOUNTER', released: ['Resident.email'], withheld: ['Resident.birthDate'] };
/** The list of views that all entries with data subjects share. */
export const viewsText = JSON.stringify([view]);

const eraser = { role: 'ERASER', operationType: 'command' } as const;

/**
 * Makes an entry with two data subjects.
 * @param more further members of the header. An entry that erases has the role ERASER by default
 */
export function memoryEntry(at: number, more: Partial<Parameters<typeof createEntry>[0]> = {}): Entry {
  const segments: Segments = [
    { kind: 'principal', id: idOf(at % 7, 1) },
    { kind: 'case', case: null, authority: null },
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
  return createEntry({ id: idOf(at), at: '2026-06-15T18:00:00.000Z', ...fixed, ...(more.erases && eraser), ...more }, segments);
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
    entries: entries.map(numbered),
    postings: entries.flatMap(postingsOf),
    templates: [...new Set(entries.flatMap((entry) => [entry.template, viewsText]))].map(templateOf),
    staged: [],
    cosignatures: [],
    firstNumber: 0,
    since: ['2026-06-01T00:00:00.000Z'],
    definitions: [],
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
    definitions: async () => log.definitions,
    entries: {
      paddingKey: async () => undefined,
      range: async (first, end) => {
        const inRange = (number: number): boolean => number >= first && number < end;
        return {
          entries: log.entries.filter(({ number }) => inRange(number)),
          postings: log.postings.filter(({ numbers }) => inRange(numbers[0]!)),
        };
      },
      // Of this log, the index knows who read their own data.
      postingKindOf: ({ principal, authority }, { role }, subject) => ({
        kind: principal === subject ? 1 : 0,
        authority: role === 'SUPPORT' ? authority : null,
      }),
      longestPosting: 100,
      templates: async function* templates() {
        yield* log.templates;
      },
      staged: async function* staged() {
        yield* log.staged;
      },
      extraRows: async (size) => ({
        entries: log.entries.map(({ number }) => number).filter((number) => number < 0 || number >= size),
        postings: [],
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

function stored({ header, template, segments, salts }: Entry): StoredContent {
  const [principal, matter, ...subjects] = segments;
  const { id, at, role, operationHash, erases, covers } = header;
  return {
    id,
    at,
    role,
    template,
    operationHash,
    erases: erases ? JSON.stringify(erases) : null,
    covers: covers ? JSON.stringify(covers) : null,
    root: header.segments.root,
    salts: Buffer.from(salts),
    principal: principal.id,
    case: matter.case,
    authority: matter.authority,
    subjects: subjects.map((subject) => subject.id),
    seen: null,
    views: subjects.length > 0 ? viewsText : '[]',
  };
}

function numbered(entry: Entry, number: number): StoredEntry {
  return { ...stored(entry), number, month: '2026-06-01', erased: null };
}

function postingsOf({ segments }: Entry, number: number): StoredPosting[] {
  const [{ id }, , ...subjects] = segments;
  return subjects.map((subject) => ({
    subject: subject.id,
    month: '2026-06-01',
    kind: subject.id === id ? 1 : 0,
    authority: null,
    numbers: [number],
  }));
}

/** A text that entries share, as it is stored. */
export function templateOf(text: string): StoredTemplate {
  return { id: hash('sha256', text).slice(0, 32), text, content: text };
}

/** The staged template of an entry. */
export function stagedOf(entry: Entry): StagedEntry {
  return { ...stored(entry), leaf: entry.leaf.toString('hex') };
}

/** Erases a segment as the eraser does, without a record of it. */
export function eraseSegment(log: MemoryLog, number: number, ordinal: number): void {
  const at = log.entries.findIndex((entry) => entry.number === number);
  const entry = log.entries[at]!;
  const leafHash = new SegmentReader().read(entry, entry.erased).leafHashes!.toString('hex', ordinal * 32, ordinal * 32 + 32);
  const subject = entry.subjects[ordinal - 2];
  log.postings = log.postings.filter((posting) => posting.subject !== subject || posting.numbers[0] !== number);
  log.entries[at] = {
    ...entry,
    salts: Buffer.concat([entry.salts.subarray(0, 16 * ordinal), Buffer.alloc(16), entry.salts.subarray(16 * ordinal + 16)]),
    principal: ordinal === 0 ? null : entry.principal,
    case: ordinal === 1 ? null : entry.case,
    authority: ordinal === 1 ? null : entry.authority,
    subjects: entry.subjects.map((id, place) => (place === ordinal - 2 ? null : id)),
    erased: JSON.stringify({ ...(JSON.parse(entry.erased ?? '{}') as object), [ordinal]: leafHash }),
  };
}
