import { randomBytes } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createCursors, type CursorBinding } from '../../../src/engine/rows/cursors.ts';

const cursors = createCursors(randomBytes(32));
const binding: CursorBinding = {
  principal: 'MEMBER a',
  purpose: 'OWN_AFFAIRS',
  list: 'Query.members',
  filter: { familyName: 'x' },
  order: 'FAMILY_NAME',
};
const keys = ['Atwood', '10000000-0000-4000-8000-000000000001'];
const invalid = expect.objectContaining({ code: 'CURSOR_INVALID' });

describe('a cursor', () => {
  test('opens with the binding that it was made with', () => {
    expect(cursors.open(binding, cursors.sealer(binding)(keys))).toEqual(keys);
  });

  test('does not reveal its keys, and differs each time', () => {
    const [one, other] = [cursors.sealer(binding)(keys), cursors.sealer(binding)(keys)];
    expect(one).not.toBe(other);
    expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('Atwood');
  });

  test.each(['principal', 'purpose', 'list', 'order', 'filter'] as const)('does not open for another %s', (part) => {
    expect(() => cursors.open({ ...binding, [part]: 'another' }, cursors.sealer(binding)(keys))).toThrow(invalid);
  });

  test('does not open under another key', () => {
    expect(() => createCursors(randomBytes(32)).open(binding, cursors.sealer(binding)(keys))).toThrow(invalid);
  });

  test('does not open from any other text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.base64String(),
          fc.uint8Array({ maxLength: 80 }).map((bytes) => Buffer.from(bytes).toString('base64url')),
        ),
        (text) => {
          expect(() => cursors.open(binding, text)).toThrow(invalid);
        },
      ),
    );
  });

  test('does not open after a bit has changed', () => {
    const sealed = Buffer.from(cursors.sealer(binding)(keys), 'base64url');
    fc.assert(
      fc.property(fc.nat(sealed.length * 8 - 1), (bit) => {
        const changed = Buffer.from(sealed);
        changed[bit >> 3]! ^= 1 << (bit & 7);
        expect(() => cursors.open(binding, changed.toString('base64url'))).toThrow(invalid);
      }),
    );
  });
});
