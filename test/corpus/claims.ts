import { cast } from '../../demo/personas.ts';
import { documentOf } from '../helpers/changes.ts';
import { askedBy, type CorpusOperation } from './operation.ts';

const input = { residentId: cast.resident };

/** What is done about the claim of a record, where no code was handed out and nobody claimed it. Each change is rolled back after its answer. */
export const claims: readonly CorpusOperation[] = [
  ...askedBy(['clerk serving', 'officer on the request', 'clerk', 'neighbour', 'anonymous'], {
    name: 'confirmClaim',
    query: documentOf({ field: 'confirmClaim', asks: 'isMailed' }),
    variables: { input: { ...input, sawIdentity: true } },
  }),
  ...askedBy(['clerk serving', 'clerk', 'resident', 'anonymous'], {
    name: 'contestClaim',
    query: documentOf({ field: 'contestClaim', asks: 'isHeld' }),
    variables: { input },
  }),
  ...askedBy(['officer on the request', 'clerk serving', 'officer for mandates', 'resident'], {
    name: 'undoClaim',
    query: documentOf({ field: 'undoClaim', asks: 'isUndone' }),
    variables: { input },
  }),
];
