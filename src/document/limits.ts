/**
 * What a document may hold. The largest honest ones known, half of all fields of this schema each under an alias of its own
 * (test/helpers/whole-operation.ts), have 3,300 tokens in 29,000 characters, nested 12 deep, with 940 fields, and could
 * give 45,000 objects. `npm run -s bench -- hostile` measures what documents at these limits cost.
 */
export const documentLimits = {
  /** UTF-16 units of the text. */
  characters: 96 * 1024,
  /** Lexical tokens, comments among them. */
  tokens: 6_000,
  /** Brackets within brackets, of whatever kind; and selections within selections, once fragments stand where they are spread. */
  depth: 32,
  /** `@include`, `@skip`, `@purpose`, over the whole document. */
  directives: 400,
  operations: 20,
  fragments: 50,
  /** Variables of one operation. */
  variables: 100,
  /** Fields, inline fragments and spreads of all operations, once fragments stand where they are spread. */
  places: 1_000,
  /** Fields whose response name came before in the same selection set: graphql-js compares each with each. */
  repeated: 100,
  /** Fields at the root of one operation, aliases among them: each is a read of its own. */
  roots: 30,
  /** Objects that the worst answer to one operation has; see `measureDocument`. */
  rows: 100_000,
} as const;

/** What the variables of a request may hold, whatever their names. */
export const variableLimits = {
  /** Values, lists and objects, over all of them. */
  values: 5_000,
  /** Lists and objects within each other. */
  depth: 16,
} as const;

/** How many rows are counted for a page whose size a variable says: the most that a page may have. */
export const largestPage = 100;

/** How many rows an object of the introspection schema counts for: the answer comes from graphql-js itself, at once and whole. */
export const introspectedRows = 4;

/** How many items are counted for a list without pages: a household's members, a ticket's messages. */
export const unpagedItems = 5;
