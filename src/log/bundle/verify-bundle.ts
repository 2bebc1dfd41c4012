import { hash } from 'node:crypto';
import { encodeBase64 } from '../encoding/base64.ts';
import type { Checkpoint } from '../tree/checkpoint.ts';
import { FindingList } from '../verify/finding-list.ts';
import { LogError } from '../encoding/log-error.ts';
import { verifyCheckpoint, type LogKey } from '../keys/log-keys.ts';
import type { Bundle, SignedBundle } from './bundle.ts';
import { statementOf, verifyBundleNote, type BundleStatement } from './bundle-note.ts';
import { canonicalForm } from '../encoding/canonical-form.ts';
import { checkBundleEntries } from './check-bundle-entries.ts';
import { checkPopulation } from './check-population.ts';
import { bundleCatalogue, type BundleFinding, type Report } from './bundle-findings.ts';
import { FormError } from './json-reader.ts';
import { parseBundle } from './parse-bundle.ts';
import { ProvenTiles, type ReadPath } from './proven-tiles.ts';

/** The result of verifying a bundle. */
export interface BundleVerification {
  /** Empty if everything that can be proven is proven. */
  readonly findings: readonly BundleFinding[];
  /** Undefined if there is no readable bundle. Rely on it only if there are no findings. */
  readonly bundle: Bundle | undefined;
  /** How many entries have a header that is proven to be in the checkpoint's tree. */
  readonly proven: number;
  /** The statements that a bundle cannot prove, one sentence each. */
  readonly notShown: readonly string[];
}

/**
 * Verifies an auditor's bundle offline: signature, tree, inclusion and segments of each entry, population and sample.
 * @param read reads the bundle's files, which are untrusted, by their paths: `bundle.json`, `checkpoint`, `tile/…`
 * @param partnerRoles the roles whose principals are organisations, not people: a bundle must show who they are
 * @param origin the expected log; without it, the one that the keys are named after
 * @throws what `read` throws
 */
export async function verifyBundle(
  read: ReadPath,
  keys: readonly LogKey[],
  partnerRoles: readonly string[],
  origin?: string,
): Promise<BundleVerification> {
  const list = new FindingList(bundleCatalogue);
  const report: Report = (code, place) => list.add(code, place);
  const signed = await readBundle(read, report);
  if (!signed) return { findings: list.listed, bundle: undefined, proven: 0, notShown: [] };
  const { content } = signed;
  checkSignature(signed, keys, origin, report);
  const tree = await readTree(read, content, keys, origin, report);
  const tiles = tree && new ProvenTiles(read, tree.size, tree.root, report);
  const proven = await checkBundleEntries(content, partnerRoles, tiles, report);
  checkPopulation(content, report);
  return { findings: list.listed, bundle: content, proven, notShown: listUnproven(content) };
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

function listUnproven({ engagement, coverage }: Bundle): string[] {
  return [
    'Pseudonyms, and what was released and withheld for them, are asserted by the signature of the log and not proven: the segments contain ids, which the bundle withholds.',
    'That no entry outside of the range is within the engagement’s dates is asserted and not proven: the bundle does not have their headers.',
    'That a segment was erased, and not omitted, is asserted and not proven: the entry that records the erasure may come after the range.',
    ...(engagement.from < coverage.since
      ? [`The log is complete only from ${coverage.since} on, which is after the engagement’s first date.`]
      : []),
  ];
}
