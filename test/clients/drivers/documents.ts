/** The operations that the suites ask with every client library. Relay wants them named after the file that holds them. */
export const documents = {
  Profile: `query Profile($id: ID!) { resident(id: $id) { id givenName email birthDate address { locality street } } }`,
  Contact: `query Contact($id: ID!) { resident(id: $id) { id email phone } }`,
  Balance: `query Balance($id: ID!) { resident(id: $id) { id givenName account { balance overdueAmount } } }`,
  Balances: `query Balances { accounts { edges { node { id balance } } } }`,
  Overdue: `query Overdue { accounts { edges { node { id overdueAmount } } } }`,
  Search: `query Search { residents(filter: { familyName: "Cas" }, first: 5) { edges { node { id familyName email emailHint } } } }`,
  Served: `query Served { currentCase { __typename ... on Encounter { id resident { id givenName email birthDate } } ... on Ticket { id subject requester { id email } } } }`,
  Me: `query Me { me { id givenName email birthDate } }`,
  Mixed: `query Mixed { me { id givenName } webVisits { totalCount } }`,
  People: `query People { residents(first: 3) { edges { node { id familyName birthDate address { street } } } } }`,
  StartEncounter: `mutation StartEncounter($id: ID!) { startEncounter(input: { residentId: $id, identifiedBy: PHOTO_CARD }) { encounter { id resident { id email birthDate } } } }`,
  EndEncounter: `mutation EndEncounter($id: ID!) { endEncounter(input: { encounterId: $id }) { encounter { id } } }`,
  UpdatePhone: `mutation UpdatePhone($id: ID!, $phone: String) { updateContact(input: { residentId: $id, phone: $phone }) { resident { id phone } } }`,
  Catalogue: `query Catalogue { services(first: 2) { totalCount } }`,
  OpenTicket: `mutation OpenTicket { openTicket(input: { topic: OTHER, subject: "Lost glove", body: "It is green." }) { ticket { id subject } } }`,
  CloseTicket: `mutation CloseTicket($id: ID!) { closeTicket(input: { ticketId: $id }) { ticket { id status } } }`,
} as const;

export type DocumentName = keyof typeof documents;
