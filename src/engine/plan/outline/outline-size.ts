import type { DocumentNode } from 'graphql';
import { bytesOf, unitsOf } from '../../document/document-size.ts';
import type { Outline } from './outline.ts';

/** An outline with its document, which its compiled program keeps in memory. */
export interface Kept {
  readonly outline: Outline;
  readonly document: DocumentNode;
}

/** The most memory of all kept outlines, in bytes. */
export const mostBytesKept = 128 * 1024 * 1024;

/** Bytes of memory for each place in an outline. Measured: 270 to 400. */
const bytesOutlined = 400;
/** The same for its compiled program, which the executor keeps as long (src/engine/execution). Measured: 1,100 to 1,500. */
const bytesCompiled = 1_500;
/** The fewest UTF-16 units of a place in a document, such as `a1:id `. An outline lacks some places, such as `__typename`. */
const unitsAPlace = 6;
/** There is one program for each combination of the variables of `@skip` and `@include`, and at most this many. */
const mostPrograms = 8;

/** Estimates the memory of a kept outline, in bytes, from above. `npm run -s bench -- hostile` measures what is kept. */
export function sizeOf({ outline: { collected, gates }, document }: Kept): number {
  const { fields, types, roots, arguments: touched } = collected;
  const outlined = 10 + fields.length + types.length + roots.length + touched.length;
  const programs = Math.min(mostPrograms, 2 ** gates.size);
  const compiled = programs * Math.max(outlined, unitsOf(document) / unitsAPlace);
  return Math.ceil(bytesOf(document) + bytesOutlined * outlined + bytesCompiled * compiled);
}
