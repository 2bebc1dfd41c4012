import type { IResolvers } from '@graphql-tools/utils';
import type { GraphQLSchema, Source } from 'graphql';
import type { FastifyInstance } from 'fastify';
import type { Mailer } from '../platform/mail/mail.ts';
import type { Outbox } from '../platform/mail/outbox.ts';
import type { RequestLimits } from '../platform/settings/config.ts';
import type { Database, Sql } from '../platform/sql/sql.ts';
import type { SpendAct } from './budgets/spend-act.ts';
import type { RelationshipFact } from './rows/row.ts';
import type { Markings } from './markings/markings.ts';
import type { PageServing } from './own-pages.ts';
import type { Language } from '../platform/language/languages.ts';
import type { AccessCondition } from '../log/store/staging/access-condition.ts';
import type { PostingRules } from '../log/store/numbering/postings.ts';
import type { ErrorReason } from '../platform/errors/error-reasons.ts';
import type { DatabaseSchema } from '../platform/postgres/migrations/database-schema.ts';
import type { Entities } from '../platform/postgres/connections/entities.ts';
import type { MatrixCell } from './policy/matrix.ts';
import type { Disagreement } from './review/check/disagreement.ts';
import type { Policy } from './policy/declaration/policy.ts';
import type { Statement } from './policy/declaration/vocabulary.ts';
import type { Declaration, OpenCase } from './purpose/declaration.ts';
import type { Authenticate, Principal } from './purpose/principal.ts';
import type { Reader, RelationshipColumns } from './rows/reader.ts';
import type { Act, ApplicationParts, DataCategory, Purpose, Relationship, Role } from './register.ts';

/** The port: what an application gives the engine. Its types it registers, see `register.ts`. */
export interface Application {
  readonly policy: Policy;
  readonly schema: SchemaParts;
  readonly repository: Repository;
  readonly database: DatabaseSchema;
  /** The pipeline of its changes. */
  readonly entities: Entities;
  /** Its own authentication; undefined: by sessions, and by tokens of this gateway and of TRUSTED_ISSUERS. */
  readonly authenticate?: Authenticate | undefined;
  /** Whether the access of a principal is in force, which storing an entry and counting a read depend on. */
  readonly access: AccessCondition;
  /** How the index of the log by data subject files entries. */
  readonly postings: PostingRules;
  readonly relationships: RelationshipSource;
  readonly cases: Cases;
  /** Acts that it counts itself. The engine counts the others: each counts, regardless of its outcome. */
  readonly acts: Readonly<Partial<Record<Act, SpendAct>>>;
  readonly authorities: Authorities;
  readonly erasures: ErasureEntry;
  readonly duties: Duties;
  readonly acknowledgements: AcknowledgementStore;
  /** Returns the text to acknowledge before the first use of a purpose, in every language. */
  readonly sayPurpose: SayPurpose;
  /** The terms of use that each answer to an outside organisation carries. */
  readonly sayUse: Readonly<Record<Language, string>>;
  /** The records to which accounts of its own authorization server belong. */
  readonly people: People;
  /** Creates the dependencies of its resolvers and its background work, for as long as a gateway serves it. */
  open(opening: Opening): Opened;
  /** The folder where its pages for people who sign in are built; undefined: it has none. */
  readonly pages?: URL | undefined;
  /** Serves its public pages. */
  servePages(app: FastifyInstance, serving: PageServing): Promise<void>;
}

/** Loads an application when it is first needed: its modules take longer to load than most commands take to run. */
export type LoadApplication = () => Promise<Application>;

/**
 * Where policy and schema are written. Commands read earlier revisions of them, and name the file and line of what they find. All paths
 * are from the root.
 */
export interface Repository {
  /** The root of the git repository. */
  readonly root: URL;
  /** The folders of a revision that hold its policy, its schema and all that these import. */
  readonly folders: readonly string[];
  /** The folder of the schema's files. */
  readonly schema: string;
  /** The module whose one export is the policy. */
  readonly policy: string;
  /** The folder of the packages that the module imports; left out: it imports none. */
  readonly packages?: URL | undefined;
}

