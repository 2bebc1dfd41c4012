import type { TestDatabase } from './cluster.ts';

/** An access entry that a test inserts into the numbered log directly. */
export interface PutEntry {
  readonly number: number;
  readonly at: string;
  readonly role: string;
  readonly purpose: string;
  readonly principal?: string | null;
  readonly case?: string;
  readonly mandate?: string;
  /** Whether the opening of case and mandate is erased. */
  readonly caseErased?: boolean;
  readonly rootFields?: readonly string[];
  /** The pages of the log that it read. */
  readonly covers?: readonly string[];
  /** The ids of its data subjects. All have the same view. */
  readonly subjects: readonly string[];
  readonly released?: readonly string[];
}

/** Inserts an entry into the numbered log as the owner. Its digests and leaf are blank, so no proof of it verifies. */
export async function putEntry(database: TestDatabase, entry: PutEntry): Promise<void> {
  const { number, at, role, purpose, rootFields = ['Query.resident'], subjects, released = ['Resident'] } = entry;
  await database.asOwner(
    `insert into access_log.entry (month, seq, id, header, digests, leaf, views)
     values ('2026-06-01', $1, gen_random_uuid(), $2, '', decode(repeat('00', 32), 'hex'), $3)`,
    [
      number,
      { at, role, purpose, rootFields, outcome: 'ANSWERED', statementVersion: '2', ...(entry.covers && { covers: entry.covers }) },
      JSON.stringify([{ relationship: 'NONE', released, withheld: [] }]),
    ],
  );
  const contents = [
    { kind: 'principal', id: entry.principal ?? null },
    { kind: 'case', case: entry.case ?? null, mandate: entry.mandate ?? null },
  ];
  for (const [ordinal, content] of contents.entries()) {
    if (ordinal === 1 && entry.caseErased) continue;
    await database.asOwner(
      `insert into access_log.opening (month, seq, ordinal, salt, content) values ('2026-06-01', $1, $2, decode(repeat('00', 32), 'hex'), $3)`,
      [number, ordinal, content],
    );
  }
  for (const [place, subject] of subjects.entries()) {
    await database.asOwner(
      `insert into access_log.opening (month, seq, ordinal, salt, subject_id, seen)
       values ('2026-06-01', $1, $2, decode(repeat('00', 32), 'hex'), $3, 0)`,
      [number, place + 2, subject],
    );
  }
}
