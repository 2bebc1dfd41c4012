import { z } from 'zod';
import type { Application } from '../../../engine/application.ts';
import { rolesOf, wordsOf, type Vocabulary } from '../../../engine/policy/declaration/vocabulary.ts';
import type { Relationship } from '../../../engine/register.ts';
import { formatDisagreement, type Disagreement } from '../../../engine/review/check/disagreement.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';

const method = z.custom((value) => typeof value === 'function', 'it is no function');
const text = z.string('it is no text').min(1, 'it is empty');
const flag = z.boolean('it is neither true nor false');
const list = <Item extends z.ZodType>(item: Item) => z.array(item, 'it is no list');
const record = <Item extends z.ZodType>(item: Item) => z.record(z.string(), item, 'it is no object');
const object = <Members extends z.ZodRawShape>(members: Members) => z.object(members, 'it is no object');
const limits = object({ perHour: z.number(), perDay: z.number() });

const role = object({
  noun: text,
  heldBy: z.enum(['NOBODY', 'DATA_SUBJECT', 'EMPLOYEE', 'ORGANISATION'], 'it is none of NOBODY, DATA_SUBJECT, EMPLOYEE and ORGANISATION'),
  isCounted: flag,
  acknowledges: flag,
  provesFreshly: flag,
  needsPasskey: flag,
  organisation: z.optional(object({ purpose: text, authorityKind: text, approvals: z.number(), budget: limits })),
});
const vocabulary = object({
  roles: record(role),
  purposes: record(object({ term: text, sentence: text })),
  categories: record(object({ term: text, label: text })),
  relationships: record(object({ genitive: text, noun: text })),
  scopes: record(
    object({
      rows: text,
      extent: text,
      subjects: z.enum(['NONE', 'HIDDEN', 'ALL', 'RELATED'], 'it is none of NONE, HIDDEN, ALL and RELATED'),
      holds: list(text),
    }),
  ),
  conditions: record(text),
  acts: record(object({ field: text, heading: text, does: text, counted: text })),
  clauses: record(object({ from: text })),
  reviewPurpose: text,
  authorities: list(object({ act: text })),
  accounts: object({ claims: object({}), contacts: object({}), independenceDays: z.number() }),
  logRetention: object({ years: z.number(), clause: text, authority: text, sentence: text }),
  statements: list(object({})),
  independence: text,
  authorityFields: list(text),
  notes: list(object({ heading: text, paragraphs: list(text) })),
  files: object({ schema: text, categories: text, conditions: text, clauses: text, policy: text }),
});
const lines = list(object({}));

/** The form of an application: what the compiler asks of those that are written in TypeScript. */
const form = object({
  policy: object({ vocabulary, grants: lines, prohibitions: lines, rootFields: lines, budgets: lines }),
  schema: object({ sources: method, resolvers: list(object({})), complete: method }),
  repository: object({
    root: z.instanceof(URL, { error: 'it is no URL' }),
    folders: list(text),
    schema: text,
    policy: text,
    packages: z.optional(z.instanceof(URL, { error: 'it is no URL' })),
  }),
  database: object({
    migrations: list(object({ name: text, sql: method })).min(1, 'it is empty'),
    schemas: list(text),
    plainTables: list(text),
    definitions: z.instanceof(URL, { error: 'it is no URL' }),
  }),
  entities: list(z.unknown()),
  authenticate: z.optional(method),
  access: object({ predicate: text }),
  postings: object({ sealableRoles: list(text), checkedPurposes: list(text) }),
  relationships: object({ offers: list(text), lookUp: method, columns: method, columnsOfCase: method }),
  cases: object({ find: method, renew: method }),
  acts: record(method),
  authorities: object({ read: method, readCategories: method, readEngagement: method }),
  erasures: object({ purpose: text, relationship: text }),
  duties: object({ read: method }),
  acknowledgements: object({ read: method }),
  sayPurpose: method,
  sayUse: object({ en: text, fr: text }),
  people: object({
    contestClaim: method,
    setInvitationCode: method,
    acceptInvitation: method,
    connectRecord: method,
    inviteAdministrator: method,
    areIndependent: method,
    organisations: z.custom((value) => typeof value === 'object' && value !== null, 'it is no SQL'),
  }),
  open: method,
  pages: z.optional(z.instanceof(URL, { error: 'it is no URL' })),
  servePages: method,
}) satisfies z.ZodType<{ readonly [Part in keyof Application]: unknown }>;

/**
 * Refuses an application that lacks a part.
 * @throws PrivacyError APPLICATION_INCOMPLETE naming each part, and together with it all disagreements between schema and policy
 */
export async function assertComplete(application: Application): Promise<void> {
  const found = checkApplication(application);
  if (found.length === 0) return;
  const isWithin = (part: string): boolean =>
    found.some(({ coordinate }) => coordinate.split('.')[0] === part || coordinate === 'application');
  if (!isWithin('schema') && !isWithin('policy')) {
    const { inspectSchema } = await import('../../spine/document/inspect-schema.ts');
    found.push(...inspectSchema(application.schema, application.schema.sources(), application.policy).disagreements);
  }
  throw new PrivacyError('APPLICATION_INCOMPLETE', { problems: found.map(formatDisagreement) });
}

/**
 * Finds what an application lacks: parts of the port, flags of roles, and relationships that its policy names and it does not look up.
 * `checkPolicy` and `checkSchema` find the rest. Pure.
 * @param application as given: the compiler has not seen one that is written in JavaScript
 */
function checkApplication(application: unknown): Disagreement[] {
  const { error } = form.safeParse(application);
  if (!error) return [...rolesWithoutHolder((application as Application).policy.vocabulary), ...unoffered(application as Application)];
  return error.issues.map(({ path, message }) => ({
    coordinate: path.join('.') || 'application',
    problem: valueAt(application, path) === undefined ? 'it is missing' : message,
    hint: `${path[1] === 'vocabulary' ? 'src/engine/policy/declaration/vocabulary.ts' : 'src/engine/application.ts'} says what it is for`,
  }));
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((inner, key) => (inner as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key], value);
}

/** Finds holders that have no role or several: callers without a token, and data subjects, must have one each. */
export function rolesWithoutHolder(words: Vocabulary): Disagreement[] {
  return (['NOBODY', 'DATA_SUBJECT'] as const).flatMap((heldBy) => {
    const found = rolesOf(words, heldBy);
    if (found.length === 1) return [];
    const problem = `${found.length === 0 ? 'no role is' : `${found.join(' and ')} are`} held by ${heldBy}, and one must be`;
    return [{ coordinate: 'policy.vocabulary.roles', problem, hint: 'correct heldBy of a role' }];
  });
}

function unoffered({ policy: { grants, prohibitions, vocabulary: words }, relationships: { offers } }: Application): Disagreement[] {
  const named = new Map<Relationship, string>();
  for (const { line, relationship } of grants) named.set(relationship, named.get(relationship) ?? `grants ${line}`);
  for (const { line, unless } of prohibitions)
    for (const one of unless?.relationships ?? []) named.set(one, named.get(one) ?? `prohibitions ${line}`);
  for (const scope of wordsOf(words.scopes))
    for (const one of words.scopes[scope].relationships ?? []) named.set(one, named.get(one) ?? `policy.vocabulary.scopes.${scope}`);
  return [...named]
    .filter(([relationship]) => !offers.includes(relationship))
    .map(([relationship, coordinate]) => ({
      coordinate,
      problem: `it names ${relationship}, which the application does not look up`,
      hint: 'look it up and add it to relationships.offers, or remove what names it',
    }));
}
