import { randomUUID } from 'node:crypto';
import { createEntry } from '../../src/log/store/staging/create-entry.ts';
import type { Entry, SubjectSegment } from '../../src/log/entry/entry.ts';

const released = ['Address.locality', 'Address.province', 'Resident.ageBand', 'Resident.familyName', 'Resident.givenName', 'Resident.id'];
const withheld = ['Address.postalCode', 'Address.street', 'Resident.birthDate'];

/** Creates an entry like that of a clerk's search, with the given number of data subjects. */
export function searchEntry(subjects: number): Entry {
  return createEntry(
    {
      id: randomUUID(),
      at: new Date().toISOString(),
      role: 'CUSTOMER_SERVICE',
      purpose: 'SERVICE_PROVISION',
      authority: 'Freedom of Information and Protection of Privacy Act',
      operationHash: 'd'.repeat(64),
      operationType: 'query',
      rootFields: ['Query.residents'],
      inputs: [],
      policyVersion: 'e'.repeat(64),
      statementVersion: '2020-07-21',
      outcome: 'ANSWERED',
    },
    [
      { kind: 'principal', id: '20000000-0000-4000-8000-000000000001' },
      { kind: 'case', case: null, authority: null },
      ...Array.from({ length: subjects }, (): SubjectSegment => ({
        kind: 'subject',
        id: randomUUID(),
        relationship: 'NONE',
        released,
        withheld,
      })),
    ],
  );
}
