import { vocabulary } from '../../../src/town/policy/vocabulary.ts';
import { readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { getOperationAST, parse, validate, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { readCatalogue, type Catalogue } from '../../../src/engine/markings/catalogue.ts';
import type { Standpoint } from '../../../src/engine/plan/bind/permit-table.ts';
import type { DataCategory, Purpose, Role } from '../../../src/town/graphql/generated/schema.ts';
import type { Policy } from '../../../src/engine/policy/policy.ts';

const definitions = `
  interface Being { name: String @personal(category: NAME) nearest: Being @impersonal }

  type Member implements Being @dataSubject(id: "id", existence: EXISTENCE) {
    id: ID @personal(category: EXISTENCE)
    name: String @personal(category: NAME)
    born: String @personal(category: BIRTH_DATE)
    email: String @personal(category: EMAIL)
    password: String @personal(category: CREDENTIAL)
    since: String @impersonal
    nearest: Being @impersonal
    friends(order: MemberOrder @impersonal): [Member!] @personal(category: HOUSEHOLD)
    desk: Desk @impersonal
    badge: Visitor @impersonal @sameSubject
  }
  type Visitor implements Being @dataSubject(id: "id") {
    name: String @personal(category: NAME)
    nearest: Being @impersonal
    badge: String @personal(category: DEVICE)
  }
  type Desk @impersonal { number: Int place: Place }
  type Place { street: String }
  type MemberConnection @impersonal { edges: [MemberEdge!]! totalCount: Int! }
  type MemberEdge @impersonal { node: Member }
  union Thing @impersonal = Member | Desk

  input MemberFilter {
    name: String @personal(category: NAME)
    born: [String!] @personal(category: BIRTH_DATE)
    email: String = "nobody" @personal(category: EMAIL)
    seat: Int @impersonal
    and: [MemberFilter!] @impersonal
    beside: SeatFilter @impersonal
    orders: [[MemberOrder!]!]! = [] @impersonal
  }
  input SeatFilter @impersonal { seat: Int! = 7 among: MemberFilter }
  input Plain @impersonal { seat: Int }
  enum MemberOrder { NAME @personal(category: NAME) BIRTH @personal(category: BIRTH_DATE) SEAT @impersonal }

  type Query {
    me: Member
    member(id: ID @personal(category: EXISTENCE), born: String @personal(category: BIRTH_DATE), seat: Int @impersonal): Member
    members(filter: MemberFilter @impersonal, orderBy: [[MemberOrder!]] = [[SEAT]] @impersonal, first: Int = 5 @impersonal): MemberConnection
    byName(name: String! = "Ann" @personal(category: NAME)): Member
    beings: [[Being!]!]
    things: [Thing]
    plain(given: Plain @impersonal): String
    counted: Int
    queued: Member
    notice: Desk
  }
  type Mutation {
    join(input: MemberFilter! @impersonal): Member
    leave(born: String @personal(category: BIRTH_DATE)): Boolean
  }
`;

/** A small schema: a club whose members and visitors are data subjects. Its markings are the project's directives. */
export function smallSchema(): { readonly schema: GraphQLSchema; readonly catalogue: Catalogue } {
  const own = ['directives', 'vocabulary'].map((name) => readFileSync(new URL(`../../../schema/${name}.graphql`, import.meta.url), 'utf8'));
  // BIRTH has another internal value, as a sort key may.
  const schema = makeExecutableSchema({ typeDefs: [...own, definitions], resolvers: { MemberOrder: { BIRTH: 'born' } } });
  return { schema, catalogue: readCatalogue(schema) };
}

/** The tests' own policy for the club. */
export const smallPolicy: Policy = {
  grants: [
    grant('self', 'RESIDENT', 'SELF_SERVICE', 'SELF', ['EXISTENCE', 'NAME', 'BIRTH_DATE', 'EMAIL', 'HOUSEHOLD', 'CREDENTIAL']),
    grant('home', 'RESIDENT', 'SELF_SERVICE', 'HOUSEHOLD', ['EXISTENCE', 'NAME']),
    grant('search', 'CUSTOMER_SERVICE', 'SERVICE_PROVISION', 'NONE', ['EXISTENCE', 'NAME']),
    grant('counter', 'CUSTOMER_SERVICE', 'SERVICE_PROVISION', 'ENCOUNTER', ['EXISTENCE', 'NAME', 'BIRTH_DATE', 'HOUSEHOLD', 'CREDENTIAL']),
    grant('age', 'CUSTOMER_SERVICE', 'AGE_VERIFICATION', 'ENCOUNTER', ['EXISTENCE', 'BIRTH_DATE']),
    { ...grant('order', 'LAW_ENFORCEMENT', 'LEGAL_DEMAND', 'MANDATE', ['NAME', 'BIRTH_DATE', 'EMAIL']), when: ['CATEGORY_NAMED'] },
    grant('request', 'PRIVACY_OFFICER', 'RIGHTS_FULFILMENT', 'OPEN_REQUEST', ['EXISTENCE', 'NAME']),
    grant('ordered', 'LAW_ENFORCEMENT', 'LEGAL_DEMAND', 'MANDATE', ['EXISTENCE']),
  ],
  prohibitions: [{ line: 'no-passwords', categories: ['CREDENTIAL'], clause: 'passwords', because: 'nobody reads a password' }],
  budgets: [],
  vocabulary,
  rootFields: [
    line(['Query.notice', 'Query.plain'], 'ANYBODY', 'ANY', 'OPEN'),
    line(['Query.me', 'Query.byName'], 'RESIDENT', ['SELF_SERVICE'], 'SELF'),
    line(['Query.members', 'Query.things', 'Query.beings'], 'RESIDENT', ['SELF_SERVICE'], 'FAMILY'),
    line(['Mutation.join', 'Mutation.leave'], 'RESIDENT', ['SELF_SERVICE'], 'SELF'),
    line(
      ['Query.member', 'Query.members', 'Query.beings', 'Query.things', 'Query.counted'],
      'CUSTOMER_SERVICE',
      ['SERVICE_PROVISION'],
      'ALL',
    ),
    line(['Query.queued'], 'CUSTOMER_SERVICE', ['SERVICE_PROVISION'], 'QUEUE'),
    line(['Query.member', 'Query.members'], 'CUSTOMER_SERVICE', ['AGE_VERIFICATION'], 'ENCOUNTER'),
    line(['Query.member', 'Mutation.join'], 'PRIVACY_OFFICER', ['RIGHTS_FULFILMENT'], 'ALL'),
    line(['Query.member', 'Query.byName'], 'LAW_ENFORCEMENT', ['LEGAL_DEMAND'], 'MANDATE'),
    { ...line(['Query.members'], 'LAW_ENFORCEMENT', ['LEGAL_DEMAND'], 'MANDATE'), needs: 'EMAIL' },
    { ...line(['Query.queued'], 'LAW_ENFORCEMENT', ['LEGAL_DEMAND'], 'QUEUE'), needs: 'BIRTH_DATE' },
  ],
};

function grant(
  name: string,
  role: Role,
  purpose: Purpose,
  relationship: Policy['grants'][number]['relationship'],
  categories: readonly DataCategory[],
) {
  return { line: name, role, purpose, relationship, categories, clause: 'access' } as const;
}

function line(
  fields: readonly string[],
  role: Role | 'ANYBODY',
  purposes: readonly Purpose[] | 'ANY',
  scope: Policy['rootFields'][number]['scope'],
) {
  return { fields, role, purposes, scope, clause: 'access' } as const;
}

/** The standpoint of a member. */
export function standpoint(role: Role, purpose: Purpose | undefined, named: readonly DataCategory[] = []): Standpoint {
  return { role, purpose, named: new Set(named) };
}

/** A document, asserted to be valid as a planned document is, and its operation with that name. */
export function operationOf(
  schema: GraphQLSchema,
  text: string,
  name?: string,
): { readonly document: DocumentNode; readonly operation: OperationDefinitionNode } {
  const document = parse(text);
  const [problem] = validate(schema, document);
  if (problem) throw problem;
  return { document, operation: getOperationAST(document, name)! };
}
