import { town } from '../../../src/town/index.ts';
import { randomUUID } from 'node:crypto';
import { createEntry } from '../../../src/log/store/staging/create-entry.ts';
import { openGroupCommit } from '../../../src/log/store/staging/group-commit.ts';
import { cast } from '../../../demo/personas.ts';

/**
 * Stages an entry as a gateway does, without a gateway.
 * @param url of the gateway's database role
 * @returns its id
 */
export async function stageEntry(url: string): Promise<string> {
  const id = randomUUID();
  const header = {
    id,
    at: new Date().toISOString(),
    role: 'RESIDENT',
    purpose: 'SELF_SERVICE',
    authority: null,
    operationHash: '0'.repeat(64),
    operationType: 'query',
    rootFields: ['Query.me'],
    inputs: [],
    policyVersion: '0'.repeat(64),
    statementVersion: '1',
    outcome: 'ANSWERED',
  } as const;
  const entry = createEntry(header, [
    { kind: 'principal', id: cast.resident },
    { kind: 'case', case: null, authority: null },
    { kind: 'subject', id: cast.resident, relationship: 'SELF', released: ['Resident.email'], withheld: [] },
  ]);
  // Nothing waits for a receipt here.
  const appends = openGroupCommit(
    url,
    () => [],
    town.access,
    () => undefined,
  );
  try {
    await appends.append(entry);
  } finally {
    await appends.stop();
  }
  return id;
}
