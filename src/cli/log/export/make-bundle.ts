import type { Reader } from '../../../engine/rows/reader.ts';
import type { Kysely } from 'kysely';
import { sql } from '../../../platform/sql/sql.ts';
import type { Bundle, Sample, TilePadding } from '../../../log/bundle/bundle.ts';
import { isWithin } from '../../../log/bundle/bundle.ts';
import { drawSample } from '../../../log/bundle/draw-sample.ts';
import { encodeBase64 } from '../../../log/encoding/base64.ts';
import { parseCheckpoint } from '../../../log/tree/checkpoint.ts';
import { parseNote } from '../../../log/keys/note.ts';
import { tilePaddingKey } from '../../../log/tree/padding.ts';
import { tileWidth } from '../../../log/tree/tile.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { Application } from '../../../engine/application.ts';
import type { Pseudonyms } from '../../../engine/rows/pseudonyms.ts';
import { openAuditor, type Auditor } from './auditor.ts';
import { findRange, readRange, type NumberRange } from './read-range.ts';
import { readTiles } from './read-tiles.ts';
import { showEntry, touchedIn } from './show-entry.ts';

/** The requested bundle. */
export interface Asked {
  /** The id of its authority. */
  readonly engagement: string;
  readonly sample: Pick<Sample, 'seed' | 'size'> | undefined;
}

/** A bundle that is not written yet. */
export interface MadeBundle {
  readonly content: Bundle;
  readonly checkpoint: string;
  readonly tiles: ReadonlyMap<string, Uint8Array>;
  readonly auditor: Auditor;
  /** All data subjects in it, whether their history is shown or withheld. */
  readonly touched: readonly string[];
}

/**
 * Makes an auditor's bundle of a snapshot of the log. It neither writes nor logs it.
 * @param database in a transaction on one snapshot
 * @throws {PrivacyError} ENGAGEMENT_UNKNOWN, AUTHORITY_NOT_IN_FORCE, FIELD_NOT_PERMITTED, ENGAGEMENT_EMPTY
 */
export async function makeBundle(
  application: Pick<Application, 'policy' | 'relationships' | 'authorities'>,
  database: Kysely<unknown>,
  pseudonyms: Pseudonyms,
  { engagement: id, sample }: Asked,
  { now, today }: Pick<Reader, 'now' | 'today'>,
): Promise<MadeBundle> {
  const reader = { database, now, today };
  const found = await application.authorities.readEngagement(reader, id);
  if (!found) throw new PrivacyError('ENGAGEMENT_UNKNOWN');
  const auditor = openAuditor(application, id, found, pseudonyms);
  const dates = { from: found.from.toISOString(), until: found.until.toISOString() };
  const engagement = { authority: id, reference: found.reference, auditor: auditor.id, ...dates };
  const { note, since, first, paddingKey } = await readState(database);
  const { origin, size, root } = parseCheckpoint(parseNote(note).text);
  const range = await findRange(database, dates.from, dates.until, Number(size));
  if (!range) throw new PrivacyError('ENGAGEMENT_EMPTY');
  const stored = await readRange(database, range);
  const touched = [...new Set(stored.flatMap((entry) => touchedIn(entry, auditor, engagement)))];
  await auditor.meet(reader, touched);
  const entries = stored.map((entry) => showEntry(application.policy.vocabulary, entry, auditor, engagement));
  const inDates = entries.filter(({ header }) => isWithin(header.at, engagement)).map(({ number }) => number);
  const content: Bundle = {
    version: 2,
    origin,
    engagement,
    coverage: { since, first },
    tree: { size: Number(size), root: encodeBase64(root) },
    population: { ...range, entries: entries.length, inDates: inDates.length },
    sample: sample ? { ...sample, numbers: drawSample(inDates, sample.seed, sample.size) } : null,
    entries,
    padding: paddingIn(range, paddingKey),
  };
  return { content, checkpoint: note, tiles: await readTiles(database, range, size, root), auditor, touched };
}

/** The padding keys of the tiles that have leaves of the range. */
function paddingIn({ first, last }: NumberRange, key: Uint8Array): TilePadding[] {
  const [from, to] = [first, last].map((number) => Math.floor(number / tileWidth)) as [number, number];
  return Array.from({ length: to - from + 1 }, (_, at) => ({ tile: from + at, key: tilePaddingKey(key, from + at).toString('hex') }));
}

interface State {
  readonly paddingKey: Buffer;
  readonly note: string;
  readonly since: string;
  readonly first: number;
}

async function readState(database: Kysely<unknown>): Promise<State> {
  const { rows } = await sql<{ note: string; since: Date; first: string; paddingKey: Buffer }>`
    select note, since, first_seq::text as first, padding_key as "paddingKey"
    from access_log.checkpoint, access_log.coverage, access_log.publication`.execute(database);
  if (!rows[0]) throw new PrivacyError('ENGAGEMENT_EMPTY');
  return { ...rows[0], since: rows[0].since.toISOString(), first: Number(rows[0].first) };
}
