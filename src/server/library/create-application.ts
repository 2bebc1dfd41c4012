import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Source,
  print,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { getDirective, type IResolvers } from '@graphql-tools/utils';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Application, Authorities, Cases, People } from '../../engine/application.ts';
import { nodeField } from '../../engine/markings/node-fields.ts';
import type { Policy } from '../../engine/policy/declaration/policy.ts';
import type { Disagreement } from '../../engine/review/check/disagreement.ts';
import { parseLines } from '../../engine/review/parse-policy.ts';
import type { ApplicationParts } from '../../engine/register.ts';
import type { SchemaMigration } from '../../platform/postgres/migrations/database-schema.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { sql } from '../../platform/sql/sql.ts';
import { assertStatements } from './database/assert-statements.ts';
import { engineDatabase } from './database/engine-database.ts';
import type { Accounts } from './identity.ts';
import { assertOneCopy } from './one-copy.ts';
import type { RowParts } from './rows/definition.ts';
import { returnedBy } from './rows/returned.ts';
import type { Rows } from './rows/rows.ts';
import type { Write } from './rows/write-rows.ts';
import { usualScalars } from './schema/scalars.ts';
import { relationshipSource, type Subjects } from './subjects.ts';
import { wordSources } from './schema/word-sources.ts';

/** An application: its schema, its policy, and how it reads what they are about. */
export interface ApplicationDefinition extends Partial<
  Pick<
    Application,
    | 'duties'
    | 'acknowledgements'
    | 'sayPurpose'
    | 'sayUse'
    | 'pages'
    | 'servePages'
    | 'repository'
    | 'acts'
    | 'postings'
    | 'access'
    | 'authenticate'
  >
> {
  /** GraphQL, with every coordinate marked. The directives and the enums of the policy's words come by themselves. */
  readonly typeDefs: string | readonly (string | Source)[];
  readonly policy: Policy;
  readonly subjects: Subjects;
  /** The rows whose resolvers the application uses: the start checks them against the schema. */
  readonly rows: readonly Rows[];
  readonly resolvers: IResolvers | readonly IResolvers[];
  /** Finds the cases that make the need to know; undefined: there are none. */
  readonly cases?: Pick<Cases, 'find'> & Partial<Cases>;
  /** Reads the authorities of organisations; undefined: there are none, and no organisation reads anything. */
  readonly authorities?: Pick<Authorities, 'read'> & Partial<Authorities>;
  /** Accounts of its own authorization server; undefined: people sign in elsewhere. Not with `authenticate`. */
  readonly accounts?: Accounts;
  /**
   * Migrations of tables of its own, after those of the engine, which also grant the gateway's role what it reads. Leave it out where
   * something else makes the tables.
   */
  readonly tables?: readonly SchemaMigration[];
}

/**
 * Makes an application, with the usual for what its definition leaves out: no cases, no authorities, nothing to acknowledge, and access in
 * force until the token ends.
 * @throws PrivacyError POLICY_INVALID for a line of the policy that is malformed; APPLICATION_INCOMPLETE
 */
