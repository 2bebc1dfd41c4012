import { hash } from 'node:crypto';
import { decodeBase64, encodeBase64 } from '../base64.ts';
import { parseDecimal } from '../decimal.ts';
import { hashLength } from '../hashes.ts';
import { LogError } from '../log-error.ts';
import { verifyLogNote, type LogKey } from '../log-keys.ts';
import type { Bundle } from './bundle.ts';
import { canonicalForm } from '../canonical-form.ts';

/** What the log signs of a bundle. */
export interface BundleStatement {
  readonly origin: string;
  readonly engagement: string;
  readonly first: number;
  readonly last: number;
  readonly size: number;
  /** Base64. */
  readonly root: string;
  /** SHA-256 of the content's RFC 8785 form, base64. */
  readonly digest: string;
}

/** What a bundle's content comes to. @throws {LogError} LOG_BUNDLE_INVALID */
export function statementOf(content: Bundle): BundleStatement {
  const { origin, engagement, population, tree } = content;
  const digest = encodeBase64(hash('sha256', canonicalForm(content), 'buffer'));
  return { origin, engagement: engagement.mandate, first: population.first, last: population.last, ...tree, digest };
}

/**
 * The text that the log signs: `<origin>/bundle`, which is no log's origin, so that a bundle never passes
 * for a checkpoint; the engagement, the range, the tree's size and root, and the content's digest.
 */
export function bundleNoteText({ origin, engagement, first, last, size, root, digest }: BundleStatement): string {
  return `${origin}/bundle\n${engagement}\n${first}-${last}\n${size}\n${root}\n${digest}\n`;
}

/**
 * Verifies a bundle's note: signed by a key of the log that was not past its last size. The newest key
 * signs, and its first tree may still be to come.
 * @param origin of the log that is meant; without it, any that one of the keys is named after
 * @throws {LogError} LOG_NOTE_INVALID, LOG_SIGNATURE_INVALID, LOG_KEY_UNKNOWN, LOG_BUNDLE_INVALID, LOG_ORIGIN_WRONG,
 *   LOG_KEY_OUT_OF_RANGE
 */
export function verifyBundleNote(note: string, keys: readonly LogKey[], origin?: string): BundleStatement {
  const { statement, signedBy } = verifyLogNote(note, keys, parseText, origin);
  if (!signedBy.some(({ last }) => last === undefined || BigInt(statement.size) <= last)) throw new LogError('LOG_KEY_OUT_OF_RANGE');
  return statement;
}

function parseText(text: string): BundleStatement {
  const [name = '', engagement = '', range = '', digits = '', root = '', digest = '', end, ...more] = text.split('\n');
  const [first, last, ...others] = range.split('-').map(count);
  const size = count(digits);
  const known = name.endsWith('/bundle') && engagement !== '' && end === '' && more.length === 0 && others.length === 0;
  const hashes = [root, digest].every((one) => decodeBase64(one, hashLength));
  if (!known || !hashes || first === undefined || last === undefined || size === undefined) throw new LogError('LOG_BUNDLE_INVALID');
  return { origin: name.slice(0, -'/bundle'.length), engagement, first, last, size, root, digest };
}

function count(digits: string): number | undefined {
  const value = parseDecimal(digits, BigInt(Number.MAX_SAFE_INTEGER));
  return value === undefined ? undefined : Number(value);
}