/** The records to which accounts belong. The authorization server calls it within the change of an account, as its role of the database. */
export interface People {
  /** Contests the claim of a record: the account is held, and the request is filed by which the claim is decided, unless it is open already. */
  contestClaim(at: RecordsReader, subjectId: string, contest: Contest): Promise<unknown>;
  /** Stores the digest of the code that an invitation is mailed with. @returns false: no invitation is open for the address */
  setInvitationCode(at: RecordsReader, email: string, digest: Buffer): Promise<boolean>;
  /**
   * Uses up the invitation of an employee, who declares the own record as a data subject.
   * @param subjectId of the record; null: there is none
   * @returns the employee's id; undefined if the code is wrong, or the record is another employee's
   */
  acceptInvitation(at: RecordsReader, digest: Buffer, email: string, subjectId: string | null): Promise<string | undefined>;
  /** Gives an employee without a record one. @returns whether it is the employee's now */
  connectRecord(at: RecordsReader, employeeId: string, subjectId: string): Promise<boolean>;
  /**
   * Invites one of the first administrators, or the replacement of one. Of two concurrent calls, the second one sees the first.
   * @param at as the owner's role
   * @param validUntil the end of the invitation
   */
  inviteAdministrator(at: RecordsReader, invited: InvitedAdministrator, validUntil: Date): Promise<AdministratorInvitation>;
  /** Whether two employees are independent of each other since a day. Pure. @param one an expression of the employee's id */
  areIndependent(one: Sql<string>, other: Sql<string>, since: Date): Sql<boolean>;
  /** A table of organisations with the columns `id` and `role`. */
  readonly organisations: Sql;
}

/** Where and when records are read and changed. */
export type RecordsReader = Pick<Reader, 'database' | 'now'>;

/** An administrator to invite. */
export interface InvitedAdministrator {
  readonly givenName: string;
  readonly familyName: string;
  readonly workEmail: string;
  /** Of the mail. */
  readonly language: Language;
}

/** The outcome: the id of the employee, or the reason for no invitation. */
export type AdministratorInvitation = { readonly employeeId: string } | 'ADMINISTERED' | 'WAS_ADMINISTERED' | 'WORK_EMAIL_TAKEN';

/** The request by which a contested claim is decided. */
export interface Contest {
  /** The new request's id. */
  readonly requestId: string;
  readonly body: string;
  /** RFC 3339 full-date. */
  readonly today: string;
  /** Whether the link of a mail contests it: the code that it mentions may have expired. */
  readonly isByLink: boolean;
}

/** The arguments with which an application is opened. */
export interface Opening {
  /** Of the schema under the policy that is enforced. */
  readonly markings: Pick<Markings, 'outputs'>;
  readonly policy: Pick<Policy, 'prohibitions'>;
  /** As the gateway's role, outside of the operations' transactions. */
  readonly database: Database;
  /** Undefined: mails go nowhere. */
  readonly mailer: Mailer | undefined;
  /** Makes a keyed digest of a text, by its kind. */
  readonly disguise: (kind: string, text: string) => string;
  readonly limits: RequestLimits;
  /** The domains of the addresses that employees have at work. */
  readonly workMailDomains: readonly string[];
  /** Whether people have accounts of this gateway. */
  readonly hasAccounts: boolean;
  /** Of the pages, for links in mails; undefined: a mail names the path alone. */
  readonly origin: string | undefined;
  readonly now: () => Date;
}

/** An application that a gateway serves. */
export interface Opened {
  readonly parts: ApplicationParts;
  /** Mails of its own, which wait in the database; undefined: none. */
  readonly mails?: OwnMails | undefined;
  /**
   * Checks its statements against the tables.
   * @param database as the gateway's role
   * @throws PrivacyError APPLICATION_INCOMPLETE: the start is refused
   */
  check?(database: Database): Promise<void>;
}

/** Mails that wait in the database. */
export interface OwnMails {
  /** Sends a batch. @returns whether more may be due */
  send(): Promise<boolean>;
  waiting(): Promise<Outbox>;
}

