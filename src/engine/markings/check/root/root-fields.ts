import { isNonNullType, type GraphQLSchema } from 'graphql';
import type { Disagreement } from '../../../review/check/disagreement.ts';
import { didYouMean } from '../../../review/spelling/did-you-mean.ts';
import type { Policy } from '../../../policy/declaration/policy.ts';
import { nodeField } from '../../node-fields.ts';
import { rootTypes } from './root-types.ts';

/** Finds root fields without a policy line, lines without a root field, and root fields whose refusal would null the others. */
export function checkRootFields(schema: GraphQLSchema, policy: Policy): Disagreement[] {
  const found: Disagreement[] = [];
  const open = new Set(policy.rootFields.flatMap(({ fields }) => fields));
  const coordinates: string[] = [];
  for (const type of rootTypes(schema)) {
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      coordinates.push(coordinate);
      // `node` is entered by the lines of the fields that it reads.
      if (!open.has(coordinate) && coordinate !== nodeField) {
        const hint = `say in ${policy.vocabulary.files.rootFields} who may use it, for which purposes, and which rows it returns`;
        found.push({ coordinate, problem: 'a root field without a policy line', hint });
      }
      if (isNonNullType(field.type)) {
        const problem = 'a root field must be nullable, so that a refusal leaves the others';
        found.push({ coordinate, problem, hint: 'take the ! away' });
      }
    }
  }
  for (const coordinate of open) {
    if (coordinates.includes(coordinate)) continue;
    found.push({
      coordinate,
      problem: 'a policy line names a root field that does not exist',
      hint: didYouMean(coordinate, coordinates, 'define the field, or take it out of the line'),
    });
  }
  return found;
}
