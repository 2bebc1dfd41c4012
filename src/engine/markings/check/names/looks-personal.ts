import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
} from 'graphql';
import type { Disagreement } from '../../../review/check/disagreement.ts';
import { markingOf, type Markings } from '../../markings.ts';
import { personalWord } from './personal-words.ts';

type Element = Parameters<typeof markingOf>[1] & { readonly type: GraphQLType };

/**
 * Finds fields, arguments and input fields whose name or type suggests a person and that are, or inherit, @impersonal.
 * It is a guess, so the gateway starts all the same. A field that returns an object is skipped: the object's own fields
 * must all be classified.
 */
export function findLooksPersonal(schema: GraphQLSchema, markings: Markings): Disagreement[] {
  const found: Disagreement[] = [];
  // A type whose existence is personal is a person or represents one.
  const people = new Map(
    [...markings.subjects].flatMap(([name, { none, existence }]) => (existence && !none ? [[name.toLowerCase(), existence.category]] : [])),
  );

  const categories = schema.getType('DataCategory');
  const isCategory = (word: string): boolean => isEnumType(categories) && categories.getValue(word) !== undefined;

  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    const inherited = markingOf(schema, type).impersonal;
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) judge(`${type.name}.${field.name}`, field.name, field, inherited, false);
    }
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      judge(coordinate, field.name, field, inherited, hasSubject(type));
      for (const argument of field.args) judge(`${coordinate}(${argument.name}:)`, argument.name, argument, false, false);
    }
  }
  return found;

  function judge(coordinate: string, name: string, element: Element, inherited: boolean, hasSubject: boolean): void {
    const { category, impersonal } = markingOf(schema, element);
    const type: GraphQLNamedType = getNamedType(element.type);
    if (category !== undefined || !(impersonal || inherited) || isCompositeType(type) || isInputObjectType(type)) return;
    const word = personalWord(name, hasSubject, people) ?? personalWord(type.name, hasSubject, people);
    if (!word) return;
    found.push({
      coordinate,
      problem: `it looks personal (${word.word}) and is @impersonal`,
      hint:
        word.category === undefined || !isCategory(word.category)
          ? 'mark it @personal with a category that says what it is, or name it for what it holds'
          : `mark it @personal(category: ${word.category}), or name it for what it holds`,
    });
  }

  function hasSubject(type: GraphQLNamedType): boolean {
    const about = markings.subjects.get(type.name);
    if (about) return !about.none;
    return isInterfaceType(type) && schema.getImplementations(type).objects.some(hasSubject);
  }
}
