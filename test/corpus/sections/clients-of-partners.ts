import { cast } from '../../../demo/personas.ts';
import { documentOf } from '../../helpers/changes/changes.ts';
import { askedBy, type CorpusOperation } from '../operation.ts';

const clientId = '00000000-0000-4000-8000-00000000dead';

const key = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo', kid: 'two' };
const changeable = `jwks jwksUri formerJwks formerJwksUntil withdrawnKeys suspendedAt suspendReason
  proposal { id kind jwks jwksUri overlapDays proposedAt }`;

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
    name: 'registerPartnerClient, with its keys',
    query: documentOf({ field: 'registerPartnerClient', asks: 'client { name status jwks }' }),
    variables: {
      input: {
        partnerId: cast.collectionAgency,
        name: 'Weekly balances',
        contact: 'operations@agency.example',
        jwks: JSON.stringify({ keys: [key] }),
        categories: ['BALANCE'],
      },
    },
  }),
  ...askedBy(['officer for mandates', 'support'], {
    name: 'approvePartnerClient, of a client that nobody recorded',
    query: documentOf({ field: 'approvePartnerClient', asks: 'client { status }' }),
    variables: { input: { clientId } },
  }),
  ...(
    [
      ['suspendPartnerClient', { clientId, reason: 'A laptop is lost.' }],
      ['resumePartnerClient', { clientId }],
      ['replacePartnerClientKeys', { clientId, jwksUri: 'https://agency.example/keys', overlapDays: 3 }],
      ['approvePartnerClientChange', { changeId: clientId }],
      ['withdrawPartnerClientKey', { clientId, keyId: 'one' }],
      ['changePartnerClientContact', { clientId, contact: 'The night desk' }],
    ] as const
  ).flatMap(([field, input]) =>
    askedBy(['officer for mandates', 'support'], {
      name: `${field}, of a client that nobody recorded`,
      query: documentOf({ field, asks: `client { status contact ${changeable} }` }),
      variables: { input },
    }),
  ),
  ...askedBy(['officer for mandates', 'support'], {
    name: 'replacePartnerClientKeys, by keys themselves, of a client that nobody recorded',
    query: documentOf({ field: 'replacePartnerClientKeys', asks: `client { status ${changeable} }` }),
    variables: { input: { clientId, jwks: JSON.stringify({ keys: [key] }) } },
  }),
  ...askedBy(['officer for mandates', 'support'], {
    name: 'endPartnerClient, of a client that nobody recorded',
    query: documentOf({ field: 'endPartnerClient', asks: 'client { status }' }),
    variables: { input: { clientId, reason: 'Its contract ended.' } },
  }),
  ...askedBy(['officer for mandates', 'support'], {
    name: 'the clients of partners',
    query: `{ partnerClients { totalCount edges { node { name status ${changeable} } } }
      awaited: partnerClients(awaitsMyApproval: true) { totalCount }
      own: partnerClients(partnerId: "${cast.collectionAgency}") { totalCount } }`,
  }),
];
