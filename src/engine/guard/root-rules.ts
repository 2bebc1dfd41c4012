import { createRequire } from 'node:module';
import type { GraphQLFieldResolver, GraphQLSchema } from 'graphql';
import type { IRule } from 'graphql-shield';
import type { EnforcedContext, OperationState } from '../plan/operation-state.ts';
import type { Plan } from '../plan/operation-plan.ts';
import type { ErrorReason } from '../../platform/errors/error-reasons.ts';
import { asPrivacyError, PrivacyError } from '../../platform/errors/errors.ts';
import { rootFieldLine, decideRows } from '../policy/decision/enter.ts';
import type { Policy } from '../policy/declaration/policy.ts';
import { isAnonymousRole } from '../policy/declaration/vocabulary.ts';

// The ES modules of graphql-shield do not load on Node 24, and it must share graphql-middleware's one copy.
const { shield, rule, and, deny } = createRequire(import.meta.url)('graphql-shield') as typeof import('graphql-shield');

type Resolver = GraphQLFieldResolver<unknown, EnforcedContext>;
type Middleware = (resolve: Resolver, ...rest: Parameters<Resolver>) => unknown;
/** The result of graphql-shield for a field. A composed rule comes wrapped. */
type ShieldEntry = Middleware | { readonly resolve: Middleware } | undefined;

// Results must not be kept on the context: equal names would share a slot.
const uncached = { cache: 'no_cache' } as const;

/** A shield rule of a root field. It returns true or the error that the client sees. */
function named(name: string, field: string, judge: (context: EnforcedContext) => true | PrivacyError): IRule {
  return rule(`${name} ${field}`, uncached)((_parent: unknown, _arguments: unknown, context: EnforcedContext) => judge(context));
}

const purposeDeclared = ({ vocabulary }: Policy, field: string): IRule =>
  named('purpose declared', field, ({ request }) => {
    if (isAnonymousRole(vocabulary, request.principal.role)) return new PrivacyError('AUTHENTICATION_REQUIRED');
    return request.declaration?.purpose === undefined ? new PrivacyError('PURPOSE_REQUIRED') : true;
  });

const authorityInForce = (field: string): IRule =>
  named('authority in force', field, ({ request }) => {
    if (!request.principal.partner) return true;
    return request.declaration?.authority?.inForce === true ? true : new PrivacyError('AUTHORITY_NOT_IN_FORCE');
  });

const mayUse = (field: string): IRule =>
  named('may use', field, ({ request }) =>
    request.plan?.roots.get(field)?.line === undefined
      ? new PrivacyError('FIELD_NOT_PERMITTED', { reason: request.plan && closedBecause(request.plan, field) })
      : true,
  );

/** Why a root field is closed. It follows from the policy, the role, the purpose and the principal's own authority, registration and token. */
function closedBecause({ policy, access }: Plan, field: string): ErrorReason {
  const { role, purpose } = access;
  const line = rootFieldLine(policy, field, role, purpose);
  if (line?.needs !== undefined) {
    const decision = decideRows(policy, line, access, line.needs);
    const reason = decision.effect === 'WITHHOLD' ? decision.reason : undefined;
    return reason === 'NOT_IN_REGISTRATION' || reason === 'NOT_IN_TOKEN' ? reason : 'NOT_IN_AUTHORITY';
  }
  return policy.rootFields.some((line) => line.role === role && line.fields.includes(field)) ? 'OTHER_PURPOSE' : 'OTHER_ROLE';
}

const argumentsPermitted = (field: string): IRule =>
  named('arguments permitted', field, ({ request }) => {
    const root = request.plan?.roots.get(field);
    if (root && root.refusedInputs.length === 0) return true;
    return new PrivacyError('ARGUMENT_NOT_PERMITTED', { coordinates: root?.refusedInputs ?? [] });
  });

/** The rule of a root field, from the policy's lines alone. A field that all may use for any purpose needs no purpose. */
function ruleFor(policy: Policy, field: string): ReturnType<typeof and> | typeof deny {
  const lines = policy.rootFields.filter((line) => line.fields.includes(field));
  if (lines.length === 0) return deny;
  if (lines.some((line) => line.role === 'ANYBODY')) return and(mayUse(field), argumentsPermitted(field));
  if (lines.some((line) => line.role !== 'ANYBODY' && isAnonymousRole(policy.vocabulary, line.role)))
    return and(mayUse(field), authorityInForce(field), argumentsPermitted(field));
  return and(purposeDeclared(policy, field), authorityInForce(field), mayUse(field), argumentsPermitted(field));
}

/**
 * Mounts graphql-shield's rules on the root fields of a schema. Every root field gets the rule that follows from schema
 * and policy; below the root fields the guard decides. Only the root's entries of shield's map are mounted.
 * @throws PrivacyError SCHEMA_INCONSISTENT where shield has no rule for a root field
 */
export function mountRootRules(schema: GraphQLSchema, policy: Policy): void {
  const roots = [schema.getQueryType(), schema.getMutationType()].filter((type) => type !== null && type !== undefined);
  const tree = Object.fromEntries(
    roots.map((type) => [
      type.name,
      Object.fromEntries(Object.keys(type.getFields()).map((name) => [name, ruleFor(policy, `${type.name}.${name}`)])),
    ]),
  );
  const generator = shield(tree, {
    fallbackRule: deny,
    fallbackError: (thrown) => asPrivacyError(thrown) ?? (thrown instanceof Error ? thrown : new PrivacyError('FIELD_NOT_PERMITTED')),
  });
  const map = generator.generate(schema) as Record<string, Record<string, ShieldEntry> | undefined>;
  for (const type of roots) {
    for (const field of Object.values(type.getFields())) {
      const entry = map[type.name]?.[field.name];
      const middleware = typeof entry === 'object' ? entry.resolve : entry;
      // An invalid entry makes shield drop a whole type's map; then no field of that type may be served.
      if (!middleware)
        throw new PrivacyError('SCHEMA_INCONSISTENT', { problems: [`${type.name}.${field.name}: no rule for this root field`] });
      const resolve: Resolver = field.resolve ?? (() => null);
      field.resolve = (...rest) => middleware(resolve, ...rest);
    }
  }
}

/**
 * Enters the root fields (stage "enter"). Where a root field's rows are those of the declared case, the case's data
 * subject is marked as seen there, even if the operation only counts. Whether a root field may be used at all is decided
 * by its graphql-shield rule when execution reaches it (root-rules.ts).
 * @throws whatever the look-up of the relationship throws
 */
export async function enter({ plan, declaration, relationships, seenSubjects }: OperationState): Promise<void> {
  const subjectId = declaration?.openCase?.subjectId;
  if (!plan || !relationships || subjectId === undefined) return;
  for (const [field, { line, byNode }] of plan.roots) {
    // Objects that `node` finds are marked when they are found. They are not counted.
    if (byNode || !line || !plan.policy.vocabulary.scopes[line.scope]?.isOfCase) continue;
    await relationships.ensure([subjectId]);
    const subject = relationships.find(subjectId);
    if (subject) seenSubjects.mark(subject, field);
  }
}
