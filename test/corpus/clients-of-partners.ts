import { cast } from '../../demo/personas.ts';
import { documentOf } from '../helpers/changes.ts';
import { askedBy, type CorpusOperation } from './operation.ts';

const clientId = '00000000-0000-4000-8000-00000000dead';

/** Clients of partners at the authorization server. */
export const clientsOfPartners: readonly CorpusOperation[] = [
  ...askedBy(['officer for mandates', 'support'], {
    name: 'registerPartnerClient, of a collection agency',
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
  }),
  ...askedBy(['officer for mandates', 'support'], {
    name: 'approvePartnerClient, of a client that nobody recorded',
    query: documentOf({ field: 'approvePartnerClient', asks: 'client { status }' }),
    variables: { input: { clientId } },
  }),
  ...askedBy(['officer for mandates', 'support'], {
    name: 'endPartnerClient, of a client that nobody recorded',
    query: documentOf({ field: 'endPartnerClient', asks: 'client { status }' }),
    variables: { input: { clientId, reason: 'Its contract ended.' } },
  }),
  ...askedBy(['officer for mandates', 'support'], {
    name: 'the clients of partners',
    query: '{ partnerClients { totalCount edges { node { name status } } } }',
  }),
];
