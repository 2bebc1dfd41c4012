import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { createEntry, leafHash, openingDigest, type Opening } from '../../src/access-log/entry.ts';

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
const openings: Opening[] = [
  { kind: 'principal', id: 'a' },
  { kind: 'subject', id: 'a', relationship: 'SELF', released: ['Resident.email'], withheld: [] },
];

test('the header has a digest for each opening, and nothing of what it says', () => {
  const entry = createEntry(header, openings);
  expect(entry.header.openings).toEqual(entry.openings.map(openingDigest));
  expect(JSON.stringify(entry.header)).not.toMatch(/email|SELF"/);
  expect(new Set(entry.openings.map(({ salt }) => salt)).size).toBe(2);
  for (const { salt } of entry.openings) expect(salt).toMatch(/^[\da-f]{64}$/);
});

test('the hash is that of the canonical header (RFC 8785, RFC 6962), whatever the order of its members', () => {
  const { header: whole, leafHash: hash } = createEntry(header, []);
  const reversed = Object.fromEntries(Object.entries(whole).toReversed()) as unknown as typeof whole;
  expect(leafHash(reversed)).toBe(hash);
  const canonical = JSON.stringify(Object.fromEntries(Object.entries(whole).toSorted(([a], [b]) => (a < b ? -1 : 1))));
  const data = createHash('sha256').update(canonical).digest();
  expect(hash).toBe(
    createHash('sha256')
      .update(Buffer.concat([Buffer.of(0), data]))
      .digest('hex'),
  );
});

test('any change changes the hash', () => {
  const entry = createEntry(header, openings);
  expect(leafHash({ ...entry.header, outcome: 'FAILED' })).not.toBe(entry.leafHash);
  const [first] = entry.openings;
  expect(openingDigest({ ...first!, content: { kind: 'principal', id: 'b' } })).not.toBe(entry.header.openings[0]);
});

test('the canonical forms are those of a whole implementation of RFC 8785', () => {
  const text = fc.string({ unit: 'grapheme' });
  const list = fc.array(text);
  const opening: fc.Arbitrary<Opening> = fc.oneof(
    fc.record({ kind: fc.constant('principal' as const), id: fc.option(text) }),
    fc.record({ kind: fc.constant('case' as const), case: fc.option(text), mandate: fc.option(text) }),
    fc.record({ kind: fc.constant('subject' as const), id: text, relationship: text, released: list, withheld: list }),
  );
  fc.assert(
    fc.property(fc.array(opening), list, (contents, rootFields) => {
      const entry = createEntry({ ...header, rootFields }, contents);
      for (const [at, { salt, content }] of entry.openings.entries()) {
        const expected = createHash('sha256').update(Buffer.from(salt, 'hex')).update(canonicalize(content)!).digest('hex');
        expect(entry.header.openings[at]).toBe(expected);
        expect(openingDigest({ salt, content })).toBe(expected);
      }
      const data = createHash('sha256').update(canonicalize(entry.header)!).digest();
      expect(entry.leafHash).toBe(createHash('sha256').update(Buffer.of(0)).update(data).digest('hex'));
    }),
  );
});
