import type { AccountRules } from '../../engine/policy/declaration/account-rules.ts';
import type { Limits } from '../../engine/policy/declaration/lines.ts';
import type { Policy } from '../../engine/policy/declaration/policy.ts';
import type {
  CategoryDescription,
  PurposeDescription,
  RoleDescription,
  ScopeDescription,
  Vocabulary,
} from '../../engine/policy/declaration/vocabulary.ts';
import { withArticle } from '../../engine/review/compare/compare/phrases.ts';

/** A role: who holds it, and what differs from the usual. */
export type RoleDefinition = Pick<RoleDescription, 'heldBy'> & Partial<Omit<RoleDescription, 'heldBy' | 'usualPurpose'>>;

/** How a principal is related to a data subject. */
export interface RelationshipDefinition {
  /** As people read it: “a patient in the reader’s care”. */
  readonly noun: string;
  /** Whether the declared case makes it. */
  readonly ofCase?: true;
}

/** A policy in an application's own words. Each word is defined once, and a line that misspells one does not compile. */
export interface PolicyDefinition<
  R extends string,
  P extends string,
  C extends string,
  L extends string,
  S extends string,
  N extends string,
  K extends string,
> {
  readonly roles: Readonly<Record<R, RoleDefinition & { readonly usualPurpose?: NoInfer<P> }>>;
  readonly purposes: Readonly<Record<P, PurposeDescription>>;
  /** Each with its term of the W3C Data Privacy Vocabulary. */
  readonly categories: Readonly<
    Record<C, Pick<CategoryDescription, 'term' | 'label' | 'isIdentifier'> & { readonly hints?: readonly NoInfer<C>[] }>
  >;
  /** Besides NONE, which every application has. */
  readonly relationships?: Readonly<Record<L, RelationshipDefinition>>;
  /**
   * The rows of several relationships together. Each relationship is also a scope of its own name; OPEN is for rows without a data subject,
   * and ALL for every row.
   */
  readonly scopes?: Readonly<Record<S, readonly NoInfer<L>[]>>;
  /** Facts about a data subject beyond the relationship, each as a clause: “the fee is overdue”. */
  readonly conditions?: Readonly<Record<N, string>>;
  /** The clauses of the privacy statement, in its words. */
  readonly clauses: Readonly<Record<K, string>>;
  /** The act under which the organisation collects and protects personal information. Each entry of the log names it. */
  readonly authority: string;
  /** Years that the access log is kept. */
  readonly logYears: number;
  readonly grants: readonly {
    readonly line: string;
    readonly role: NoInfer<R>;
    readonly purpose: NoInfer<P>;
    readonly relationship: NoInfer<L> | 'NONE';
    readonly categories: readonly NoInfer<C>[];
    readonly when?: readonly (NoInfer<N> | 'CATEGORY_NAMED')[];
    readonly clause: NoInfer<K>;
  }[];
  readonly prohibitions?: readonly {
    readonly line: string;
    readonly categories: readonly NoInfer<C>[];
    readonly roles?: readonly NoInfer<R>[];
    readonly purposes?: readonly NoInfer<P>[];
    readonly when?: readonly NoInfer<N>[];
    readonly unless?: {
      readonly purposes?: readonly NoInfer<P>[];
      readonly relationships?: readonly NoInfer<L>[];
      readonly conditions?: readonly NoInfer<N>[];
    };
    readonly clause: NoInfer<K>;
    readonly because: string;
  }[];
  readonly rootFields: readonly {
    /** Schema coordinates: `Query.patients`. */
    readonly fields: readonly string[];
    readonly role: NoInfer<R> | 'ANYBODY';
    readonly purposes: readonly NoInfer<P>[] | 'ANY';
    readonly scope: NoInfer<S> | NoInfer<L> | 'OPEN' | 'ALL';
    readonly needs?: NoInfer<C>;
    readonly freshProof?: true;
    readonly clause: NoInfer<K>;
  }[];
  /** How many data subjects a counted role may read. Employees and organisations are counted. */
  readonly budgets?: readonly (Limits & {
    readonly role: NoInfer<R>;
    readonly purposes: readonly NoInfer<P>[];
    readonly clause: NoInfer<K>;
  })[];
  /** The file with this definition, for hints. */
  readonly file?: string;
}

/**
 * Makes a policy of a definition, with the usual meaning of all that it leaves out. Contradictions are found when a gateway starts, or by `lint`. Pure.
 */
export function definePolicy<
  const R extends string,
  const P extends string,
  const C extends string,
  const L extends string = never,
  const S extends string = never,
  const N extends string = never,
  const K extends string = string,
