import type { Stamps } from '../../../engine/rows/row.ts';

/** Values of a row that are not fields of its type. Resolvers find other rows by them. */
type Keys = {
  /** The object type, if the schema's type is an interface or a union. */
  readonly __typename?: string;
  readonly residentId?: string | null;
  readonly subjectId?: string;
  readonly guardianId?: string;
  readonly minorId?: string;
  readonly pageKey?: string;
  readonly pageId?: string;
  /** The row scope in which an access entry was found. */
  readonly foundIn?: string | null;
  /** The id of the person whose entries were looked for. */
  readonly sought?: string | null;
  /** The page of the access log that an access entry was found on. */
  readonly covered?: string | undefined;
};

type Scalar = string | number | boolean;

/** The names of an object type's fields. */
export type Field<T> = Exclude<keyof T, '__typename'> & string;

/** The names of an object type's fields that hold scalars or enum values, or lists of them. */
export type Leaf<T> = { [F in Field<T>]: NonNullable<T[F]> extends Scalar | readonly Scalar[] ? F : never }[Field<T>];

/**
 * A plain row with only the columns that the operation may see, named as in the schema. A field that leads to another row holds
 * that row's id, or another value that its resolver reads.
 * @typeParam T an object type of the schema; any if left out
 */
export type Row<T = Readonly<Record<string, unknown>>> = Stamps & Keys & { readonly [F in Field<T>]?: F extends Leaf<T> ? T[F] : unknown };
