import { expect, test } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { HeaderReader } from '../../../src/transparency-log/verify/header-reader.ts';

const digest = 'ab'.repeat(32);

// As PostgreSQL writes it: a space after each colon and comma, shorter names first.
function asStored(header: Readonly<Record<string, unknown>>): string {
  const names = Object.keys(header).toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  return `{${names.map((name) => `${JSON.stringify(name)}: ${JSON.stringify(header[name])}`).join(', ')}}`;
}

test('the canonical form equals that of an independent implementation of RFC 8785, however the header is stored', () => {
  const forms = new HeaderReader();
  const member = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant(null), fc.constant(1), fc.array(fc.string()));
  const name = fc.string({ minLength: 1 }).filter((one) => !['id', 'at', 'openings', '__proto__'].includes(one));
  const header = fc.record({
    at: fc.stringMatching(/^[\d:.TZ-]{0,30}$/),
    id: fc.oneof(fc.uuid(), fc.string()),
    rest: fc.dictionary(name, member),
  });
  fc.assert(
    fc.property(header, fc.nat(4), ({ at, id, rest }, count) => {
      const members = { at, id, ...rest };
      const expected = { id, at, canonical: canonicalize({ ...members, openings: Array.from({ length: count }, () => digest) }) };
      for (const text of [asStored(members), JSON.stringify(members)]) {
        expect(forms.read(text, digest.repeat(count))).toMatchObject(expected);
      }
    }),
  );
});

test('headers that differ only in time and id are kept apart', () => {
  const forms = new HeaderReader();
  const [one, other] = ['x', 'y'].map((id) =>
    forms.read(`{"at": "t", "id": "${id}", "role": "ERASER", "erases": ["1/2"], "operationType": "command"}`, digest),
  );
  expect(one).toEqual({
    id: 'x',
    canonical: `{"at":"t","erases":["1/2"],"id":"x","openings":["${digest}"],"operationType":"command","role":"ERASER"}`,
    at: 't',
    role: 'ERASER',
    erases: ['1/2'],
    claimsWithoutRight: false,
  });
  expect(other!.canonical).toBe(one!.canonical.replace('"x"', '"y"'));
});

test.each([
  ['not JSON', '{"at": "t", "id": "x", "role": }'],
  ['no object', '[]'],
  ['a member that the digests would hide', '{"at": "t", "id": "x", "openings": []}'],
  ['nothing', ''],
])('%s is not a header', (_what, text) => {
  expect(new HeaderReader().read(text, digest)).toBeUndefined();
});

test('the last of repeated members counts, as in JSON', () => {
  const read = new HeaderReader().read('{"at": "t", "id": "x", "role": "A", "id": "z"}', '');
  expect(read).toMatchObject({ id: 'z', canonical: '{"at":"t","id":"z","openings":[],"role":"A"}' });
});

test('a header that is nested very deeply is read without an error', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  expect(new HeaderReader().read(`{"at": "t", "id": "x", "role": ${deep}}`, '')!.canonical).toContain('[[null]]');
  expect(new HeaderReader().read(`{"role": ${deep}}`, '')!.canonical).toContain('[[null]]');
});

test.each([
  ['"role": "SUPPORT", "operationType": "command"', true],
  ['"role": "ERASER", "operationType": "query"', true],
  ['"role": ["ERASER"], "operationType": "command"', true],
  ['"role": "ERASER", "operationType": "command"', false],
])('only an eraser’s command erases: %s', (who, claimsWithoutRight) => {
  for (const [at, erases] of [
    ['"at": "t", "id": "x"', '["1/2"]'],
    ['"id": "x", "at": "t"', '["1/2"]'],
  ]) {
    const read = new HeaderReader().read(`{${at}, ${who}, "erases": ${erases}}`, '');
    expect(read).toMatchObject({ claimsWithoutRight, erases: claimsWithoutRight ? [] : ['1/2'] });
  }
});
