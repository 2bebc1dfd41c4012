import type { Purpose } from '../../../engine/register.ts';
import { isObjectType, type GraphQLSchema } from 'graphql';
import type { EnforcedSchema } from '../../../server/spine/document/build-schema.ts';
import { wordsOf } from '../../../engine/policy/declaration/vocabulary.ts';
import { matrixCells, matrixRootFields } from '../../../engine/policy/matrix.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import type { Recipient, Safeguards } from './activity.ts';

/** The safeguards of one purpose that follow from policy and schema. */
export function safeguardsOf(
  policy: Policy,
  { schema, markings }: EnforcedSchema,
  purpose: Purpose,
  recipients: readonly Recipient[],
): Safeguards {
  const roles = new Set(recipients.map(({ role }) => role));
  const outside = recipients.some((one) => one.outside);
  const seen = new Set(recipients.flatMap((one) => one.categories));
  const needed = new Set(recipients.flatMap(({ when }) => when));
  const logReaders = matrixCells(policy, { category: 'ACCESS_HISTORY' }).map(({ role, purpose: what, line, clause }) => ({
    role,
    purpose: what,
    line,
    clause,
  }));
  const pseudonyms = [...markings.outputs.values()]
    .filter(({ category }) => seen.has(category))
    .map(({ coordinate }) => ({ coordinate, description: descriptionOf(schema, coordinate) }))
    // A field that is described as a pseudonym is one for all readers; other mentions are about partners.
    .filter(({ coordinate, description }) => coordinate.endsWith('.pseudonym') || (outside && /pseudonym/i.test(description)));
  return {
    prohibitions: policy.prohibitions.filter(
      (one) =>
        (one.roles === undefined || one.roles.some((role) => roles.has(role))) &&
        (one.purposes === undefined || one.purposes.includes(purpose)) &&
        one.unless?.purposes?.includes(purpose) !== true,
    ),
    conditions: wordsOf(policy.vocabulary.conditions).filter((condition) => needed.has(condition)),
    authorityFields: outside ? matrixRootFields(policy).filter(({ field }) => policy.vocabulary.authorityFields.includes(field)) : [],
    budgets: policy.budgets.filter((one) => one.purposes.includes(purpose)),
    logReaders,
    pseudonyms,
  };
}

function descriptionOf(schema: GraphQLSchema, coordinate: string): string {
  const [name = '', field = ''] = coordinate.split('.');
  const type = schema.getType(name);
  return (isObjectType(type) && type.getFields()[field]?.description) || '';
}
