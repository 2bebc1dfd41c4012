import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { TestDatabase } from '../database/cluster.ts';
import { storeEntries } from './store-entries.ts';

/** An access entry that a test inserts into the numbered log directly. */
export interface PutEntry {
  readonly number: number;
  readonly at: string;
  readonly role: string;
  readonly purpose: string;
  readonly principal?: string | null;
  readonly case?: string;
  readonly mandate?: string;
  /** Whether the segment of case and mandate is erased. */
  readonly caseErased?: boolean;
  readonly rootFields?: readonly string[];
  /** The pages of the log that it read. */
  readonly covers?: readonly string[];
  /** The ids of its data subjects. All have the same view. */
  readonly subjects: readonly string[];
  readonly released?: readonly string[];
}

/** Inserts an entry into the numbered log as the owner. */
export async function putEntry(database: TestDatabase, entry: PutEntry): Promise<void> {
  const { number, at, role, purpose, rootFields = ['Query.resident'], subjects, released = ['Resident'] } = entry;
  const client = new Client({ connectionString: database.roles.owner });
  await client.connect();
  try {
    await storeEntries(client, [
      {
        month: '2026-06-01',
        seq: number,
        id: randomUUID(),
        header: {
          at,
          role,
          purpose,
          rootFields,
          outcome: 'ANSWERED',
          statementVersion: '2',
          ...(entry.covers && { covers: entry.covers }),
        },
        views: [{ relationship: 'NONE', released, withheld: [] }],
        principal: { id: entry.principal ?? null },
        matter: entry.caseErased ? undefined : { case: entry.case ?? null, authority: entry.mandate ?? null },
        subjects: subjects.map((id) => ({ id, seen: 0 })),
      },
    ]);
  } finally {
    await client.end();
  }
}