export function createApplication(definition: ApplicationDefinition): Application {
  const { typeDefs, policy, subjects, rows, resolvers, accounts, tables = [] } = definition;
  const given = (typeof typeDefs === 'string' ? [typeDefs] : typeDefs).map((one) =>
    typeof one === 'string' ? new Source(one, 'typeDefs') : one,
  );
  const own: readonly IResolvers[] = Array.isArray(resolvers) ? resolvers : [resolvers as IResolvers];
  assertOneCopy();
  const { grants, prohibitions, rootFields, budgets } = policy;
  parseLines(policy.vocabulary, { grants, prohibitions, rootFields, budgets });
  assertFewConditions(subjects);
  assertOneAuthentication(definition);
  const usual = {
    repository: repositoryHere(),
    postings: { sealableRoles: [], checkedPurposes: [] },
    acts: {},
    duties: { read: async () => ({ reviewsLog: false, onRecord: true }) },
    acknowledgements: { read: async () => new Set<string>() },
    sayPurpose: (purpose) => ({ en: policy.vocabulary.purposes[purpose].sentence, fr: policy.vocabulary.purposes[purpose].sentence }),
    sayUse: {
      en: 'Use this only for the purpose that it was given for.',
      fr: 'N’utilisez ceci qu’aux fins pour lesquelles il a été donné.',
    },
    servePages: async () => undefined,
  } satisfies Partial<Application>;
  return {
    ...usual,
    ...definition,
    policy,
    access: accessOf(definition),
    cases: { find: async () => undefined, renew: async () => undefined, ...definition.cases },
    authorities: {
      read: async () => undefined,
      readEngagement: async () => undefined,
      readCategories: async () => new Map(),
      ...definition.authorities,
    },
    schema: {
      sources: (written = given) => [...wordSources(policy.vocabulary, written), ...written],
      resolvers: [usualScalars(given), ...own],
      complete: (schema) => noteSizes(schema, own),
      check: (schema) => checkRows(schema, { rows, subjects, resolvers: own }),
    },
    database: {
      ...engineDatabase,
      migrations: [...engineDatabase.migrations, ...(accounts ? [accounts.before, ...tables, accounts.after] : tables)],
    },
    entities: [],
    relationships: relationshipSource(subjects, policy.vocabulary),
    erasures: { purpose: policy.vocabulary.reviewPurpose, relationship: 'NONE' },
    people: accounts?.people ?? noPeople,
    open: ({ markings }) => {
      const parts: RowParts = { subjects, vocabulary: policy.vocabulary, markings };
      return {
        parts: parts as unknown as ApplicationParts,
        check: (database) => assertStatements(database, { rows, subjects, writes: writesOf(own), vocabulary: policy.vocabulary }),
      };
    },
  };
}

/** Access is in force as far as both the accounts and the application say so. A proof of possession is used up last. */
function accessOf({ access, accounts, policy }: ApplicationDefinition): Application['access'] {
  const predicates = [access, accounts?.access(policy.vocabulary)].flatMap((one) => (one ? [`(${one.predicate})`] : []));
  return { predicate: predicates.join(' and ') || 'true' };
}

/** No account of this gateway belongs to anyone: an application with `createApplication` has an authentication of its own. */
const noPeople: People = {
  contestClaim: async () => undefined,
  setInvitationCode: async () => false,
  acceptInvitation: async () => undefined,
  connectRecord: async () => false,
  inviteAdministrator: async () => 'ADMINISTERED',
  areIndependent: () => sql`false`,
  organisations: sql`(select null::uuid as id, null::text as role where false)`,
};

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** The folder of the process, as a program begins in that of its own application. Its packages can be those of a folder above. */
function repositoryHere(): Application['repository'] {
  const root = pathToFileURL(`${process.cwd()}/`);
  const above = createRequire(new URL('policy.ts', root)).resolve.paths('need-to-know') ?? [];
  const packages = above.find((folder) => existsSync(join(folder, 'need-to-know')));
  return { root, folders: ['.'], schema: '.', policy: 'policy.ts', packages: packages === undefined ? undefined : pathToFileURL(packages) };
}

/** Every choice of conditions is decided before rows are read, and each condition doubles the choices. */
const mostConditions = 10;

/** @throws PrivacyError APPLICATION_INCOMPLETE */
function assertFewConditions(subjects: Subjects): void {
  const problems = Object.entries(subjects)
    .filter(([, { conditions = {} }]) => Object.keys(conditions).length > mostConditions)
    .map(([kind]) => `subjects.${kind}.conditions: there are more than ${mostConditions}`);
  if (problems.length > 0) throw new PrivacyError('APPLICATION_INCOMPLETE', { problems });
}

/** @throws PrivacyError APPLICATION_INCOMPLETE */
function assertOneAuthentication({ accounts, authenticate }: ApplicationDefinition): void {
  if (!accounts || !authenticate) return;
  throw new PrivacyError('APPLICATION_INCOMPLETE', {
    problems: ['authenticate: no request would be authenticated by `accounts`; leave one of them out'],
  });
}

/**
 * Finds rows that would answer null for a field although it may be seen, or that name what the schema does not have; resolvers that return a
 * list where the field has one row, or the rows of another type; and root fields without a resolver.
 */
