import type { AccessContext } from '../../../src/engine/policy/decision/access-context.ts';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { getOperationAST, parse, validate, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { readMarkings, type Markings } from '../../../src/engine/markings/markings.ts';
import type { Policy } from '../../../src/engine/policy/declaration/policy.ts';
import type { DataCategory, Purpose, Role } from '../../../src/engine/register.ts';
import { wordSources } from '../club/club.ts';
import { vocabulary } from '../club/vocabulary.ts';

const definitions = `
  interface Being { name: String @personal(category: NAME) nearest: Being @impersonal }

  type Member implements Being @dataSubject(id: "id", existence: EXISTENCE) {
    id: ID @personal(category: EXISTENCE)
    name: String @personal(category: NAME)
    born: String @personal(category: BIRTH_DATE)
    email: String @personal(category: EMAIL)
    password: String @personal(category: LOCKER_CODE)
    since: String @impersonal
    nearest: Being @impersonal
    friends(order: MemberOrder @impersonal): [Member!] @personal(category: TEAM)
    desk: Desk @impersonal
    badge: Visitor @impersonal @sameSubject
  }
  type Visitor implements Being @dataSubject(id: "id") {
    name: String @personal(category: NAME)
    nearest: Being @impersonal
    badge: String @personal(category: BADGE)
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
    join(input: MemberFilter! @impersonal, ifEmail: String @personal(category: EMAIL, compared: true)): Member
    leave(born: String @personal(category: BIRTH_DATE)): Boolean
  }
`;

/** A small schema in the club's words, with every form of field and input: its members and visitors are data subjects. */
export function smallSchema(): { readonly schema: GraphQLSchema; readonly markings: Markings } {
  // BIRTH has another internal value, as a sort key may.
  const schema = makeExecutableSchema({ typeDefs: [...wordSources(), definitions], resolvers: { MemberOrder: { BIRTH: 'born' } } });
  return { schema, markings: readMarkings(schema) };
}

/** A policy for the small schema. */
export const smallPolicy: Policy = {
  grants: [
    grant('self', 'MEMBER', 'OWN_AFFAIRS', 'SELF', ['EXISTENCE', 'NAME', 'BIRTH_DATE', 'EMAIL', 'TEAM', 'LOCKER_CODE']),
    grant('home', 'MEMBER', 'OWN_AFFAIRS', 'TEAM', ['EXISTENCE', 'NAME']),
    grant('search', 'RECEPTIONIST', 'RECEPTION', 'NONE', ['EXISTENCE', 'NAME']),
    grant('desk', 'RECEPTIONIST', 'RECEPTION', 'DESK', ['EXISTENCE', 'NAME', 'BIRTH_DATE', 'TEAM', 'LOCKER_CODE']),
    grant('age', 'RECEPTIONIST', 'AGE_CHECK', 'DESK', ['EXISTENCE', 'BIRTH_DATE']),
    { ...grant('order', 'FEDERATION', 'COMPETITION', 'SQUAD', ['NAME', 'BIRTH_DATE', 'EMAIL']), when: ['CATEGORY_NAMED'] },
    grant('request', 'SECRETARY', 'INQUIRIES', 'INQUIRY', ['EXISTENCE', 'NAME']),
    grant('ordered', 'FEDERATION', 'COMPETITION', 'SQUAD', ['EXISTENCE']),
  ],
  prohibitions: [{ line: 'no-locker-codes', categories: ['LOCKER_CODE'], clause: 'lockers', because: 'nobody reads a locker code' }],
  budgets: [],
  vocabulary,
  rootFields: [
    line(['Query.notice', 'Query.plain'], 'ANYBODY', 'ANY', 'OPEN'),
    line(['Query.me', 'Query.byName'], 'MEMBER', ['OWN_AFFAIRS'], 'SELF'),
    line(['Query.members', 'Query.things', 'Query.beings'], 'MEMBER', ['OWN_AFFAIRS'], 'CIRCLE'),
    line(['Mutation.join', 'Mutation.leave'], 'MEMBER', ['OWN_AFFAIRS'], 'SELF'),
    line(['Query.member', 'Query.members', 'Query.beings', 'Query.things', 'Query.counted'], 'RECEPTIONIST', ['RECEPTION'], 'ALL'),
    line(['Query.queued'], 'RECEPTIONIST', ['RECEPTION'], 'QUEUE'),
    line(['Query.member', 'Query.members'], 'RECEPTIONIST', ['AGE_CHECK'], 'DESK'),
    line(['Query.member', 'Mutation.join'], 'SECRETARY', ['INQUIRIES'], 'ALL'),
    line(['Query.member', 'Query.byName'], 'FEDERATION', ['COMPETITION'], 'SQUAD'),
    { ...line(['Query.members'], 'FEDERATION', ['COMPETITION'], 'SQUAD'), needs: 'EMAIL' },
    { ...line(['Query.queued'], 'FEDERATION', ['COMPETITION'], 'QUEUE'), needs: 'BIRTH_DATE' },
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

/** The access of a member. */
export function access(role: Role, purpose: Purpose | undefined, named: readonly DataCategory[] = []): AccessContext {
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
