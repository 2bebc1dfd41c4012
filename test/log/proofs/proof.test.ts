import { expect, jest, test } from '@jest/globals';
import type { LogError } from '../../../src/log/encoding/log-error.ts';
import { verifyConsistency, verifyInclusion, type Consistency, type Inclusion } from '../../../src/log/proofs/proof.ts';
import { holes } from '../../helpers/log/log-refusal.ts';
import { seeded } from '../../helpers/log/kept-tiles.ts';
import { NaiveTree } from '../../helpers/log/naive-tree.ts';

// Half a million refusals: none needs a stack trace. The time limit allows for a busy machine.
Error.stackTraceLimit = 0;
jest.setTimeout(300_000);

const sizes = 300;
const tree = new NaiveTree(sizes);
const stranger = Buffer.alloc(32, 7);

/** The code of the refusal, or undefined when it passes. Counting by hand: expect is too slow for a million calls. */
function codeOf(verify: () => void): string | undefined {
  try {
    verify();
    return undefined;
  } catch (error) {
    return (error as LogError).code ?? String(error);
  }
}

function flipped(bytes: Uint8Array, random: () => number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[Math.floor(random() * copy.length)]! ^= 1 << Math.floor(random() * 8);
  return copy;
}

function flippedOne(proof: readonly Uint8Array[], random: () => number): Uint8Array[] {
  const at = Math.floor(random() * proof.length);
  return proof.map((hash, place) => (place === at ? flipped(hash, random) : hash));
}

const inclusion = (index: number, size: number): Inclusion => ({
  index: BigInt(index),
  size: BigInt(size),
  leafHash: tree.leafHash(index),
  proof: tree.inclusionProof(index, size),
  root: tree.root(size),
});

const consistency = (size1: number, size2: number): Consistency => ({
  size1: BigInt(size1),
  size2: BigInt(size2),
  proof: tree.consistencyProof(size1, size2),
  root1: tree.root(size1),
  root2: tree.root(size2),
});

test('every inclusion proof up to size 300 is valid; altering, lengthening, shortening or moving it invalidates it', () => {
  const random = seeded(1);
  const passed: string[] = [];
  const refused: string[] = [];
  for (let size = 1; size <= sizes; size++) {
    for (let index = 0; index < size; index++) {
      const right = inclusion(index, size);
      const { proof } = right;
      if (codeOf(() => verifyInclusion(right))) refused.push(`${index} of ${size}`);
      const wrong: Record<string, Inclusion> = {
        leaf: { ...right, leafHash: flipped(right.leafHash, random) },
        root: { ...right, root: flipped(right.root, random) },
        longer: { ...right, proof: [...proof, stranger] },
        longerBefore: { ...right, proof: [stranger, ...proof] },
      };
      if (size > 1) {
        wrong['altered'] = { ...right, proof: flippedOne(proof, random) };
        wrong['shorter'] = { ...right, proof: proof.slice(0, -1) };
        wrong['shorterBefore'] = { ...right, proof: proof.slice(1) };
        wrong['moved'] = { ...right, index: BigInt((index + 1 + Math.floor(random() * (size - 1))) % size) };
      }
      for (const [how, one] of Object.entries(wrong)) {
        if (codeOf(() => verifyInclusion(one)) !== 'LOG_PROOF_INVALID') passed.push(`${how} ${index} of ${size}`);
      }
    }
  }
  expect(refused).toEqual([]);
  expect(passed).toEqual([]);
});

test('every consistency proof up to size 300 is valid; altering, lengthening or shortening it invalidates it', () => {
  const random = seeded(2);
  const passed: string[] = [];
  const refused: string[] = [];
  for (let size2 = 1; size2 <= sizes; size2++) {
    for (let size1 = 1; size1 <= size2; size1++) {
      const right = consistency(size1, size2);
      const { proof } = right;
      if (codeOf(() => verifyConsistency(right))) refused.push(`${size1} to ${size2}`);
      const wrong: Record<string, Consistency> = {
        older: { ...right, root1: flipped(right.root1, random) },
        newer: { ...right, root2: flipped(right.root2, random) },
        longer: { ...right, proof: [...proof, stranger] },
        longerBefore: { ...right, proof: [stranger, ...proof] },
      };
      if (size1 < size2) {
        wrong['altered'] = { ...right, proof: flippedOne(proof, random) };
        wrong['shorter'] = { ...right, proof: proof.slice(0, -1) };
        wrong['shorterBefore'] = { ...right, proof: proof.slice(1) };
        wrong['empty'] = { ...right, proof: [] };
      }
      for (const [how, one] of Object.entries(wrong)) {
        if (codeOf(() => verifyConsistency(one)) !== 'LOG_PROOF_INVALID') passed.push(`${how} ${size1} to ${size2}`);
      }
    }
  }
  expect(refused).toEqual([]);
  expect(passed).toEqual([]);
});

