import type { Random } from '../../../demo/population/random.ts';
import type { TamperedLog } from '../tampered-log.ts';

/** An opening as it is stored. */
export interface OpeningRow {
  readonly month: string;
  readonly seq: number;
  readonly ordinal: number;
  readonly salt: Buffer;
  readonly content: unknown;
  readonly subject_id: string | null;
  readonly seen: number | null;
}

/** The number of an entry with data subjects and without erasures, so that an alteration has one effect. */
export function chooseEntry(log: TamperedLog, random: Random, not = -1): number {
  for (;;) {
    // The first entries are those of the gateway itself.
    const seq = random.below(log.size);
    if (seq !== log.erased.seq && seq !== log.eraser && seq !== not) return seq;
  }
}

/** The openings of an entry, ordinals ascending. */
export async function openingsOf({ client }: TamperedLog, seq: number): Promise<readonly OpeningRow[]> {
  const { rows } = await client.query<OpeningRow>(
    'select month::text, seq::int, ordinal, salt, content, subject_id, seen from access_log.opening where seq = $1 order by ordinal',
    [seq],
  );
  return rows;
}

/** One opening of a chosen entry; `subject`: a data subject's. */
export async function chooseOpening(log: TamperedLog, random: Random, subject = false): Promise<OpeningRow> {
  const rows = await openingsOf(log, chooseEntry(log, random));
  return random.pick(rows.filter(({ ordinal }) => !subject || ordinal > 1));
}

export function entryPlace(seq: number): string {
  return `entry ${seq}`;
}

export function openingPlace(seq: number, ordinal: number): string {
  return `entry ${seq}, opening ${ordinal}`;
}

/** The places of all openings of an entry. */
export function openingPlaces(rows: readonly OpeningRow[], seq = rows[0]?.seq ?? -1): string[] {
  return rows.map(({ ordinal }) => openingPlace(seq, ordinal));
}
