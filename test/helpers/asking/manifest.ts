import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOf } from '../../../src/engine/document/trusted-documents.ts';

/** The identifier of a document in a manifest. */
export function documentId(text: string): string {
  return `sha256:${hashOf(text)}`;
}

/** Writes a manifest as a client's build does. @returns the path of a file whose name is that of the application */
export function writeManifest(application: string, documents: readonly string[]): string {
  return writeFile(application, JSON.stringify(Object.fromEntries(documents.map((text) => [documentId(text), text]))));
}

/** Writes any text as a manifest. @returns its path */
export function writeFile(application: string, text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), 'ntk-manifest-')), `${application}.json`);
  writeFileSync(file, text);
  return file;
}
