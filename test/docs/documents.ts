import { globSync, readFileSync } from 'node:fs';
import Slugger from 'github-slugger';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

/** A part of a document, with its place for messages. */
export interface Part {
  /** File and line. */
  readonly place: string;
  readonly text: string;
}

/** A fenced block: its language and what follows it, the marker. */
export interface Block extends Part {
  readonly language: string;
  readonly marker: string;
}

export interface Document {
  /** Path from the root. */
  readonly file: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly links: readonly Part[];
  /** Inline code. */
  readonly codes: readonly Part[];
  /** As GitHub makes them. */
  readonly anchors: ReadonlySet<string>;
}

export function parseDocument(file: string, text: string): Document {
  const blocks: Block[] = [];
  const links: Part[] = [];
  const codes: Part[] = [];
  const anchors = new Set<string>();
  const slugger = new Slugger();
  visit(fromMarkdown(text), (node) => {
    const place = `${file}:${node.position?.start.line}`;
    if (node.type === 'code') blocks.push({ place, text: node.value, language: node.lang ?? '', marker: node.meta ?? '' });
    if (node.type === 'link' || node.type === 'definition') links.push({ place, text: node.url });
    if (node.type === 'inlineCode') codes.push({ place, text: node.value });
    if (node.type === 'heading') anchors.add(slugger.slug(toString(node)));
  });
  return { file, text, blocks, links, codes, anchors };
}

/** Every document for people, but what is generated from the policy alone. */
export function readDocuments(): Document[] {
  const files = ['*.md', 'docs/**/*.md', 'src/**/*.md', 'demo/**/*.md', 'test/**/*.md', 'bench/*.md'].flatMap((pattern) =>
    globSync(pattern, { exclude: ['**/node_modules/**'] }),
  );
  return files.filter((file) => file !== 'policy-matrix.md').map((file) => parseDocument(file, readFileSync(file, 'utf8')));
}
