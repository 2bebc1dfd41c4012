import { hash } from 'node:crypto';

/**
 * The stored form of an id that grants access: its SHA-256 digest. Ids have 256 random bits, so a digest does not reveal its id.
 * @param model such as `Grant`: equal ids of two models have different digests
 */
export function digestOf(model: string, id: string): Buffer {
  return hash('sha256', `${model}:${id}`, 'buffer');
}
