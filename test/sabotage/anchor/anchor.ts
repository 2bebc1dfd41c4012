import type { Edit } from '../patch.ts';
import { extentOfDropped } from './drop.ts';
import { findPattern } from './pattern.ts';
import { Stale, type Place, type Read, type Sources } from './sources.ts';
import { fill, findText } from './text.ts';

/** A file as an edit leaves it. */
export interface Edited {
  readonly file: string;
  readonly text: string;
}

type Extent = readonly [start: number, end: number];

/**
 * Makes an edit.
 * @param read reads the files as they are by now
 * @throws Stale if its symbol or its anchor is not there exactly once
 */
export function makeEdit(sources: Sources, read: Read, edit: Edit): Edited {
  if ('file' in edit) {
    const text = read(edit.file);
    return { file: edit.file, text: replaceText(text, [0, text.length], edit, edit.file) };
  }
  const { file, text, node } = sources.find(edit.in, read);
  if ('import' in edit) return { file, text: `${sources.importOf(edit.import, file, read)}\n${text}` };
  const part = edit.within === undefined ? node : onlyOne(findPattern(edit.within, node, text), edit.within, edit.in).nodes[0]!;
  if ('text' in edit) return { file, text: replaceText(text, [part.start, part.end], edit, edit.in) };
  return { file, text: 'drop' in edit ? drop(edit, { file, text, node: part }) : replace(edit, { file, text, node: part }) };
}

function drop({ drop: pattern, in: symbol }: Extract<Edit, { drop: string }>, { text, node }: Place): string {
  const extent = extentOfDropped(onlyOne(findPattern(pattern, node, text), pattern, symbol), text);
  if (!extent) throw new Stale(`${symbol}: the code around it needs: ${pattern}`);
  return splice(text, extent, '');
}

function replace({ replace: pattern, by, in: symbol }: Extract<Edit, { replace: string }>, { text, node }: Place): string {
  const { nodes, captured } = onlyOne(findPattern(pattern, node, text), pattern, symbol);
  const extent: Extent = [nodes[0]!.start, nodes.at(-1)!.end];
  return splice(text, extent, fill(by, { ...captured, $0: text.slice(...extent) }));
}

function replaceText(text: string, [start, end]: Extent, { text: anchor, by }: Extract<Edit, { text: string }>, within: string): string {
  const { index, 0: all, groups = {} } = onlyOne(findText(anchor, text.slice(start, end)), anchor, within);
  const captured = Object.fromEntries(Object.entries(groups).map(([name, found]) => [`$${name}`, found]));
  return splice(text, [start + index, start + index + all.length], fill(by, { ...captured, $0: all }));
}

function onlyOne<Found>(found: readonly Found[], anchor: string, within: string): Found {
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Stale(`${within}: found ${found.length} times, not once: ${anchor}`);
  return first;
}

function splice(text: string, [start, end]: Extent, by: string): string {
  return text.slice(0, start) + by + text.slice(end);
}
