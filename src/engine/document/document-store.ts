import type { DocumentStore } from '@apollo/server';
import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { bytesOf } from './check-document.ts';

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

/** How many keys offered once are remembered: a hash and a few words of memory each. */
const maxKeys = 5_000;

/** Admission to a cache from the second offer of a key on, so that texts sent once evict nothing. */
export class RepeatFilter {
  readonly #offered = new LRUCache<string, true>({ max: maxKeys });

  /** Whether the key was offered before and is still remembered. The offer after that counts as the first again. */
  isRepeated(key: string): boolean {
    if (this.#offered.delete(key)) return true;
    this.#offered.set(key, true);
    return false;
  }
}
