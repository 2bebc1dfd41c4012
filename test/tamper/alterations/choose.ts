import type { Random } from '../../../demo/population/random.ts';
import type { TamperedLog } from '../tampered-log.ts';

/** An entry's segments as they are stored. */
export interface SegmentsRow {
  readonly month: string;
  readonly seq: number;
  readonly salts: Buffer;
  readonly subjects: readonly string[];
  readonly seen: readonly number[] | null;
  readonly views: readonly unknown[];
}

/** The number of an entry with data subjects and without erasures, so that an alteration has one effect. */
export function chooseEntry(log: TamperedLog, random: Random, not = -1): number {
  for (;;) {
    // The first entries are those of the gateway itself.
    const seq = random.below(log.size);
    if (seq !== log.erased.seq && seq !== log.eraser && seq !== not) return seq;
  }
}

/** The segments of an entry. */
export async function segmentsOf({ client }: TamperedLog, seq: number): Promise<SegmentsRow> {
  const { rows } = await client.query<SegmentsRow>(
    `select month::text, seq::int, salts, subjects::text[] as subjects, seen, coalesce(views, '[]') as views
     from access_log.full_entry where seq = $1`,
    [seq],
  );
  return rows[0]!;
}

/** The segments of a chosen entry. */
export async function chooseSegments(log: TamperedLog, random: Random): Promise<SegmentsRow> {
  return segmentsOf(log, chooseEntry(log, random));
}

/** The ordinal of a data subject's segment. */
export function chooseOrdinal({ subjects }: SegmentsRow, random: Random): number {
  return 2 + random.below(subjects.length);
}

export function entryPlace(seq: number): string {
  return `entry ${seq}`;
}

/** The place of an entry's segments together: the root does not tell them apart. */
export function segmentsPlace(seq: number): string {
  return `entry ${seq}, segments`;
}

export function segmentPlace(seq: number, ordinal: number): string {
  return `entry ${seq}, segment ${ordinal}`;
}

/** The places of all segments of data subjects. */
export function subjectPlaces({ seq, subjects }: SegmentsRow): string[] {
  return subjects.map((_subject, at) => segmentPlace(seq, at + 2));
}

/** The places of an entry's views. */
export function viewPlaces(seq: number): string[] {
  return [0, 1, 2].map((view) => `entry ${seq}, view ${view}`);
}