function checkRows(
  schema: GraphQLSchema,
  { rows: all, subjects, resolvers }: Pick<ApplicationDefinition, 'rows' | 'subjects'> & { readonly resolvers: readonly IResolvers[] },
): readonly Disagreement[] {
  const problems = all.flatMap(({ type: name, definition: { columns, about, order, subject } }) => {
    const type = schema.getType(name);
    if (!isObjectType(type)) return [`rows('${name}'): the schema has no such object type`];
    const fields = type.getFields();
    const missing = Object.values(fields).filter(
      (field) => isLeafType(getNamedType(field.type)) && !field.resolve && !Object.hasOwn(columns, field.name),
    );
    const unknown = Object.keys(columns).filter((column) => !Object.hasOwn(fields, column));
    const [marked] = getDirective(schema, type, 'dataSubject') ?? [];
    const hasSubject = marked !== undefined && marked.none !== true;
    return [
      ...missing.map((field) => `${name}.${field.name}: rows('${name}') has no column for it, and it has no resolver`),
      ...sharedColumns(type, columns),
      ...unknown.map((column) => `rows('${name}').columns.${column}: ${name} has no such field`),
      ...(order === undefined || Object.hasOwn(columns, order)
        ? []
        : [`rows('${name}').order: ${order} is not a field of ${name} with a column; write the field, not the column`]),
      ...(about === undefined || Object.hasOwn(subjects, about)
        ? []
        : [`rows('${name}').about: there is no kind of data subject ${about}`]),
      ...(hasSubject && subject === undefined ? [`rows('${name}').subject: it is missing, and ${name} has a @dataSubject`] : []),
      ...(hasSubject || subject === undefined ? [] : [`rows('${name}').subject: ${name} has no @dataSubject with an id`]),
    ];
  });
  problems.push(...misplacedResolvers(schema, all, resolvers), ...unansweredRootFields(schema));
  return problems.map((found) => {
    const [coordinate, problem] = found.split(/: (.*)/s) as [string, string];
    return { coordinate, problem, hint: 'docs/your-own-schema.md, Rows' };
  });
}

/** Says how many rows each list can have, for the limits of documents. A page has the size that is asked for. */
function noteSizes(schema: GraphQLSchema, resolvers: readonly IResolvers[]): void {
  for (const [coordinate, resolver] of resolversByField(schema, resolvers)) {
    const { most, takes = {} } = returnedBy(resolver) ?? {};
    const [name, fieldName] = coordinate.split('.') as [string, string];
    const type = schema.getType(name);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    if (field && most !== undefined && !Object.hasOwn(takes, 'first')) field.extensions = { ...field.extensions, mostRows: most };
  }
}

/** Fields that show one column under different categories: who may see the one may not see the other, and sees its value. */
function sharedColumns(type: GraphQLObjectType, columns: Rows['definition']['columns']): readonly string[] {
  const fields = Object.values(type.getFields()).filter(({ name }) => typeof columns[name] === 'string');
  return fields.flatMap((field, at) =>
    fields.slice(at + 1).flatMap((other) => {
      const [own, its] = [personalOf(field), personalOf(other)];
      const isDeclared =
        own.derivedFrom.includes(`"${type.name}.${other.name}"`) || its.derivedFrom.includes(`"${type.name}.${field.name}"`);
      if (columns[field.name] !== columns[other.name] || own.category === its.category || isDeclared) return [];
      return [`rows('${type.name}').columns: ${field.name} and ${other.name} are one column, and differ in category`];
    }),
  );
}

/** The arguments of `@personal` as they are written: what is wrong with them, the check of the schema says. */
function personalOf({ astNode }: GraphQLField<unknown, unknown>): { readonly category: string; readonly derivedFrom: string } {
  const given = astNode?.directives?.find(({ name }) => name.value === 'personal')?.arguments ?? [];
  const written = (of: string): string => {
    const found = given.find(({ name }) => name.value === of);
    return found ? print(found.value) : '';
  };
  return { category: written('category'), derivedFrom: written('derivedFrom') };
}

function misplacedResolvers(schema: GraphQLSchema, all: readonly Rows[], resolvers: readonly IResolvers[]): readonly string[] {
  return [...resolversByField(schema, resolvers)].flatMap(([coordinate, resolver]) =>
    problemsOfResolver(schema, all, coordinate, resolver),
  );
}