/** How principals are related to data subjects. Without a fact, nothing is released about a data subject. */
export interface RelationshipSource {
  /** The relationships that it can find: the policy names no others. */
  readonly offers: readonly Relationship[];
  /**
   * Looks up how the principal is related to each of these data subjects now, in one statement.
   * @param subjectIds distinct
   * @returns one fact for each known data subject; none where there is a conflict of interest
   */
  lookUp(
    reader: Reader,
    principal: Principal,
    declaration: Declaration,
    subjectIds: readonly string[],
  ): Promise<ReadonlyMap<string, RelationshipFact>>;
  /**
   * Makes the columns with which statements about data subjects also select these facts.
   * @param today RFC 3339 full-date
   * @param note receives the fact of each data subject whose row was read
   * @returns undefined for an anonymous principal, who has no relationships
   */
  columns(
    principal: Principal,
    declaration: Declaration,
    today: string,
    note: (subjectId: string, fact: RelationshipFact | undefined) => void,
  ): RelationshipColumns | undefined;
  /**
   * The same for the statement that finds a case: under the case where it is open, and else without any.
   * @param facts receives the fact of the data subject of the case
   */
  columnsOfCase(principal: Principal, today: string, facts: Map<string, RelationshipFact | undefined>): RelationshipColumns | undefined;
}

/** The parts of the schema. */
export interface SchemaParts {
  /**
   * Its files, each under its own name, with all that comes by itself.
   * @param written other files in place of its own, such as those of an earlier revision
   */
  sources(written?: readonly Source[]): readonly Source[];
  readonly resolvers: readonly IResolvers[];
  /** Gives fields that have no resolver one of the application's, in place. */
  complete(schema: GraphQLSchema): void;
  /** Finds what does not fit the completed schema, beyond what the engine finds itself. */
  check?(schema: GraphQLSchema): readonly Disagreement[];
}

/** The cases that principals work on; a case creates relationships. */
export interface Cases {
  /**
   * Finds a case of the principal's own that serves the purpose. Finding it changes nothing.
   * @param related columns that also select how the principal is related to the data subject of the case
   * @returns why a case of its own serves no longer; undefined for a case that is unknown or another principal's
   */
  find(
    reader: Reader,
    principal: Pick<Principal, 'id' | 'role'>,
    purpose: Purpose,
    caseId: string,
    related?: RelationshipColumns,
  ): Promise<OpenCase | CaseProblem | undefined>;
  /** Restarts the idle time of an open case, with or after the entry of an operation, never without one. */
  renew(reader: Reader, caseId: string): Promise<void>;
}

/** Why a case serves no longer, for its own principal alone. */
export type CaseProblem = ErrorReason;

/** The legal authorities of outside organisations. */
export interface Authorities {
  /** Reads the current state of an authority; undefined if it is unknown or belongs to another principal. */
  read(reader: Reader, id: string, principalId: string | undefined): Promise<Authority | undefined>;
  /** Reads an authority to audit the log; undefined if it is unknown or of another kind. */
  readEngagement(reader: Reader, id: string): Promise<Engagement | undefined>;
  /** Reads the categories of every authority, by its id. They never change. */
  readCategories(database: Database): Promise<ReadonlyMap<string, ReadonlySet<DataCategory>>>;
}

/** The current state of an authority. */
export interface Authority {
  readonly purpose: Purpose;
  readonly categories: readonly DataCategory[];
  readonly inForce: boolean;
}

/** An authority to audit the log. */
export interface Engagement {
  readonly reference: string;
  /** The organisation's id. */
  readonly auditorId: string;
  readonly role: Role;
  readonly purpose: Purpose;
  readonly from: Date;
  /** Exclusive. */
  readonly until: Date;
  readonly categories: readonly DataCategory[];
  readonly inForce: boolean;
}

/** The purpose and the relationship that the entry of an approved erasure states. */
export interface ErasureEntry {
  readonly purpose: Purpose;
  /** How the approver is related to the person. */
  readonly relationship: Relationship;
}

/** The reviewers of the log: they have no other purpose, and the log has no entries about them. */
export interface Duties {
  read(reader: Reader, principalId: string | undefined): Promise<Duty>;
}

/** The staff record's facts about the duty to review the log. */
export interface Duty {
  readonly reviewsLog: boolean;
  /** Whether the person can be a data subject. */
  readonly onRecord: boolean;
}

/** Which texts of purposes were acknowledged. */
export interface AcknowledgementStore {
  /** The versions among these that the principal has acknowledged. */
  read(
    reader: Reader,
    principalId: string | undefined,
    texts: readonly { readonly purpose: Purpose; readonly version: string }[],
  ): Promise<{ has(version: string): boolean }>;
}

/**
 * @param cells what the policy permits the role for the purpose
 * @param statement the privacy statement in force; undefined: none
 */
export type SayPurpose = (
  purpose: Purpose,
  cells: readonly MatrixCell[],
  statement: Statement | undefined,
) => Readonly<Record<Language, string>>;
