import { hash } from 'node:crypto';

/** A text that many entries share, stored once. */
export interface Template {
  /** The first 16 bytes of the text's SHA-256, as a UUID in hex. */
  readonly id: string;
  /** RFC 8785 JSON. */
  readonly text: string;
}

/** The most templates that are remembered. */
const mostKnown = 4_096;
const known = new Map<string, Template>();

/** The template of a text. Pure; it remembers texts, because hashing one takes longer than finding it. */
export function templateOf(text: string): Template {
  const found = known.get(text);
  if (found) return found;
  const template = { id: hash('sha256', text).slice(0, 32), text };
  if (known.size >= mostKnown) known.clear();
  known.set(text, template);
  return template;
}
