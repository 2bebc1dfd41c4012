import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { createDocumentStore } from '../../../src/engine/document/document-store.ts';

const document = parse('{ a }');

test('a document is kept when it is stored for the second time, and can be deleted', async () => {
  const store = createDocumentStore();
  await store.set('schema:a', document);
  expect(await store.get('schema:a')).toBeUndefined();
  await store.set('schema:a', document);
  expect(await store.get('schema:a')).toBe(document);
  // Keys are compared as a whole: a document of another schema is another document.
  expect(await store.get('other:a')).toBeUndefined();
  expect(await store.delete('schema:a')).toBe(true);
  expect(await store.get('schema:a')).toBeUndefined();
});

test('documents that are sent once evict nothing', async () => {
  const store = createDocumentStore();
  for (let time = 0; time < 2; time += 1) await store.set('kept', document);
  for (let other = 0; other < 10_000; other += 1) await store.set(`once ${other}`, parse(`{ a${other} }`));
  expect(await store.get('kept')).toBe(document);
});

test('documents are kept by their size', async () => {
  const store = createDocumentStore();
  const large = parse(`{ a } # ${'x'.repeat(90_000)}`);
  const keep = async (key: string): Promise<void> => {
    for (let time = 0; time < 2; time += 1) await store.set(key, large);
  };
  await keep('first');
  for (let other = 0; other < 6; other += 1) await keep(`other ${other}`);
  expect(await store.get('first')).toBeUndefined();
  expect(await store.get('other 5')).toBe(large);
});

test('a document without its text is kept as well', async () => {
  const store = createDocumentStore();
  for (let time = 0; time < 2; time += 1) await store.set('a', parse('{ a }', { noLocation: true }));
  expect(await store.get('a')).toBeDefined();
});