// A proof fixes the path to the root, not the size: sizes with paths of the same shape cannot be distinguished by it, in
// any implementation. The size is what the checkpoint signs, together with the root.
test('a proof for another size is refused, unless that size has the same path to the root', () => {
  const steps = (index: number, size: number): string => {
    const way: string[] = [];
    for (let node = index, last = size - 1; last > 0; node >>= 1, last >>= 1) {
      if (node % 2 === 1) way.push('left');
      else if (node < last) way.push('right');
    }
    return way.join(' ');
  };
  const passed: string[] = [];
  let same = 0;
  for (let size = 1; size <= 64; size++) {
    for (let index = 0; index < size; index++) {
      const right = inclusion(index, size);
      for (let other = index + 1; other <= 64; other++) {
        const code = codeOf(() => verifyInclusion({ ...right, size: BigInt(other) }));
        if (steps(index, size) === steps(index, other)) same++;
        else if (code !== 'LOG_PROOF_INVALID') passed.push(`${index} of ${size} as of ${other}`);
      }
    }
  }
  expect(passed).toEqual([]);
  expect(same).toBeGreaterThan(100);
});

test('a consistency proof does not hold for the roots of other sizes', () => {
  const passed: string[] = [];
  for (let size2 = 2; size2 <= 40; size2++) {
    for (let size1 = 1; size1 < size2; size1++) {
      const right = consistency(size1, size2);
      for (let other = 1; other <= 40; other++) {
        const older = { ...right, size1: BigInt(other), root1: tree.root(other) };
        const newer = { ...right, size2: BigInt(other), root2: tree.root(other) };
        if (other !== size1 && codeOf(() => verifyConsistency(older)) === undefined) passed.push(`${size1} as ${other} to ${size2}`);
        if (other !== size2 && codeOf(() => verifyConsistency(newer)) === undefined) passed.push(`${size1} to ${size2} as ${other}`);
      }
    }
  }
  expect(passed).toEqual([]);
});

test('invalid sizes and indexes are refused', () => {
  const right = inclusion(3, 7);
  for (const change of [
    { index: 7n },
    { index: -1n },
    { size: 0n },
    { size: -7n },
    { size: 2n ** 64n },
    { index: 3 },
    { size: 7 },
    { index: '3' },
    { size: undefined },
  ]) {
    expect(codeOf(() => verifyInclusion({ ...right, ...change } as Inclusion))).toBe('LOG_SIZE_INVALID');
  }
  const pair = consistency(3, 7);
  for (const change of [
    { size1: 0n },
    { size1: -1n },
    { size1: 8n },
    { size2: 2n },
    { size2: 2n ** 64n },
    { size1: 3 },
    { size2: 7 },
    { size1: null },
  ]) {
    expect(codeOf(() => verifyConsistency({ ...pair, ...change } as Consistency))).toBe('LOG_SIZE_INVALID');
  }
});

test('an empty older tree is refused, even with an empty proof', () => {
  expect(codeOf(() => verifyConsistency({ size1: 0n, size2: 5n, proof: [], root1: tree.root(0), root2: tree.root(5) }))).toBe(
    'LOG_SIZE_INVALID',
  );
  expect(codeOf(() => verifyConsistency({ size1: 0n, size2: 0n, proof: [], root1: tree.root(0), root2: tree.root(0) }))).toBe(
    'LOG_SIZE_INVALID',
  );
});

test('values of other types and lengths are refused as hashes', () => {
  const right = inclusion(3, 7);
  const pair = consistency(3, 7);
  expect(right.proof.length).toBeGreaterThan(1);
  for (const none of [
    new Uint8Array(31),
    new Uint8Array(33),
    new Uint8Array(0),
    'a'.repeat(32),
    Array.from({ length: 32 }, () => 0),
    undefined,
    null,
    0,
  ]) {
    const hash = none as Uint8Array;
    for (const change of [
      { leafHash: hash },
      { root: hash },
      { proof: [hash, ...right.proof.slice(1)] },
      { proof: hash as unknown as Uint8Array[] },
    ]) {
      expect(codeOf(() => verifyInclusion({ ...right, ...change }))).toBe('LOG_PROOF_INVALID');
    }
    for (const change of [
      { root1: hash },
      { root2: hash },
      { proof: [...pair.proof.slice(0, -1), hash] },
      { proof: hash as unknown as Uint8Array[] },
    ]) {
      expect(codeOf(() => verifyConsistency({ ...pair, ...change }))).toBe('LOG_PROOF_INVALID');
    }
  }
});

test('a proof with holes is refused', () => {
  expect(codeOf(() => verifyInclusion({ ...inclusion(3, 4), proof: holes(2) }))).toBe('LOG_PROOF_INVALID');
  expect(codeOf(() => verifyConsistency({ ...consistency(3, 4), proof: holes(3) }))).toBe('LOG_PROOF_INVALID');
});

test('for equal sizes the proof is empty and the roots are equal', () => {
  const right = consistency(6, 6);
  expect(codeOf(() => verifyConsistency(right))).toBeUndefined();
  expect(codeOf(() => verifyConsistency({ ...right, root2: stranger }))).toBe('LOG_PROOF_INVALID');
  expect(codeOf(() => verifyConsistency({ ...right, proof: [right.root1] }))).toBe('LOG_PROOF_INVALID');
});

test('verifying near the largest size is fast', () => {
  const size = 2n ** 64n - 1n;
  const proof = Array.from({ length: 64 }, () => stranger);
  for (const index of [0n, size - 1n, size / 2n]) {
    expect(codeOf(() => verifyInclusion({ index, size, leafHash: stranger, proof, root: stranger }))).toBe('LOG_PROOF_INVALID');
  }
  for (const size1 of [1n, 2n ** 63n, size - 1n]) {
    expect(codeOf(() => verifyConsistency({ size1, size2: size, proof, root1: stranger, root2: stranger }))).toBe('LOG_PROOF_INVALID');
  }
});
