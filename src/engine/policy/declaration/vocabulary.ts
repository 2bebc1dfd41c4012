import type { AccountRules } from './account-rules.ts';
import type { LogRetention } from './log-retention.ts';
import type { Act, Clause, Condition, DataCategory, Purpose, Relationship, Role, RowScope } from '../../register.ts';

/** A role, and what follows from having it. */
export interface RoleDescription {
  /** As a noun: “a coach of the club”. */
  readonly noun: string;
  /** No one: who has not signed in. One role is of no one, and one of data subjects. */
  readonly heldBy: 'NOBODY' | 'DATA_SUBJECT' | 'EMPLOYEE' | 'ORGANISATION';
  /** Its reads are counted against budgets. Relationships limit what the others reach. */
  readonly isCounted: boolean;
  /** It acknowledges the text of a purpose before it reads for it. */
  readonly acknowledges: boolean;
  /** It can prove with a passkey, while it is signed in, who asks. */
  readonly provesFreshly: boolean;
  /** No one acts in it after a weaker sign-in than with a passkey. */
  readonly needsPasskey: boolean;
  /** The purpose of an operation that declares none. */
  readonly usualPurpose?: Purpose;
  /** Why it takes a second administrator to give it to someone; undefined: it takes one. */
  readonly sensitive?: Omit<SensitiveRole, 'role'>;
  /** The authority of an outside organisation; undefined for all other holders. */
  readonly organisation?: Organisation;
}

/** The authority of an outside organisation. */
export interface Organisation {
  /** The one purpose that it can declare. No other role has it. */
  readonly purpose: Purpose;
  /** The one kind of authority that it can be given. */
  readonly authorityKind: string;
  /** How many people other than the one who records it must approve an authority. */
  readonly approvals: number;
  /** The read budget: distinct data subjects for one principal in a clock hour, and in a day. */
  readonly budget: { readonly perHour: number; readonly perDay: number };
}

/** A role that one administrator cannot give. */
export interface SensitiveRole {
  readonly role: Role;
  /** The abuse that the role could commit alone, as half a sentence. */
  readonly because: string;
  readonly clause: Clause;
}

/** A purpose: its term of the W3C Data Privacy Vocabulary, and its activity. */
export interface PurposeDescription {
  /** With its prefix: `dpv:LegalCompliance`. */
  readonly term: string;
  /** As an activity: “providing a requested service”. */
  readonly sentence: string;
}

/** How a principal is related to a data subject. */
export interface RelationshipDescription {
  /** After what is seen: “of a data subject in their care”. */
  readonly genitive: string;
  /** As people read it: “a minor in the reader’s care”. */
  readonly noun: string;
}

/** A data category: its term of the W3C Data Privacy Vocabulary, and the weaker categories that its readers see as well. */
export interface CategoryDescription {
  /** With its prefix: `pd:Name`. */
  readonly term: string;
  readonly label: string;
  /** Its hints: derived categories with less information. */
  readonly hints?: readonly DataCategory[];
  /** It only chooses among the rows of a field: nothing is learned by trying one. */
  readonly isIdentifier?: true;
  /** It identifies an employee: in an object about someone else it is about the employee, whose object has a segment of its own. */
  readonly isOfEmployee?: true;
}

/**
 * The data subjects of a scope's rows. NONE: the rows have none. HIDDEN: the rows do not show theirs, as in a queue. ALL: every data
 * subject. RELATED: those who are related to the principal.
 */
export type ScopeSubjects = 'NONE' | 'HIDDEN' | 'ALL' | 'RELATED';

/** The rows that a root field can return. */
export interface ScopeDescription {
  /** As rows: “the rows of the club”. */
  readonly rows: string;
  /** Which rows, in a list of root fields: “those of themselves”. */
  readonly extent: string;
  /** They are those of the declared case. */
  readonly isOfCase?: true;
  /** The relationships that the rows can have; undefined: every one that the role can have. */
  readonly relationships: readonly Relationship[] | undefined;
  /** The scopes of which it certainly has every row. */
  readonly holds: readonly RowScope[];
  /** The data subjects of its rows. */
  readonly subjects: ScopeSubjects;
}

/** An act that budgets limit. */
export interface ActDescription {
  /** The root field that does it: who may enter it needs a budget. */
  readonly field: string;
  /** The heading of its column in tables. */
  readonly heading: string;
  /** As a verb: “make {}”. */
  readonly does: string;
  /** In place of the braces, after a number: “checks of identities”. */
  readonly counted: string;
}

/** The versions of the privacy statement in which a clause is in force. */
export interface ClausePeriod {
  /** The first version that has it. */
  readonly from: string;
  /** The first version that no longer has it; undefined: every later version has it. */
  readonly until?: string;
}

/** An act under which personal information is collected and protected, with its dates. */
export interface LegalAuthority {
  readonly act: string;
  /** RFC 3339 full-date, inclusive; undefined: since before this software. */
  readonly from?: string;
  /** RFC 3339 full-date, exclusive; undefined: still in force. */
  readonly until?: string;
}

