/**
 * Limits of a document. The largest honest documents known, a fifth of all fields of this schema each under an alias of its own
 * (test/helpers/asking/whole-operation.ts), have 3,300 tokens in 29,000 characters, nested 12 deep, with 970 fields, and could
 * give 45,000 objects. `npm run -s bench -- hostile` measures what documents at these limits cost.
 */
export const documentLimits = {
  /** UTF-16 units of the text. */
  characters: 96 * 1024,
  /** Lexical tokens, comments among them. */
  tokens: 6_000,
  /** Brackets within brackets of any kind; and selections within selections, with fragments expanded. */
  depth: 32,
  /** `@include`, `@skip`, `@purpose`, in the whole document. */
  directives: 400,
  operations: 20,
  fragments: 50,
  /** Variables of one operation. */
  variables: 100,
  /** Fields, inline fragments and spreads of all operations, with fragments expanded. */
  places: 1_000,
  /** Fields whose response name occurred before in the same selection set: graphql-js compares all pairs. */
  repeated: 100,
  /** Root fields of one operation, aliases included: each is a separate read. */
  roots: 30,
  /**
   * Fields with arguments in one operation, aliases included. Fields with equal arguments share statements, for all rows together;
   * other arguments need statements of their own. The largest honest documents have 33.
   */
  reads: 40,
  /** Objects in the largest possible answer to one operation; see `measureDocument`. */
  rows: 100_000,
  /** Values in it, which decide how much memory it takes. The largest honest documents have half as many. */
  values: 1_000_000,
} as const;

/** Limits of a request's variables. */
export const variableLimits = {
  /** Values, lists and objects, of all variables together. */
  values: 5_000,
  /** Nesting depth of lists and objects. */
  depth: 16,
} as const;

/** Rows that an object of the introspection schema counts for: graphql-js answers it synchronously and whole. */
export const introspectedRows = 4;

/** Items that are counted for a list without pages: the people of a team, the messages of a case. */
export const unpagedItems = 5;

/** Values that a list of texts counts for, such as the coordinates that an access entry names. */
export const textsOfList = 10;
