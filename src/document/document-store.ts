import type { DocumentStore } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { BoundedMap } from '../enforcement/bounded.ts';
import { bytesOf } from './document-size.ts';

/**
 * Where Apollo Server keeps documents that are parsed and validated, so that both happen once. The keys are Apollo's:
 * the schema's hash and the text's, so that no schema gets another's document.
 * A document is kept once it is sent again: texts that are sent once push nothing out.
 */
export function createDocumentStore(): DocumentStore {
  const documents = new BoundedMap<DocumentNode>({
    entries: 1_000,
    bytes: 32 * 1024 * 1024,
    sizeOf: bytesOf,
  });
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => documents.keepAgain(key, document),
    delete: async (key) => documents.delete(key),
  };
}
