import { getNamedType, isLeafType, isObjectType } from 'graphql';
import { matrixCells, type MatrixCell } from '../../../src/engine/policy/matrix.ts';
import type { Policy } from '../../../src/engine/policy/declaration/policy.ts';
import type { EnforcedSchema } from '../../../src/server/spine/document/build-schema.ts';

/**
 * Finds the values of objects that may be seen where the object's id may not: a cache has only the place then.
 * @returns how many cells of the matrix were compared, and those without the id, each after its type
 */
export function seenWithoutId(
  { schema, markings }: EnforcedSchema,
  policy: Policy,
): { readonly compared: number; readonly alone: readonly (readonly [type: string, cell: MatrixCell])[] } {
  const cells = matrixCells(policy);
  const found = Object.values(schema.getTypeMap()).flatMap((type) => {
    const id = markings.outputs.get(`${type.name}.id`);
    if (!isObjectType(type) || !id) return [];
    const leaves = Object.values(type.getFields()).filter((field) => isLeafType(getNamedType(field.type)));
    const categories = new Set(leaves.map(({ name }) => markings.outputs.get(`${type.name}.${name}`)?.category));
    const ids = cells.filter(({ category }) => category === id.category);
    return cells
      .filter(({ category }) => categories.has(category))
      .map((cell) => ({ type: type.name, cell, isAlone: !ids.some((one) => isSeenWith(one, cell)) }));
  });
  return { compared: found.length, alone: found.filter(({ isAlone }) => isAlone).map(({ type, cell }) => [type, cell]) };
}

/** Whether each reader of a value may also see what the first cell permits. */
function isSeenWith(one: MatrixCell, value: MatrixCell): boolean {
  return (
    one.role === value.role &&
    one.purpose === value.purpose &&
    one.relationship === value.relationship &&
    one.when.every((condition) => value.when.includes(condition)) &&
    one.except.every(({ line }) => value.except.some((other) => other.line === line))
  );
}
