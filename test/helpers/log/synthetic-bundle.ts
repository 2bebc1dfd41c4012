import { generateKeyPairSync } from 'node:crypto';
import type { Bundle, BundleEntry, Proven } from '../../../src/log/bundle/bundle.ts';
import { bundleNoteText, statementOf } from '../../../src/log/bundle/bundle-note.ts';
import { drawSample } from '../../../src/log/bundle/draw-sample.ts';
import { ProvenTiles } from '../../../src/log/bundle/proven-tiles.ts';
import { checkpointText } from '../../../src/log/tree/checkpoint.ts';
import { createEntry } from '../../../src/log/store/staging/create-entry.ts';
import type { Entry, Segment, Segments } from '../../../src/log/entry/entry.ts';
import type { LogKey } from '../../../src/log/keys/log-keys.ts';
import { hashSegment, segmentPath } from '../../../src/log/entry/segment-tree.ts';
import { createSigner, type Signer } from '../../../src/log/keys/signer.ts';
import { signNote } from '../../../src/log/keys/note.ts';
import { parseTilePath } from '../../../src/log/tree/tile.ts';
import { KeptTiles } from './kept-tiles.ts';

const origin = 'log.example/access';
const auditor = 'auditor';
const hour = (number: number): string => new Date(Date.UTC(2026, 0, 1, number)).toISOString();
// Over two tiles, neither the first nor the last.
const [first, last, size] = [480, 560, 900] as const;
/** Numbers of special entries. */
export const special = { late: 490, own: 491, mandate: 492, erased: 493 } as const;

/** A bundle that was never in a database, with its signed checkpoints. */
export interface SyntheticBundle {
  readonly content: Bundle;
  readonly keys: readonly LogKey[];
  readonly signer: Signer;
  readonly entries: readonly Entry[];
  /** The files of a bundle with that content, signed. */
  files(content: Bundle, by?: Signer): Map<string, Uint8Array>;
  /** The checkpoint of a tree of that size with other leaves. */
  readonly otherCheckpoint: string;
}

export async function makeSyntheticBundle(): Promise<SyntheticBundle> {
  const signer = newSigner();
  const entries = Array.from({ length: size }, (_entry, number) => entryOf(number));
  const tree = new KeptTiles();
  tree.append(entries.map(({ leafHash }) => Buffer.from(leafHash, 'hex')));
  const root = tree.edge.root();
  const engagement = { authority: 'engagement', reference: 'AE-1', auditor, from: hour(first), until: hour(last + 1) };
  const shown = entries.slice(first, last + 1).map((entry, at) => show(entry, first + at));
  const inDates = shown.map(({ number }) => number).filter((number) => number !== special.late);
  const content: Bundle = {
    version: 2,
    origin,
    engagement,
    coverage: { since: hour(0), first: 0 },
    tree: { size, root: Buffer.from(root).toString('base64') },
    population: { first, last, entries: last - first + 1, inDates: inDates.length },
    sample: { seed: 'seed', size: 20, numbers: drawSample(inDates, 'seed', 20) },
    entries: shown,
    padding: [],
  };
  const tiles = new Map<string, Uint8Array>();
  const reading = new ProvenTiles(
    async (path) => {
      const { level, index, width } = parseTilePath(path)!;
      const bytes = tree.tiles.get(`${level}/${index}`)!.subarray(0, width * 32);
      tiles.set(path, bytes);
      return bytes;
    },
    BigInt(size),
    root,
    () => undefined,
  );
  for (let index = first >> 8; index <= last >> 8; index++) await reading.get(0, BigInt(index));
  const checkpoint = signNote(checkpointText({ origin, size: BigInt(size), root }), [signer]);
  return {
    content,
    signer,
    entries,
    keys: [{ verifier: signer.verifier, first: 0n, last: undefined }],
    files: (given, by = signer) => {
      const signed = { note: signNote(bundleNoteText(statementOf(given)), [by]), content: given };
      return new Map([
        ['bundle.json', Buffer.from(JSON.stringify(signed))],
        ['checkpoint', Buffer.from(checkpoint)],
        ...[...tiles].map(([path, bytes]) => [path, Buffer.from(bytes)] as const),
      ]);
    },
    otherCheckpoint: signNote(checkpointText({ origin, size: BigInt(size), root: Buffer.alloc(32, 7) }), [signer]),
  };
}

export function newSigner(): Signer {
  return createSigner(origin, generateKeyPairSync('ed25519').privateKey);
}

function entryOf(number: number): Entry {
  const partner = number % 2 === 0;
  const segments: Segments = [
    { kind: 'principal', id: number === special.own ? auditor : partner ? 'police' : 'clerk' },
    { kind: 'case', case: partner ? null : 'ticket', authority: partner ? 'order' : null },
    ...['one', 'two', 'three'].map((id) => ({ kind: 'subject', id, relationship: 'NONE', released: ['A.b'], withheld: ['A.c'] }) as const),
  ];
  const header = {
    id: `entry-${number}`,
    at: hour(number === special.late ? 2 : number),
    role: number === special.own ? 'CONTROL_AGENCY' : partner ? 'LAW_ENFORCEMENT' : 'SUPPORT',
    purpose: null,
    authority: null,
    operationHash: '00',
    operationType: 'query',
    rootFields: ['Query.residents'],
    inputs: [],
    policyVersion: '1',
    statementVersion: '1',
    outcome: 'ANSWERED',
  } as const;
  return createEntry(header, segments);
}

function show({ header, segments, salts }: Entry, number: number): BundleEntry {
  const closed = { closed: 'NOT_IN_DATES' } as const;
  if (number === special.late) return { number, header, principal: closed, case: closed, subjects: closed, unseen: 0, erased: [] };
  const [principal, matter, ...subjects] = segments;
  const saltOf = (ordinal: number): Buffer => salts.subarray(16 * ordinal, 16 * (ordinal + 1));
  const leafHashes = Buffer.concat(segments.map((content, ordinal) => hashSegment(saltOf(ordinal), content)));
  const proven = <Content extends Segment>(ordinal: number, content: Content): Proven<Content> => ({
    salt: saltOf(ordinal).toString('hex'),
    path: segmentPath(leafHashes, ordinal).map((hash) => hash.toString('hex')),
    content,
  });
  const partner = number % 2 === 0 || number === special.own;
  const erased = number === special.erased ? [3] : [];
  // One of the three is withheld everywhere, and one is erased in one place.
  const names = subjects.map(({ id }) => `P-${id}`).slice(0, erased.length > 0 ? 1 : 2);
  return {
    number,
    header,
    principal: partner ? proven(0, principal) : { closed: 'NOT_A_PARTNER' },
    case: matter.authority !== null ? proven(1, matter) : { closed: 'NO_AUTHORITY_ALONE' },
    subjects:
      number === special.own
        ? { closed: 'OWN_ENTRY' }
        : names.map((pseudonym) => ({ pseudonym, relationship: 'NONE', released: ['A.b'], withheld: ['A.c'] })),
    unseen: number === special.own ? 0 : 1,
    erased,
  };
}