/** The words of an application's policy, and what they mean to the engine. Lists of words are in the order of these members. */
export interface Vocabulary {
  readonly roles: Readonly<Record<Role, RoleDescription>>;
  readonly purposes: Readonly<Record<Purpose, PurposeDescription>>;
  readonly categories: Readonly<Record<DataCategory, CategoryDescription>>;
  readonly relationships: Readonly<Record<Relationship, RelationshipDescription>>;
  readonly scopes: Readonly<Record<RowScope, ScopeDescription>>;
  /** Each as a clause: “the fee is overdue”. */
  readonly conditions: Readonly<Record<Condition, string>>;
  readonly acts: Readonly<Record<Act, ActDescription>>;
  readonly clauses: Readonly<Record<Clause, ClausePeriod>>;
  /** The purpose for which the whole log is reviewed, by people who have no other purpose and are not in it. */
  readonly reviewPurpose: Purpose;
  readonly authorities: readonly LegalAuthority[];
  /** The root fields that record, approve, confirm and revoke the authorities of organisations. */
  readonly authorityFields: readonly string[];
  readonly accounts: AccountRules;
  readonly logRetention: LogRetention;
  /** Every version of the privacy statement, oldest first. */
  readonly statements: readonly Statement[];
  /** The rule that keeps the two approvers of a sensitive role independent, in a sentence. */
  readonly independence: string;
  /** Further sections of the matrix: a heading and its paragraphs. */
  readonly notes: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  /** The files that define the words of each kind, for hints. */
  readonly files: Readonly<Record<'schema' | 'words' | 'categories' | 'conditions' | 'clauses' | 'rootFields' | 'policy', string>>;
  /** The command that writes the matrix, for its heading. */
  readonly matrixCommand: string;
}

/** The words that a part of a vocabulary describes, in its order. */
export function wordsOf<Word extends string>(described: Readonly<Record<Word, unknown>>): readonly Word[] {
  return Object.keys(described) as Word[];
}

/** The role of those who have not signed in. */
export function anonymousRole({ roles }: Vocabulary): Role {
  return wordsOf(roles).find((role) => isAnonymousRole({ roles }, role))!;
}

/** Whether no one is known to have the role: it is of those who have not signed in. */
export function isAnonymousRole({ roles }: Pick<Vocabulary, 'roles'>, role: Role): boolean {
  return roles[role].heldBy === 'NOBODY';
}

/** The roles of one kind of holder, in the vocabulary's order. */
export function rolesOf({ roles }: Pick<Vocabulary, 'roles'>, heldBy: RoleDescription['heldBy']): readonly Role[] {
  return wordsOf(roles).filter((role) => roles[role].heldBy === heldBy);
}

/** The role of the organisation that declares a purpose; undefined where none does. */
export function organisationFor({ roles }: Pick<Vocabulary, 'roles'>, purpose: Purpose): Role | undefined {
  return wordsOf(roles).find((role) => roles[role].organisation?.purpose === purpose);
}

/**
 * Whether entering a root field is logged even if no personal field is selected: a count or a cursor reveals something about
 * the data subjects of the rows, unless the rows have none or hide theirs. Mutations are always logged. Pure.
 */
export function entryIsLogged({ scopes }: Vocabulary, field: string, scope: RowScope): boolean {
  // An older revision may have scopes that no longer exist.
  const subjects = scopes[scope]?.subjects;
  return field.startsWith('Mutation.') || (subjects !== 'NONE' && subjects !== 'HIDDEN');
}

// Each access entry has it, and a day has many.
let latest: { readonly authorities: readonly LegalAuthority[]; readonly date: string; readonly acts: string } | undefined;

/** The legal authority of every purpose: the acts in force on a date (RFC 3339 full-date), in one line. */
export function authorityOn({ authorities }: Pick<Vocabulary, 'authorities'>, date: string): string {
  if (latest?.authorities !== authorities || latest.date !== date) {
    const inForce = authorities.filter(({ from, until }) => (from === undefined || from <= date) && (until === undefined || date < until));
    latest = { authorities, date, acts: inForce.map(({ act }) => act).join('; ') };
  }
  return latest.acts;
}

/** One version of the municipality's privacy statement, in the project's own words. */
export interface Statement {
  readonly version: string;
  /** RFC 3339 full-date. */
  readonly effectiveFrom: string;
  /** The clauses that this version has: an application says which. */
  readonly clauses: Readonly<Partial<Record<Clause, string>>>;
}

/** The statement in force on a date (RFC 3339 full-date), or undefined before the first. */
export function statementOn({ statements }: { readonly statements: readonly Statement[] }, date: string): Statement | undefined {
  return statements.findLast(({ effectiveFrom }) => effectiveFrom <= date);
}

/** The words of a clause in a version of the statement. A version without the clause says so. */
export function clauseWords({ version, clauses }: Statement, clause: Clause): string {
  return clauses[clause] ?? `(not in version ${version} of the privacy statement)`;
}
