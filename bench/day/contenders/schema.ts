/** The part of the gateway's schema that a day asks for, for contenders that do not use its directives. */
export const typeDefs = /* GraphQL */ `
  scalar DateTime
  type Query {
    me: Resident
    resident(id: ID!): Resident
    residents(filter: ResidentFilter!, orderBy: ResidentOrder!, first: Int = 20): ResidentConnection
    tickets(status: TicketStatus!, first: Int = 20): TicketConnection
    ticket(id: ID!): Ticket
  }
  type Mutation {
    startEncounter(input: StartEncounterInput!): EncounterPayload
    purchase(input: PurchaseInput!): PurchasePayload
    replyToTicket(input: ReplyToTicketInput!): TicketPayload
  }
  type Resident {
    id: ID
    givenName: String
    familyName: String
    initials: String
    birthDate: String
    ageBand: String
    email: String
    emailHint: String
    phone: String
    mobilePhone: String
    address: Address
    purchases(first: Int = 20): PurchaseConnection
    tickets(first: Int = 20): TicketConnection
    accessHistory(first: Int = 20): AccessHistoryConnection
  }
  type Address {
    street: String
    locality: String
    province: String
    postalCode: String
  }
  type Purchase {
    id: ID
    quantity: Int
    amount: String
    purchasedAt: DateTime
    service: Service
  }
  type Service {
    id: ID
    name: String
  }
  type Ticket {
    id: ID
    number: String
    topic: String
    status: TicketStatus
    openedAt: DateTime
    subject: String
    requester: Resident
    messages: [TicketMessage!]
  }
  type TicketMessage {
    id: ID
    body: String
    sentAt: DateTime
    fromStaff: Boolean
  }
  type AccessHistoryEntry {
    at: DateTime
    by: AccessReader
    purpose: String
    kind: String
  }
  type AccessReader {
    role: String
  }
  type Encounter {
    id: ID
    startedAt: DateTime
  }
  type PageInfo {
    endCursor: String
  }
  type ResidentConnection {
    pageInfo: PageInfo!
    edges: [ResidentEdge!]!
  }
  type ResidentEdge {
    node: Resident
  }
  type PurchaseConnection {
    edges: [PurchaseEdge!]!
  }
  type PurchaseEdge {
    node: Purchase
  }
  type TicketConnection {
    edges: [TicketEdge!]!
  }
  type TicketEdge {
    node: Ticket
  }
  type AccessHistoryConnection {
    edges: [AccessHistoryEdge!]!
  }
  type AccessHistoryEdge {
    node: AccessHistoryEntry
  }
  type EncounterPayload {
    encounter: Encounter
  }
  type PurchasePayload {
    purchase: Purchase
  }
  type TicketPayload {
    ticket: Ticket
  }
  input ResidentFilter {
    familyName: String!
  }
  enum ResidentOrder {
    FAMILY_NAME
  }
  enum TicketStatus {
    OPEN
    CLOSED
  }
  enum IdentityEvidence {
    KNOWN_TO_ME
    PHOTO_CARD
    ANSWERS_MATCHED
  }
  input StartEncounterInput {
    residentId: ID!
    identifiedBy: IdentityEvidence!
  }
  input PurchaseInput {
    residentId: ID!
    serviceId: ID!
    quantity: Int = 1
  }
  input ReplyToTicketInput {
    ticketId: ID!
    body: String!
  }
`;

/** Puts rows into the form of a connection. */
export function connectionOf<Node>(rows: readonly Node[]): { readonly edges: readonly { readonly node: Node }[] } {
  return { edges: rows.map((node) => ({ node })) };
}

/** The headers that say who asks and under which case; these servers take them as given. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;
