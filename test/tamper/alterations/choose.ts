import type { Random } from '../../../demo/population/random.ts';
import type { TamperedLog } from '../tampered-log.ts';

/** An entry's openings as they are stored. */
export interface OpeningsRow {
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

/** The openings of an entry. */
export async function openingsOf({ client }: TamperedLog, seq: number): Promise<OpeningsRow> {
  const { rows } = await client.query<OpeningsRow>(
    `select month::text, seq::int, salts, subjects::text[] as subjects, seen, coalesce(views, '[]') as views
     from access_log.full_entry where seq = $1`,
    [seq],
  );
  return rows[0]!;
}

/** The openings of a chosen entry. */
export async function chooseOpenings(log: TamperedLog, random: Random): Promise<OpeningsRow> {
  return openingsOf(log, chooseEntry(log, random));
}

/** The ordinal of a data subject's opening. */
export function chooseOrdinal({ subjects }: OpeningsRow, random: Random): number {
  return 2 + random.below(subjects.length);
}

export function entryPlace(seq: number): string {
  return `entry ${seq}`;
}

/** The place of an entry's openings together: the root does not tell them apart. */
export function openingsPlace(seq: number): string {
  return `entry ${seq}, openings`;
}

export function openingPlace(seq: number, ordinal: number): string {
  return `entry ${seq}, opening ${ordinal}`;
}

/** The places of all openings of data subjects. */
export function subjectPlaces({ seq, subjects }: OpeningsRow): string[] {
  return subjects.map((_subject, at) => openingPlace(seq, at + 2));
}

/** The places of an entry's views. */
export function viewPlaces(seq: number): string[] {
  return [0, 1, 2].map((view) => `entry ${seq}, view ${view}`);
}
