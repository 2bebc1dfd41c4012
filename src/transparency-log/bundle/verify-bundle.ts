import { hash } from 'node:crypto';
import { encodeBase64 } from '../base64.ts';
import type { Checkpoint } from '../checkpoint.ts';
import { FindingList } from '../finding-list.ts';
import { LogError } from '../log-error.ts';
import { verifyCheckpoint, type LogKey } from '../log-keys.ts';
import type { Bundle, SignedBundle } from './bundle.ts';
import { statementOf, verifyBundleNote, type BundleStatement } from './bundle-note.ts';
import { canonicalForm } from '../canonical-form.ts';
import { checkBundleEntries } from './check-bundle-entries.ts';
import { checkPopulation } from './check-population.ts';
import { bundleCatalogue, type BundleFinding, type Report } from './bundle-findings.ts';
import { FormError } from './json-reader.ts';
import { parseBundle } from './parse-bundle.ts';
import { ProvenTiles, type ReadPath } from './proven-tiles.ts';

/** What verifying a bundle came to. */
export interface BundleVerification {
  /** None: all that can be shown is shown. */
  readonly findings: readonly BundleFinding[];
  /** Undefined where there is no bundle that can be read. It holds only where there is no finding. */
  readonly bundle: Bundle | undefined;
  /** Entries whose header was held against the checkpoint. */
  readonly proven: number;
  /** What a bundle can't show, a sentence each. */
  readonly notShown: readonly string[];
}

/**
 * Verifies an auditor's bundle, offline: its signature, its tree, each entry's inclusion, its openings,
 * its population and its sample. Whoever brings it may have written any of it.
 * @param read the bundle's files by their paths: `bundle.json`, `checkpoint`, `tile/…`
 * @param origin of the log that is meant; without it, the one that the keys are named after
 * @throws whatever `read` throws
 */
export async function verifyBundle(read: ReadPath, keys: readonly LogKey[], origin?: string): Promise<BundleVerification> {
  const list = new FindingList(bundleCatalogue);
  const report: Report = (code, place) => list.add(code, place);
  const signed = await readBundle(read, report);
  if (!signed) return { findings: list.listed, bundle: undefined, proven: 0, notShown: [] };
  const { content } = signed;
  checkSignature(signed, keys, origin, report);
  const tree = await readTree(read, content, keys, origin, report);
  const tiles = tree && new ProvenTiles(read, tree.size, tree.root, report);
  const proven = await checkBundleEntries(content, tiles, report);
  checkPopulation(content, report);
  return { findings: list.listed, bundle: content, proven, notShown: notShown(content) };
}

type Read = SignedBundle & { readonly raw: unknown };

async function readBundle(read: ReadPath, report: Report): Promise<Read | undefined> {
  const bytes = await read('bundle.json');
  if (!bytes) {
    report('BUNDLE_MISSING', 'bundle.json');
    return undefined;
  }
  try {
    const signed = parseBundle(Buffer.from(bytes).toString('utf8'));
    canonicalForm(signed.raw);
    return signed;
  } catch (error) {
    if (!(error instanceof FormError || error instanceof LogError)) throw error;
    report('BUNDLE_MALFORMED', error instanceof FormError ? error.place : 'bundle.json');
    return undefined;
  }
}

function checkSignature({ note, content, raw }: Read, keys: readonly LogKey[], origin: string | undefined, report: Report): void {
  let stated: BundleStatement;
  try {
    stated = verifyBundleNote(note, keys, origin);
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    report('BUNDLE_NOTE_INVALID', 'note');
    return;
  }
  // Of all that stands there, known or not.
  const digest = encodeBase64(hash('sha256', canonicalForm(raw), 'buffer'));
  if (digest !== stated.digest) report('BUNDLE_ALTERED', 'content');
  const says = { ...statementOf(content), digest: stated.digest };
  if (canonicalForm(says) !== canonicalForm(stated)) report('BUNDLE_STATEMENT_DIFFERS', 'note');
}

async function readTree(
  read: ReadPath,
  { tree }: Bundle,
  keys: readonly LogKey[],
  origin: string | undefined,
  report: Report,
): Promise<Checkpoint | undefined> {
  const bytes = await read('checkpoint');
  try {
    const checkpoint = verifyCheckpoint(Buffer.from(bytes ?? []).toString('utf8'), keys, origin);
    const same = checkpoint.size === BigInt(tree.size) && encodeBase64(checkpoint.root) === tree.root;
    if (!same) report('BUNDLE_CHECKPOINT_DIFFERS', 'checkpoint');
    return checkpoint;
  } catch (error) {
    if (!(error instanceof LogError)) throw error;
    report('BUNDLE_CHECKPOINT_INVALID', 'checkpoint');
    return undefined;
  }
}

function notShown({ engagement, coverage }: Bundle): string[] {
  return [
    'A pseudonym, and what was released and withheld under it, is asserted by the signature of the log and not proven: the person’s id that the digest was made of stays closed.',
    'That no entry outside of the range lies in the engagement’s dates is asserted, and not proven: their headers are not here.',
    'That an opening was erased, and not left out, is asserted: the log’s own entry of it may come after the range.',
    ...(engagement.from < coverage.since
      ? [`The log is complete from ${coverage.since} on, which is after the engagement’s first date.`]
      : []),
  ];
}
