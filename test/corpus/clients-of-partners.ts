import { cast } from '../../demo/personas.ts';
import { documentOf } from '../helpers/changes.ts';
import { as, type CorpusOperation } from './operation.ts';

const clientId = '00000000-0000-4000-8000-00000000dead';

/** Clients of partners at the authorization server. */
export const clientsOfPartners: readonly CorpusOperation[] = [
  {
    name: 'registerPartnerClient, of a collection agency',
    ...as('officer for mandates'),
    query: documentOf({ field: 'registerPartnerClient', asks: 'client { name status categories partner { name } awaitsMyApproval }' }),
    variables: {
      input: {
        partnerId: cast.collectionAgency,
        name: 'Nightly balances',
        contact: 'operations@agency.example',
        jwksUri: 'https://agency.example/jwks',
        categories: ['NAME', 'BALANCE'],
      },
    },
  },
  {
    name: 'approvePartnerClient, of a client that nobody recorded',
    ...as('officer for mandates'),
    query: documentOf({ field: 'approvePartnerClient', asks: 'client { status }' }),
    variables: { input: { clientId } },
  },
  {
    name: 'endPartnerClient, of a client that nobody recorded',
    ...as('officer for mandates'),
    query: documentOf({ field: 'endPartnerClient', asks: 'client { status }' }),
    variables: { input: { clientId, reason: 'Its contract ended.' } },
  },
];
