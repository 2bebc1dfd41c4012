import { readableCode } from '../../../platform/random/readable-code.ts';
import type { Pseudonyms } from '../../../engine/rows/pseudonyms.ts';

/** Each group of characters has 20 bits. */
const groups = 3;

/**
 * The code with which a sender without an account sees the state of a request. It follows from the request's id under a key of the gateway,
 * so it is stored nowhere.
 */
export function stateCode(pseudonyms: Pick<Pseudonyms, 'identify'>, requestId: string): string {
  return readableCode(Buffer.from(pseudonyms.identify('state of a request', requestId).replaceAll('-', ''), 'hex'), groups);
}
