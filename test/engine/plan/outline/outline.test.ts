import { describe, expect, test } from '@jest/globals';
import { parse, type DocumentNode } from 'graphql';
import { bytesOf } from '../../../../src/engine/document/check-document.ts';
import type { Touch } from '../../../../src/engine/plan/outline/collect.ts';
import { mostBytesKept, sizeOf, type Outline } from '../../../../src/engine/plan/outline/outline.ts';

const places = (number: number): Touch[] =>
  Array.from({ length: number }, () => ({ coordinate: 'Member.name', path: [], gates: [] }) as unknown as Touch);

/** The estimate for an outline of one field, two types, three root fields and four arguments, besides its document itself. */
function estimated(document: DocumentNode, gates: readonly string[] = []): number {
  const collected = { fields: places(1), types: places(2), roots: places(3), arguments: places(4), introspection: false };
  return sizeOf({ outline: { collected, gates: new Set(gates) } as unknown as Outline, document }) - bytesOf(document);
}

describe('the size of a kept outline', () => {
  const short = parse('{ me { name } }');
  const ofOutline = 20 * 400;
  const ofProgram = 20 * 1_500;

  test('counts its places and those of its compiled program, a few more than were collected', () => {
    expect(estimated(short)).toBe(ofOutline + ofProgram);
  });

  test('counts a program for each combination of what its gates ask, eight at most', () => {
    expect(estimated(short, ['a'])).toBe(ofOutline + 2 * ofProgram);
    expect(estimated(short, ['a', 'b', 'c'])).toBe(ofOutline + 8 * ofProgram);
    expect(estimated(short, ['a', 'b', 'c', 'd'])).toBe(ofOutline + 8 * ofProgram);
  });

  test('counts the places that a document can have, where these are more', () => {
    const text = '{ me { name } }'.padEnd(6 * 100 + 1, '#');
    expect(estimated(parse(text))).toBe(ofOutline + Math.ceil((601 / 6) * 1_500));
  });

  test('is at most 128 MiB for all together', () => {
    expect(mostBytesKept).toBe(134_217_728);
  });
});
