import { isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType, type GraphQLSchema } from 'graphql';

/** Every schema coordinate of a schema (GraphQL, Schema Coordinates): types, fields, arguments, input fields and enum values. Pure. */
export function coordinatesOf(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => !isIntrospectionType(type))
    .flatMap((type) => {
      const { name } = type;
      if (isEnumType(type)) return [name, ...type.getValues().map((value) => `${name}.${value.name}`)];
      if (isInputObjectType(type)) return [name, ...Object.keys(type.getFields()).map((field) => `${name}.${field}`)];
      if (!isObjectType(type) && !isInterfaceType(type)) return [name];
      const ofFields = Object.values(type.getFields()).flatMap((field) => [
        `${name}.${field.name}`,
        ...field.args.map((argument) => `${name}.${field.name}(${argument.name}:)`),
      ]);
      return [name, ...ofFields];
    });
}
