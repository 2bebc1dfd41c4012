import {
  Kind,
  parse,
  visit,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type ObjectTypeDefinitionNode,
  type ParseOptions,
  type Source,
  type TypeNode,
} from 'graphql';

/**
 * Parses a schema file, and gives each field that returns a connection the arguments of a page: `first: Int` and `after: String`,
 * `last: Int` and `before: String`, all `@impersonal`. An argument that the file writes itself stays.
 * Every reader of the schema calls this function, so that all of them see the same arguments.
 * @throws GraphQLError the file is not GraphQL
 */
export function parseSchema(source: Source | string, options?: ParseOptions): DocumentNode {
  return visit(parse(source, options), { FieldDefinition: (field) => (returnsConnection(field) ? withPageArguments(field) : undefined) });
}

const pageArguments = argumentsOf(`type Page {
  page(
    "Rows from the beginning, or behind \`after\`: 1 to 100. Without \`first\` and \`last\`, 20."
    first: Int @impersonal
    "The cursor of the row before the page."
    after: String @impersonal
    "Rows from the end, or before \`before\`: 1 to 100. Not together with \`first\`."
    last: Int @impersonal
    "The cursor of the row behind the page."
    before: String @impersonal
  ): Page
}`);

function argumentsOf(text: string): readonly InputValueDefinitionNode[] {
  const [type] = parse(text, { noLocation: true }).definitions as readonly ObjectTypeDefinitionNode[];
  return type!.fields![0]!.arguments!;
}

function returnsConnection({ type }: FieldDefinitionNode): boolean {
  let named: TypeNode = type;
  while (named.kind !== Kind.NAMED_TYPE) named = named.type;
  return named.name.value.endsWith('Connection');
}

/** The added arguments have the place of the field, so that a finding about one names the line to edit. */
function withPageArguments(field: FieldDefinitionNode): FieldDefinitionNode {
  const written = field.arguments ?? [];
  const added = pageArguments
    .filter(({ name }) => written.every((one) => one.name.value !== name.value))
    .map((argument) => visit(argument, { enter: (node) => ({ ...node, loc: field.name.loc }) }));
  return { ...field, arguments: [...written, ...added] };
}
