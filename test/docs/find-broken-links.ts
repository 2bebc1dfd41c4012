import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Document } from './documents.ts';

/** Relative links whose file or anchor does not exist, each with its place. */
export function findBrokenLinks({ file, links }: Document, documents: readonly Document[]): string[] {
  return links.flatMap(({ place, text }) => {
    if (/^[a-z]+:/.test(text)) return [];
    const [path = '', anchor] = text.split('#');
    const target = path === '' ? file : join(dirname(file), path);
    if (target !== file && !existsSync(target)) return [`${place}: ${text} does not exist`];
    if (anchor === undefined) return [];
    const known = documents.find((document) => document.file === target)?.anchors;
    return known?.has(anchor) ? [] : [`${place}: ${text} has no such heading`];
  });
}

const paths = /^(?:src|test|demo|docs|schema|bench|scripts)\/[\w./-]*$/;

/** Paths in inline code that do not exist. A recipe may name new files of folders that exist. */
export function findMissingPaths({ file, codes }: Document): string[] {
  return codes.flatMap(({ place, text }) => {
    const wanted = file.startsWith('docs/recipes/') ? dirname(text) : text;
    return paths.test(text) && !existsSync(wanted) ? [`${place}: ${text} does not exist`] : [];
  });
}