>(definition: PolicyDefinition<R, P, C, L, S, N, K>): Policy {
  const { grants, prohibitions = [], rootFields, budgets = [] } = definition;
  // The compiler has checked the words against the definition; the engine's own words are those that an application registers.
  return {
    grants,
    prohibitions,
    rootFields,
    budgets,
    vocabulary: vocabularyOf(definition),
  } as unknown as Policy;
}

type AnyDefinition = PolicyDefinition<string, string, string, string, string, string, string>;

/** Rules of accounts, which an application has with the identity package alone. */
const accounts: AccountRules = {
  claims: { codeHours: 24, contactDays: 30, contestDays: 14 },
  contacts: { hours: 48, asksPerDay: { SELF: 8, GUARDIAN: 8, EMPLOYEE: 120 }, mailsPerDay: 4, mailsPerAsker: 3 },
  independenceDays: 14,
};

function vocabularyOf(definition: AnyDefinition): Vocabulary {
  const { roles, purposes, categories, relationships = {}, conditions = {}, clauses, authority, logYears, file } = definition;
  const where = file ?? 'the definition of the policy';
  const made = {
    roles: mapMembers(roles, (given, role) => roleOf(role, given)),
    purposes,
    categories,
    relationships: {
      ...mapMembers(relationships, ({ noun }) => ({ noun, genitive: `of ${noun}` })),
      NONE: { noun: 'anyone', genitive: 'of a data subject without any relationship' },
    },
    scopes: scopesOf(definition),
    conditions: { ...conditions, CATEGORY_NAMED: 'the authority names the category' },
    acts: {},
    clauses: mapMembers(clauses, () => ({ from: '1' })),
    // No purpose has this name until an application reviews its log by one.
    reviewPurpose: 'LOG_REVIEW',
    authorities: [{ act: authority }],
    authorityFields: [],
    accounts,
    logRetention: {
      years: logYears,
      clause: Object.keys(clauses)[0] ?? '',
      authority,
      sentence: `The access log is kept for ${logYears} years.`,
    },
    statements: [{ version: '1', effectiveFrom: '1970-01-01', clauses }],
    independence: 'Two people approve nothing together if one brought in the other.',
    notes: [],
    files: { schema: where, words: where, categories: where, conditions: where, clauses: where, rootFields: where, policy: where },
    matrixCommand: 'need-to-know matrix',
  };
  return made as unknown as Vocabulary;
}

function roleOf(role: string, given: RoleDefinition): RoleDescription {
  const isOfStaff = given.heldBy === 'EMPLOYEE' || given.heldBy === 'ORGANISATION';
  const usual = {
    isCounted: isOfStaff,
    acknowledges: false,
    provesFreshly: given.heldBy !== 'NOBODY' && given.heldBy !== 'ORGANISATION',
    needsPasskey: false,
  };
  return { noun: withArticle(role.toLowerCase().replaceAll('_', ' ')), ...usual, ...given };
}

/** The scopes OPEN and ALL, one for each relationship, and those that join several. */
function scopesOf({ relationships = {}, scopes = {} }: AnyDefinition): Readonly<Record<string, ScopeDescription>> {
  const joined: Readonly<Record<string, readonly string[]>> = { ...mapMembers(relationships, (_given, name) => [name]), ...scopes };
  const isWithin = (inner: readonly string[], outer: readonly string[]): boolean => inner.every((one) => outer.includes(one));
  const particular = mapMembers(joined, (related, name) => {
    const nouns = related.map((one) => relationships[one]?.noun ?? one).join(' or ');
    return {
      rows: `the rows of ${nouns}`,
      extent: `those of ${nouns}`,
      ...(related.length > 0 && related.every((one) => relationships[one]?.ofCase) && { isOfCase: true }),
      relationships: related,
      holds: Object.keys(joined).filter((other) => other !== name && isWithin(joined[other] ?? [], related)),
      subjects: 'RELATED',
    };
  });
  const all = {
    OPEN: {
      rows: 'everything, since nothing in it is personal',
      extent: 'every row; none holds personal data',
      relationships: [],
      holds: [],
      subjects: 'NONE',
    },
    ALL: { rows: 'all rows', extent: 'every row', relationships: undefined, holds: Object.keys(joined), subjects: 'ALL' },
    ...particular,
  };
  return all as unknown as Readonly<Record<string, ScopeDescription>>;
}

function mapMembers<Given, Made>(
  members: Readonly<Record<string, Given>>,
  make: (given: Given, name: string) => Made,
): Record<string, Made> {
  return Object.fromEntries(Object.entries(members).map(([name, given]) => [name, make(given, name)]));
}
