import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { PrivacyError } from '../../platform/errors/errors.ts';

/** A document that an application registered. */
export interface TrustedDocument {
  /** The name of the manifest's file, without its extension; `pages` for the gateway's own. */
  readonly application: string;
  /** How problems name its manifest. */
  readonly manifest: string;
  /** SHA-256 of the text in UTF-8, hex. */
  readonly hash: string;
  readonly text: string;
}

/** The documents that applications registered. A client names one by its hash. */
export interface TrustedDocuments {
  readonly all: readonly TrustedDocument[];
  /** Whether every other document is refused. */
  readonly only: boolean;
  /** @param hash SHA-256, hex */
  textOf(hash: string): string | undefined;
}

/** The identifier of a document in a manifest (GraphQL over HTTP, persisted documents: a SHA-256 hex document identifier). */
const identifier = /^sha256:([0-9a-f]{64})$/;

/**
 * Reads the manifests of applications: JSON objects that map `sha256:<hex>` to a document's text, as GraphQL Code Generator's client
 * preset writes them. Whether the documents fit schema and policy is checked by `checkTrustedDocuments`.
 * @param pages the manifest of the gateway's own pages, in addition to those of the setting; undefined: there are none
 * @throws PrivacyError SETTING_INVALID, naming each wrong file and document
 */
export function readTrustedDocuments(files: readonly string[], only: boolean, pages?: string): TrustedDocuments {
  const all: TrustedDocument[] = [];
  const problems: string[] = [];
  const named = files.map((file) => ({
    file,
    application: basename(file, extname(file)),
    manifest: `TRUSTED_DOCUMENTS: ${basename(file)}`,
  }));
  const own = pages === undefined ? [] : [{ file: pages, application: 'pages', manifest: `the pages: ${basename(pages)}` }];
  for (const { file, application, manifest } of [...named, ...own]) {
    const documents = readManifest(file);
    if (typeof documents === 'string') {
      problems.push(`${manifest} ${documents}`);
      continue;
    }
    for (const [id, text] of Object.entries(documents)) {
      const problem = problemOf(id, text);
      if (problem) problems.push(`${manifest}, document ${shown(id)}: ${problem}`);
      else all.push({ application, manifest, hash: id.replace(identifier, '$1'), text: text as string });
    }
  }
  if (problems.length > 0) throw new PrivacyError('SETTING_INVALID', { problems });
  const texts = new Map(all.map(({ hash, text }) => [hash, text]));
  return { all, only, textOf: (hash) => texts.get(hash) };
}

/** @returns what is wrong, where it is no manifest */
function readManifest(file: string): Readonly<Record<string, unknown>> | string {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return 'cannot be read';
  }
  try {
    const manifest: unknown = JSON.parse(text);
    if (typeof manifest === 'object' && manifest !== null && !Array.isArray(manifest)) return manifest as Record<string, unknown>;
  } catch {
    // The same answer as for other JSON.
  }
  return 'must be a JSON object of documents by their sha256:<hex>';
}

function problemOf(id: string, text: unknown): string | undefined {
  const hash = identifier.exec(id)?.[1];
  if (hash === undefined) return 'its name must be sha256:<64 hexadecimal digits>';
  if (typeof text !== 'string') return 'must be a text';
  return hashOf(text) === hash ? undefined : 'has another hash';
}

/** SHA-256 of a document's text in UTF-8, hex. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function shown(id: string): string {
  return id.length > 80 ? `${id.slice(0, 80)}…` : id;
}
