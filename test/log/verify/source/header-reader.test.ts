import { expect, test } from '@jest/globals';
import canonicalize from 'canonicalize';
import fc from 'fast-check';
import type { StoredContent } from '../../../../src/log/verify/source/log-source.ts';
import { HeaderReader } from '../../../../src/log/verify/source/header-reader.ts';
import { memoryEntry, stagedOf } from '../../../helpers/log/memory-log.ts';

const root = 'ab'.repeat(32);
const stored = { ...stagedOf(memoryEntry(17)), at: 't', id: 'x', operationHash: 'h' };

function withTemplate(template: string, more: Partial<StoredContent> = {}): StoredContent {
  return { ...stored, template, ...more };
}

test('the canonical form equals that of an independent implementation of RFC 8785, however the template is stored', () => {
  const headers = new HeaderReader();
  const member = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant(null), fc.constant(1), fc.array(fc.string()));
  const own = ['at', 'covers', 'erases', 'id', 'operationHash', 'segments'];
  const name = fc.string({ minLength: 1 }).filter((one) => ![...own, '__proto__'].includes(one));
  const members = fc.record(
    { covers: fc.array(fc.string()), erases: fc.array(fc.string()), at: fc.string(), id: fc.string(), operationHash: fc.string() },
    { requiredKeys: ['at', 'id', 'operationHash'] },
  );
  fc.assert(
    fc.property(fc.dictionary(name, member), members, fc.nat(), (template, { covers, erases, ...texts }, size) => {
      const expected = canonicalize({
        ...template,
        ...texts,
        ...(covers && { covers }),
        ...(erases && { erases }),
        segments: { root, size },
      });
      const lists = { covers: covers ? JSON.stringify(covers) : null, erases: erases ? JSON.stringify(erases) : null };
      for (const text of [JSON.stringify(template), JSON.stringify(template, null, 1)])
        expect(headers.read(withTemplate(text, { ...texts, ...lists }), root, size)!.canonical).toBe(expected);
    }),
  );
});

test('headers that share a template are kept apart', () => {
  const headers = new HeaderReader();
  const template = '{"role": "ERASER", "operationType": "command"}';
  const [one, other] = ['x', 'y'].map((id) => headers.read(withTemplate(template, { id, erases: '["1/2"]' }), root, 3));
  expect(one).toEqual({
    canonical: `{"at":"t","erases":["1/2"],"id":"x","operationHash":"h","operationType":"command","role":"ERASER","segments":{"root":"${root}","size":3}}`,
    template: { role: 'ERASER', operationType: 'command' },
    erases: ['1/2'],
    claimsWithoutRight: false,
  });
  expect(other!.canonical).toBe(one!.canonical.replace('"x"', '"y"'));
});

test.each([
  ['not JSON', '{"role": }'],
  ['no object', '[]'],
  ['a member that the root would hide', '{"role": "A", "segments": []}'],
  ['a member that the time would hide', '{"at": "t"}'],
  ['an erasure that the entry’s own would hide', '{"role": "ERASER", "operationType": "command", "erases": ["1/2"]}'],
  ['nothing', ''],
])('%s is not a template', (_what, text) => {
  expect(new HeaderReader().read(withTemplate(text), root, 3)).toBeUndefined();
});

test('a list that is not JSON is not left out', () => {
  expect(new HeaderReader().read(withTemplate('{}', { covers: 'x' }), root, 3)!.canonical).toContain('"covers":null');
});

test('a template that is nested very deeply is read without an error', () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  expect(new HeaderReader().read(withTemplate(`{"role": ${deep}}`), root, 3)!.canonical).toContain('[[null]]');
});

test.each([
  ['"role": "SUPPORT", "operationType": "command"', true],
  ['"role": "ERASER", "operationType": "query"', true],
  ['"role": ["ERASER"], "operationType": "command"', true],
  ['"role": "ERASER", "operationType": "command"', false],
])('only an eraser’s command erases: %s', (who, claimsWithoutRight) => {
  const read = new HeaderReader().read(withTemplate(`{${who}}`, { erases: '["1/2"]' }), root, 3);
  expect(read).toMatchObject({ claimsWithoutRight, erases: claimsWithoutRight ? [] : ['1/2'] });
});