/** The resolver of each field as the application gives it: the schema has what wraps it. */
function resolversByField(schema: GraphQLSchema, resolvers: readonly IResolvers[]): ReadonlyMap<string, unknown> {
  // The last resolver of a field is used.
  return new Map(
    resolvers
      .flatMap(Object.entries)
      .flatMap(([name, ofType]) =>
        isObjectType(schema.getType(name)) || schema.getType(name) === undefined
          ? Object.entries(ofType as Readonly<Record<string, unknown>>).map(
              ([field, given]) => [`${name}.${field}`, resolveOf(given)] as const,
            )
          : [],
      ),
  );
}

/** The statements of mutations that `rows` made, by coordinate. */
function writesOf(resolvers: readonly IResolvers[]): ReadonlyMap<string, Write> {
  const all = resolvers
    .flatMap(Object.entries)
    .flatMap(([type, fields]) =>
      isObject(fields) ? Object.entries(fields).map(([field, given]) => [`${type}.${field}`, given] as const) : [],
    );
  return new Map(
    all.flatMap(([coordinate, given]) => {
      const write = returnedBy(resolveOf(given))?.write;
      return write ? [[coordinate, write] as const] : [];
    }),
  );
}

function resolveOf(given: unknown): unknown {
  return isObject(given) && 'resolve' in given ? given.resolve : given;
}

function problemsOfResolver(schema: GraphQLSchema, all: readonly Rows[], coordinate: string, resolver: unknown): readonly string[] {
  const [parent, name] = coordinate.split('.') as [string, string];
  // Such as `__isTypeOf`, which is of the type itself.
  if (name.startsWith('__')) return [];
  const type = schema.getType(parent);
  const field = isObjectType(type) ? type.getFields()[name] : undefined;
  if (!field) return [`resolvers.${coordinate}: the schema has no such field`];
  const returned = returnedBy(resolver);
  if (!returned) return [];
  const { type: rowType, most, key, takes = {}, needsSubject, canHide } = returned;
  const givesList = most !== undefined;
  const named = getNamedType(field.type);
  const canBe = named.name === rowType || (isAbstractType(named) && schema.getPossibleTypes(named).some((one) => one.name === rowType));
  if (!canBe) return [`${coordinate}: its resolver is of rows('${rowType}'), and it returns ${named.name}`];
  const problems = Object.entries(takes)
    .filter(([argument, of]) => !field.args.some((one) => one.name === argument && getNamedType(one.type).name === of))
    .map(([argument, of]) => `${coordinate}: its resolver needs the argument \`${argument}: ${of}\``);
  const above = key === undefined ? undefined : all.find((one) => one.type === parent);
  if (above && !Object.hasOwn(above.definition.keys ?? {}, key!)) problems.push(`${coordinate}: rows('${parent}').keys has no ${key}`);
  if (!all.some((one) => one.type === rowType))
    problems.push(`${coordinate}: its resolver is of rows('${rowType}'), which \`rows\` does not list`);
  if (needsSubject && !all.some((one) => one.type === rowType && one.definition.subject !== undefined))
    problems.push(`${coordinate}: its resolver adds rows about a data subject, and rows('${rowType}') has none`);
  if (canHide && isNonNullType(field.type))
    problems.push(`${coordinate}: leave out the \`!\` of its type: a change can end what lets the row be seen`);
  const isList = isListType(getNullableType(field.type));
  if (isList === givesList) return problems;
  const fitting = isList ? 'list(), page() or ofSubject()' : 'first(), one(), by() or firstOfSubject()';
  return [
    ...problems,
    `${coordinate}: its resolver returns ${givesList ? 'a list, and the field is none' : 'one row, and the field is a list'}: use ${fitting}`,
  ];
}

/** A root field has no row above it, so without a resolver it is null for everyone. The engine resolves `node`. */
function unansweredRootFields(schema: GraphQLSchema): readonly string[] {
  return [schema.getQueryType(), schema.getMutationType()].flatMap((root) =>
    Object.values(root?.getFields() ?? {})
      .filter(({ name, resolve }) => !resolve && `${root!.name}.${name}` !== nodeField)
      .map(({ name }) => `${root!.name}.${name}: it has no resolver`),
  );
}
