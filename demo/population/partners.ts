import type { Role } from '../../src/generated/schema.ts';
import type { Batch } from './batch.ts';
import { cast } from '../personas.ts';

const partners: readonly (readonly [id: string, name: string, role: Role])[] = [
  [cast.maintenanceFirm, 'Prairie Systems Maintenance Ltd.', 'MAINTENANCE_AGENT'],
  [cast.creditBureau, 'Northern Credit Bureau Inc.', 'CREDIT_REPORTING_AGENCY'],
  [cast.collectionAgency, 'Foothills Collections Ltd.', 'COLLECTION_AGENCY'],
  [cast.police, 'Regional Police Service', 'LAW_ENFORCEMENT'],
  [cast.auditor, 'Office of the Auditor', 'CONTROL_AGENCY'],
];

export function addPartners(batch: Batch): void {
  for (const [id, name, role] of partners) batch.add('recreation.partner', { id, name, role });
}
