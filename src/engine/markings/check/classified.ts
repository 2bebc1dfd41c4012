import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import type { Disagreement } from '../../review/check/disagreement.ts';
import { markingOf } from '../markings.ts';
import { nodeInterface } from '../node-fields.ts';
import { isRootType } from './root/root-types.ts';

type Element = Parameters<typeof markingOf>[1];

const hint = 'mark it @personal(category: …) or @impersonal';

/** Finds every coordinate that is not classified, directly or through its type, and every one that is classified twice. */
export function checkClassified(schema: GraphQLSchema): Disagreement[] {
  const found: Disagreement[] = [];
  for (const type of Object.values(schema.getTypeMap())) if (!type.name.startsWith('__')) checkType(type);
  return found;

  function checkType(type: GraphQLNamedType): void {
    const inherited = markingOf(schema, type).impersonal;
    if (isUnionType(type) && !inherited) {
      found.push({
        coordinate: type.name,
        problem: 'unclassified: mark the union @impersonal, its members say the rest',
        hint: `union ${type.name} @impersonal`,
      });
    }
    if (isEnumType(type)) for (const value of type.getValues()) checkInput(`${type.name}.${value.name}`, value, inherited);
    if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) checkInput(`${type.name}.${field.name}`, field, inherited);
    }
    // The types of Node classify their ids.
    if ((!isObjectType(type) && !isInterfaceType(type)) || type.name === nodeInterface) return;
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      for (const argument of field.args) checkInput(`${coordinate}(${argument.name}:)`, argument, false);
      // The result of a root field is classified by its own type.
      const leadsOn = isRootType(schema, type) && isCompositeType(getNamedType(field.type)) && !markingOf(schema, field).category;
      if (!leadsOn) check(coordinate, field, inherited);
      if (!markingOf(schema, field).isCompared) continue;
      found.push({ coordinate, problem: 'compared means nothing where a value goes out', hint: 'take compared out' });
    }
  }

  function checkInput(coordinate: string, element: Element, inherited: boolean): void {
    check(coordinate, element, inherited);
    if (markingOf(schema, element).derivedFrom.length === 0) return;
    found.push({ coordinate, problem: 'derivedFrom means nothing where a value comes in', hint: 'take derivedFrom out' });
  }

  function check(coordinate: string, element: Element, inherited: boolean): void {
    const { category, impersonal } = markingOf(schema, element);
    if (category && impersonal) found.push({ coordinate, problem: 'both @personal and @impersonal', hint: 'take one of them out' });
    if (!category && !impersonal && !inherited) found.push({ coordinate, problem: 'unclassified', hint });
  }
}
