import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { createEntry } from '../../../../src/log/store/staging/create-entry.ts';
import { saltLength, type Entry, type Segments, type SubjectSegment } from '../../../../src/log/entry/entry.ts';
import { leafData } from '../../../../src/log/entry/serialize-header.ts';
import { hashSegment, segmentPath } from '../../../../src/log/entry/segment-tree.ts';
import { verifyInclusion } from '../../../../src/log/proofs/proof.ts';
import { NaiveTree } from '../../../helpers/log/naive-tree.ts';

const header = {
  id: '80000000-0000-4000-8000-000000000001',
  at: '2026-06-15T18:00:00.000Z',
  role: 'RESIDENT',
  purpose: 'SELF_SERVICE',
  authority: 'Municipal Government Act',
  operationHash: 'ab',
  operationType: 'query',
  rootFields: ['Query.me'],
  inputs: [],
  policyVersion: '1',
  statementVersion: '1',
  outcome: 'ANSWERED',
} as const;
const person = '10000000-0000-4000-8000-000000000001';
const anonymous: Segments = [
  { kind: 'principal', id: null },
  { kind: 'case', case: null, authority: null },
];
const segments: Segments = [
  { kind: 'principal', id: person },
  { kind: 'case', case: null, authority: null },
  { kind: 'subject', id: person, relationship: 'SELF', released: ['Resident.email'], withheld: [] },
];

function saltAt(salts: Buffer, at: number): Buffer {
  return salts.subarray(at * saltLength, (at + 1) * saltLength);
}

/** The leaves of the segments' tree: salts and canonical forms by an independent implementation of RFC 8785. */
function treeOf({ segments: contents, salts }: Entry): NaiveTree {
  return new NaiveTree(contents.map((content, at) => Buffer.concat([saltAt(salts, at), Buffer.from(canonicalize(content)!)])));
}

test('the header has the root over the segments and no content of a segment', () => {
  const entry = createEntry(header, segments);
  expect(entry.header.segments).toEqual({ root: Buffer.from(treeOf(entry).root(3)).toString('hex'), size: 3 });
  expect(entry.root.toString('hex')).toBe(entry.header.segments.root);
  expect(JSON.stringify(entry.header)).not.toMatch(/email|SELF"/);
  expect(entry.salts.length).toBe(3 * 16);
  expect(new Set([0, 1, 2].map((at) => saltAt(entry.salts, at).toString('hex'))).size).toBe(3);
});

test('two segments with the same content have different leaves', () => {
  const alike = { kind: 'subject', id: person, relationship: 'SELF', released: [], withheld: [] } as const;
  const other = { ...alike, id: 'not a UUID' };
  const { leafHashes } = treeOf(createEntry(header, [...anonymous, alike, alike, other, other]));
  expect(new Set(leafHashes.map((leaf) => Buffer.from(leaf).toString('hex'))).size).toBe(6);
  expect(createEntry(header, anonymous).root).not.toEqual(createEntry(header, anonymous).root);
});

test('each segment is proved by its audit path (RFC 6962 §2.1.1), and by no other', () => {
  fc.assert(
    fc.property(fc.array(fc.uuid(), { maxLength: 40 }), (ids) => {
      const subjects = ids.map((id) => ({ kind: 'subject', id, relationship: 'SELF', released: [], withheld: [] }) as const);
      const entry = createEntry(header, [...anonymous, ...subjects]);
      const { leafHashes } = treeOf(entry);
      const size = leafHashes.length;
      for (const [at, leafHash] of leafHashes.entries()) {
        const proof = segmentPath(Buffer.concat(leafHashes), at);
        const inclusion = { index: BigInt(at), size: BigInt(size), leafHash, proof, root: entry.root };
        verifyInclusion(inclusion);
        expect(() => verifyInclusion({ ...inclusion, index: BigInt((at + 1) % size) })).toThrow('The proof is invalid.');
      }
    }),
    { numRuns: 20 },
  );
});

test('the hash is that of the canonical header (RFC 8785, RFC 6962), for any order of its members', () => {
  const { header: whole, leaf, leafHash } = createEntry(header, anonymous);
  const reversed = Object.fromEntries(Object.entries(whole).toReversed()) as unknown as typeof whole;
  expect(leafData(reversed)).toEqual(leaf);
  const text = JSON.stringify(Object.fromEntries(Object.entries(whole).toSorted(([a], [b]) => (a < b ? -1 : 1))));
  expect(leaf).toEqual(createHash('sha256').update(text).digest());
  expect(leafHash).toBe(
    createHash('sha256')
      .update(Buffer.concat([Buffer.of(0), leaf]))
      .digest('hex'),
  );
});

test('every change of the header changes the hash', () => {
  const { header: whole, salts, leaf } = createEntry(header, segments);
  expect(leafData({ ...whole, outcome: 'FAILED' })).not.toEqual(leaf);
  expect(leafData({ ...whole, segments: { ...whole.segments, size: 2 } })).not.toEqual(leaf);
  expect(hashSegment(saltAt(salts, 0), { kind: 'principal', id: 'b' })).not.toEqual(hashSegment(saltAt(salts, 0), segments[0]));
});

test('the canonical forms equal those of an independent implementation of RFC 8785', () => {
  const text = fc.string({ unit: 'grapheme' });
  const list = fc.array(text);
  // Data subjects with the same seen coordinates share one list. A few lists are shared by different relationships.
  const lists = fc.array(list, { minLength: 1, maxLength: 3 });
  const subjects = lists.chain((shared) =>
    fc.array(
      fc.record<SubjectSegment>({
        kind: fc.constant('subject'),
        id: fc.oneof(text, fc.uuid(), fc.string({ minLength: 36, maxLength: 36 })),
        relationship: fc.oneof(text, fc.constantFrom('SELF', 'NONE')),
        released: fc.constantFrom(...shared),
        withheld: fc.constantFrom(...shared),
      }),
    ),
  );
  const principal = fc.record({ kind: fc.constant('principal' as const), id: fc.option(text) });
  const matter = fc.record({ kind: fc.constant('case' as const), case: fc.option(text), authority: fc.option(text) });
  const members = fc.record(
    {
      at: text,
      role: text,
      purpose: fc.option(text),
      authority: fc.option(text),
      rootFields: list,
      inputs: list,
      erases: list,
      covers: list,
    },
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(principal, matter, subjects, members, (first, second, others, given) => {
      const contents: Segments = [first, second, ...others];
      const entry = createEntry({ ...header, ...given }, contents);
      const tree = treeOf(entry);
      const leaves = contents.map((content, at) => hashSegment(saltAt(entry.salts, at), content));
      expect(Buffer.concat(leaves)).toEqual(Buffer.concat(tree.leafHashes));
      expect(entry.root).toEqual(Buffer.from(tree.root(contents.length)));
      expect(entry.leaf).toEqual(createHash('sha256').update(canonicalize(entry.header)!).digest());
      expect(leafData(entry.header)).toEqual(entry.leaf);
      const { at: _at, covers: _covers, erases: _erases, id: _id, segments: _root, operationHash: _hash, ...shared } = entry.header;
      expect(entry.template).toBe(canonicalize(shared));
    }),
  );
});
