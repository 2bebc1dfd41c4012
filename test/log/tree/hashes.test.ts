import { expect, test } from '@jest/globals';
import { NaiveTree } from '../../helpers/log/naive-tree.ts';
import { emptyRoot, hashLeaf, hashNode, hashTree, sameHash } from '../../../src/log/tree/hashes.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

// Known answers that other implementations of RFC 6962 use too.
test('hashes equal those of RFC 6962', () => {
  expect(hex(emptyRoot)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(hex(hashLeaf(new Uint8Array(0)))).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
  expect(hex(hashLeaf(Buffer.from('L123456')))).toBe('395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56');
  expect(hex(hashNode(Buffer.from('N123'), Buffer.from('N456')))).toBe('aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb');
});

test('hashes differ if a bit or the length differs', () => {
  const hash = hashLeaf(Buffer.from('a'));
  expect(sameHash(hash, Uint8Array.from(hash))).toBe(true);
  expect(sameHash(hash, hashLeaf(Buffer.from('b')))).toBe(false);
  expect(sameHash(hash.subarray(1), hash.subarray(1))).toBe(false);
});

test('the root over concatenated leaf hashes is that of RFC 6962 for every number of leaves', () => {
  const tree = new NaiveTree(300);
  const leaves = Buffer.concat(tree.leafHashes);
  for (let size = 0; size <= 300; size++) expect(hex(hashTree(leaves.subarray(0, size * 32)))).toBe(hex(tree.root(size)));
  expect(hex(leaves)).toBe(hex(Buffer.concat(tree.leafHashes)));
});
