/** The most bytes of a key set. */
const mostBytes = 262_144;

/**
 * Fetches a key set (RFC 7517). An address that answers with more than a key set must not fill the memory.
 * @throws Error if the answer is too long; what fetch throws
 */
export async function fetchKeys(address: Parameters<typeof fetch>[0], options?: RequestInit): Promise<Response> {
  const response = await fetch(address, options);
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new Error('the key set is too long');
    chunks.push(chunk);
  }
  const { status, headers } = response;
  return new Response(Buffer.concat(chunks), { status, headers });
}
