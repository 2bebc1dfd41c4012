import { cast } from '../../../demo/personas.ts';
import { ErasureRule } from '../../../src/town/shared/graphql/generated/schema.ts';
import { documentOf } from '../../helpers/changes/changes.ts';
import { as, askedBy, type CorpusOperation } from '../operation.ts';

const erasure =
  'erasure { id rule reason requestNumber proposedAt approvedAt proposedBy { id } approvedBy { id } entries { at role purpose } }';

/** Erasures from the access log: proposals and approvals. */
export const erasures: readonly CorpusOperation[] = [
  // Only a reader of the list of entries knows their ids; no erasure has been proposed.
  ...askedBy(['officer on the request', 'officer', 'reviewer', 'resident'], {
    name: 'proposeErasure, of an unknown entry',
    query: documentOf({ field: 'proposeErasure', asks: erasure }),
    variables: { input: { rule: 'COURT_ORDER', reason: 'KB-4000', entryIds: [cast.neighbour] } },
  }),
  ...askedBy(['officer', 'officer on the request', 'reviewer', 'resident'], {
    name: 'approveErasure, of an unknown erasure',
    query: documentOf({ field: 'approveErasure', asks: erasure }),
    variables: { input: { erasureId: cast.neighbour } },
  }),
  ...Object.values(ErasureRule).map((rule) => ({
    name: `proposeErasure, under the rule ${rule}`,
    ...as('officer on the request'),
    query: documentOf({ field: 'proposeErasure', asks: 'erasure { rule }' }),
    variables: { input: { rule, reason: '', entryIds: [cast.neighbour] } },
  })),
];
