import { hash } from 'node:crypto';

/**
 * What is stored of an id that lets somebody in: its SHA-256 digest. Ids have 256 random bits, so that nobody finds one by its digest.
 * @param model such as `Grant`: equal ids of two models have different digests
 */
export function digestOf(model: string, id: string): Buffer {
  return hash('sha256', `${model}:${id}`, 'buffer');
}
