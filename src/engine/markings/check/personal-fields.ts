import { getDirective } from '@graphql-tools/utils';
import { isNonNullType, isObjectType, type GraphQLSchema } from 'graphql';
import type { Vocabulary } from '../../policy/declaration/vocabulary.ts';
import type { Disagreement } from '../../review/check/disagreement.ts';
import { markingOf, type Markings } from '../markings.ts';

/** Finds types whose data subject is missing or given twice, and personal fields that can't be withheld by themselves. */
export function checkPersonalFields(schema: GraphQLSchema, markings: Markings, { categories, files }: Vocabulary): Disagreement[] {
  const found: Disagreement[] = [];
  const report = (coordinate: string, problem: string, hint: string): number => found.push({ coordinate, problem, hint });

  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    checkSubject(type.name);
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      const { category } = markingOf(schema, field);
      if (!category) continue;
      if (!markings.subjects.has(type.name)) {
        report(coordinate, 'personal, but its type has no @dataSubject', `mark ${type.name} @dataSubject(id: …), or (none: true)`);
      }
      if (isNonNullType(field.type)) report(coordinate, 'a personal field must be nullable', 'take the ! away: withheld is null');
      if (!(category in categories)) report(coordinate, 'a category without a DPV term', `describe ${category} in ${files.categories}`);
    }
  }
  return found;

  function checkSubject(name: string): void {
    const about = markings.subjects.get(name);
    if (!about) return;
    const { none, property, existence } = about;
    if (!none && property === undefined) {
      report(name, '@dataSubject needs id or none', 'name the property of the row that holds the data subject’s id, or say none: true');
    }
    if (none && property !== undefined) {
      report(name, '@dataSubject has both id and none', 'give id where its objects have a data subject, none: true where they have none');
    }
    if (none && existence) report(name, '@dataSubject says existence, but none whose it could be', 'take existence out, or give an id');
    const [given] = getDirective(schema, schema.getType(name)!, 'dataSubject') ?? [];
    if (given?.['id'] === '')
      report(name, '@dataSubject names no property', 'name the property of the row that holds the data subject’s id');
  }
}
