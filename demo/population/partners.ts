import { partnerRoles } from '../../src/town/policy/partners/partners.ts';
import { demoPartners } from '../partners.ts';
import type { Batch } from './batch.ts';

export function addPartners(batch: Batch): void {
  for (const role of partnerRoles)
    batch.add('recreation.partner', { id: demoPartners[role].id, name: demoPartners[role].organisation, role });
}
