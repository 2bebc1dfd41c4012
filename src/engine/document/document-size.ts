import type { DocumentNode } from 'graphql';

/** Bytes of memory for each UTF-16 unit of a document's text: parsed, with its tokens. Measured: 32 to 63. */
const bytesAUnit = 60;

/** UTF-16 units of a document's text; 0 where it was parsed without its places. */
export function unitsOf({ loc }: DocumentNode): number {
  return loc?.source.body.length ?? 0;
}

/** An estimate of the memory that a document takes, in bytes. */
export function bytesOf(document: DocumentNode): number {
  return bytesAUnit * unitsOf(document);
}
