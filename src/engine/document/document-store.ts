import type { DocumentStore } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { bytesOf } from './document-size.ts';
import { RepeatFilter } from './repeat-filter.ts';

/**
 * Apollo Server's store of parsed and validated documents, so that each text is parsed and validated once. Apollo's
 * keys hold the hashes of schema and text, so no schema gets another's document.
 * A document is kept when it is sent again.
 */
export function createDocumentStore(): DocumentStore {
  const filter = new RepeatFilter();
  const documents = new LRUCache<string, DocumentNode>({
    max: 1_000,
    maxSize: 32 * 1024 * 1024,
    // lru-cache accepts positive sizes only.
    sizeCalculation: (document) => bytesOf(document) + 1,
  });
  return {
    get: async (key) => documents.get(key),
    set: async (key, document) => void (filter.isRepeated(key) && documents.set(key, document)),
    delete: async (key) => documents.delete(key),
  };
}
