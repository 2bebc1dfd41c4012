import { isInterfaceType, type GraphQLField, type GraphQLInterfaceType, type GraphQLSchema } from 'graphql';
import type { Disagreement } from '../../review/check/disagreement.ts';
import { markingOf } from '../markings.ts';
import { nodeInterface } from '../node-fields.ts';

/** Finds implementers whose markings differ from the interface's: the gateway enforces theirs, and people read the interface's. Node says nothing of ids. */
export function checkInterfaces(schema: GraphQLSchema): Disagreement[] {
  return Object.values(schema.getTypeMap()).flatMap((type) =>
    isInterfaceType(type) && type.name !== nodeInterface
      ? Object.values(type.getFields()).flatMap((field) => checkField(schema, type, field))
      : [],
  );
}

function checkField(schema: GraphQLSchema, type: GraphQLInterfaceType, field: GraphQLField<unknown, unknown>): Disagreement[] {
  const found: Disagreement[] = [];
  const compare = (name: string, coordinate: string, own: string | undefined, expected: string | undefined): void => {
    if (own === expected) return;
    const hint =
      expected === undefined ? `mark both @impersonal, or both @personal(category: ${own})` : `mark it @personal(category: ${expected})`;
    found.push({ coordinate, problem: `does not carry the marking of ${name}`, hint });
  };
  for (const implementer of schema.getImplementations(type).objects) {
    const own = implementer.getFields()[field.name];
    // The GraphQL specification refuses a field that is not implemented at all.
    if (!own) continue;
    const [name, coordinate] = [`${type.name}.${field.name}`, `${implementer.name}.${field.name}`];
    compare(name, coordinate, markingOf(schema, own).category, markingOf(schema, field).category);
    for (const argument of field.args) {
      const ownArgument = own.args.find((candidate) => candidate.name === argument.name);
      if (!ownArgument) continue;
      const within = `(${argument.name}:)`;
      compare(name + within, coordinate + within, markingOf(schema, ownArgument).category, markingOf(schema, argument).category);
    }
  }
  return found;
}
