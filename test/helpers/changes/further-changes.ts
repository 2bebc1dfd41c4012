import { demoPartners } from '../../../demo/partners.ts';
import { cast, matters } from '../../../demo/personas.ts';
import { changes, type Change } from './changes.ts';

/** The ids of a client of a partner, and of its change, which the suite stores. */
export const [client, change] = ['90000000-0000-4000-8000-000000000001', '90000000-0000-4000-8000-000000000002'] as const;
const ofRegister = changes.find(({ field }) => field === 'endEmployeeAccess')!;
const clients = { asks: 'client { id name status }', ids: [client, demoPartners.LAW_ENFORCEMENT.id, matters.courtOrder] };
/** Further mutations that name their object: their answer is decided by its state, too. */
export const further: readonly Change[] = [
  { ...ofRegister, field: 'confirmEmployeeRoles', input: (employeeId) => ({ employeeId, roles: ['SECURITY'] }) },
  { ...ofRegister, field: 'approveEmployeeRoles', input: (employeeId) => ({ employeeId, roles: ['SECURITY'] }) },
  { ...ofRegister, field: 'renewInvitation', input: (employeeId) => ({ employeeId }) },
  {
    ...clients,
    field: 'registerPartnerClient',
    input: (partnerId) => ({ partnerId, name: 'A client', contact: 'The desk', jwksUri: 'https://partner.example/keys' }),
    ids: [demoPartners.LAW_ENFORCEMENT.id, cast.resident, cast.privacyOfficer2],
    reach: { 'officer for mandates': [demoPartners.LAW_ENFORCEMENT.id] },
  },
  { ...clients, field: 'approvePartnerClient', input: (clientId) => ({ clientId }), reach: { 'officer for mandates': [client] } },
  ...(
    [
      ['suspendPartnerClient', { reason: 'A laptop is lost' }],
      ['resumePartnerClient', {}],
      ['replacePartnerClientKeys', { jwksUri: 'https://partner.example/keys' }],
      ['withdrawPartnerClientKey', { keyId: 'one' }],
      ['changePartnerClientContact', { contact: 'The night desk' }],
      ['endPartnerClient', { reason: 'Its work is done' }],
    ] as const
  ).map(([field, rest]): Change => ({
    ...clients,
    field,
    input: (clientId) => ({ clientId, ...rest }),
    reach: { 'officer for mandates': [client] },
  })),
  {
    ...clients,
    field: 'approvePartnerClientChange',
    input: (changeId) => ({ changeId }),
    ids: [change, client, matters.courtOrder],
    reach: { 'officer for mandates': [change] },
  },
];
