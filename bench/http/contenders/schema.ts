/** The timed part of the gateway's schema, for contenders that do not use its directives. */
export const typeDefs = /* GraphQL */ `
  type Query {
    residents(first: Int = 20, after: String): ResidentConnection
  }
  type ResidentConnection {
    edges: [ResidentEdge!]!
  }
  type ResidentEdge {
    cursor: String!
    node: Resident
  }
  type Resident {
    id: ID
    givenName: String
    familyName: String
    initials: String
    ageBand: AgeBand
    emailHint: String
    phoneHint: String
    address: Address
  }
  type Address {
    street: String
    locality: String
    province: String
    postalCode: String
  }
  enum AgeBand {
    UNDER_6
    FROM_6_TO_12
    FROM_13_TO_17
    FROM_18_TO_29
    FROM_30_TO_44
    FROM_45_TO_64
    FROM_65
  }
`;

/** The arguments of `Query.residents`. */
export interface PageArguments {
  readonly first: number;
  readonly after?: string | null;
}

/** A position in the order of registration. Only the gateway encrypts its cursors. */
export interface Place {
  /** In PostgreSQL's text format. */
  readonly registeredAt: string;
  readonly id: string;
}

/** Writes a cursor. */
export function cursorOf({ registeredAt, id }: Place): string {
  return `${registeredAt}/${id}`;
}

/** Reads a cursor; undefined: from the beginning. */
export function placeOf(cursor: string | null | undefined): Place | undefined {
  const [registeredAt, id] = cursor?.split('/') ?? [];
  return registeredAt === undefined || id === undefined ? undefined : { registeredAt, id };
}
