import { hash } from 'node:crypto';
import { decodeBase64, encodeBase64 } from '../encoding/base64.ts';
import { parseDecimal } from '../encoding/decimal.ts';
import { hashLength } from '../tree/hashes.ts';
import { LogError } from '../encoding/log-error.ts';
import { verifyLogNote, type LogKey } from '../keys/log-keys.ts';
import type { Bundle } from './bundle.ts';
import { canonicalForm } from '../encoding/canonical-form.ts';

/** The signed statement of the log about a bundle. */
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

/** The statement that matches a bundle's content. */
export function statementOf(content: Bundle): BundleStatement {
  const { origin, engagement, population, tree } = content;
  const digest = encodeBase64(hash('sha256', canonicalForm(content), 'buffer'));
  return { origin, engagement: engagement.authority, first: population.first, last: population.last, ...tree, digest };
}

/**
 * Writes the text that the log signs: `<origin>/bundle`, the engagement, the range, the tree's size and root, and the
 * content's digest. No log has the origin `<origin>/bundle`, so a bundle cannot pass for a checkpoint.
 */
export function bundleNoteText({ origin, engagement, first, last, size, root, digest }: BundleStatement): string {
  return `${origin}/bundle\n${engagement}\n${first}-${last}\n${size}\n${root}\n${digest}\n`;
}

/**
 * Verifies a bundle's note: a key of the log signed it, and the tree is not larger than the key's last size. The key's
 * first size is not checked: the newest key signs bundles, possibly before it signs a tree.
 * @param origin the expected log; without it, any log that one of the keys is named after
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
