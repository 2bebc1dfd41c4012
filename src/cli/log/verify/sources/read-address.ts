import { unreadable } from '../options/unreadable.ts';
import { mostBytes, type ReadPath } from './tiles-source.ts';

/** Milliseconds after which an unanswered request fails. */
const patience = 30_000;

/**
 * Reads paths of a log that is served over HTTP.
 * @param address the URL before `/checkpoint`
 */
export function readAddress(address: string): ReadPath {
  const base = address.replace(/\/+$/, '');
  return async (path) => {
    const response = await fetch(`${base}/${path}`, { redirect: 'error', signal: AbortSignal.timeout(patience) }).catch(
      (error: unknown) => {
        throw Object.assign(unreadable('the address of --from does not answer'), { cause: error });
      },
    );
    if (response.status === 404 || response.status === 410) {
      await response.body?.cancel();
      return undefined;
    }
    if (!response.ok) {
      await response.body?.cancel();
      throw unreadable(`the address of --from answers ${response.status} for ${path}`);
    }
    return readSome(response);
  };
}

async function readSome({ body }: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const chunk of body ?? []) {
      chunks.push(chunk);
      length += chunk.length;
      // A server may send without end; a body that is too long is wrong anyway.
      if (length > mostBytes) break;
    }
  } catch (error) {
    throw Object.assign(unreadable('an answer of the address of --from broke off'), { cause: error });
  }
  return Buffer.concat(chunks);
}
