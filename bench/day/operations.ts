/** The requests of a day. */
export type Kind =
  | 'history'
  | 'me'
  | 'own purchases'
  | 'own tickets'
  | 'record'
  | 'search'
  | 'queue'
  | 'ticket'
  | 'start encounter'
  | 'purchase'
  | 'reply';

/** The operation of one kind of request, in the schemas of all contenders. */
export interface Operation {
  /** Of a hundred requests. */
  readonly share: number;
  readonly query: string;
  /** A text that an answer must hold: a refusal or an empty result would be less work. */
  readonly expects: string;
}

/** Rows of a search or of a queue. */
export const pageRows = 20;

const address = 'address { street locality province postalCode }';

/**
 * 40 % `me` and lists of one's own, 20 % one record under an encounter, 15 % a search, 10 % tickets, 10 % mutations, 5 % access
 * history. The history is first: the other requests would change it.
 */
export const operations: Readonly<Record<Kind, Operation>> = {
  history: {
    share: 5,
    query: `{ me { id accessHistory(first: ${pageRows}) { edges { node { at by { role } purpose kind } } } } }`,
    expects: '"kind":"',
  },
  me: {
    share: 20,
    query: `{ me { id givenName familyName initials birthDate ageBand email phone mobilePhone ${address} } }`,
    expects: '"birthDate":"',
  },
  'own purchases': {
    share: 10,
    query: `{ me { id purchases(first: ${pageRows}) { edges { node { id quantity amount purchasedAt service { id name } } } } } }`,
    expects: '"amount":"',
  },
  'own tickets': {
    share: 10,
    query: '{ me { id tickets(first: 10) { edges { node { id number topic status openedAt subject } } } } }',
    expects: '"subject":"',
  },
  record: {
    share: 20,
    query: `query ($id: ID!) { resident(id: $id) { id givenName familyName ageBand email ${address} } }`,
    expects: '"familyName":"',
  },
  search: {
    share: 15,
    query: `query ($begins: String!) { residents(filter: { familyName: $begins }, orderBy: FAMILY_NAME, first: ${pageRows}) {
      pageInfo { endCursor } edges { node { id givenName familyName initials ageBand emailHint } } } }`,
    expects: '"familyName":"',
  },
  queue: {
    share: 5,
    query: `{ tickets(status: OPEN, first: ${pageRows}) { edges { node { id number topic status openedAt } } } }`,
    expects: '"number":"',
  },
  ticket: {
    share: 5,
    query: `query ($id: ID!) { ticket(id: $id) { id number topic status subject
      requester { id givenName familyName } messages { id body sentAt fromStaff } } }`,
    expects: '"body":"',
  },
  'start encounter': {
    share: 4,
    query: 'mutation ($id: ID!) { startEncounter(input: { residentId: $id, identifiedBy: PHOTO_CARD }) { encounter { id startedAt } } }',
    expects: '"startedAt":"',
  },
  purchase: {
    share: 3,
    query: `mutation ($resident: ID!, $service: ID!) {
      purchase(input: { residentId: $resident, serviceId: $service, quantity: 2 }) { purchase { id quantity amount } } }`,
    expects: '"amount":"',
  },
  reply: {
    share: 3,
    query: 'mutation ($id: ID!) { replyToTicket(input: { ticketId: $id, body: "When will it be open?" }) { ticket { id status } } }',
    expects: '"status":"OPEN"',
  },
};

/** The kinds, in the order in which they are compared. */
export const kinds = Object.keys(operations) as readonly Kind[];
