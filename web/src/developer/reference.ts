import type { Language } from '../choose-language.ts';
import type { Role } from '../session/read-session.ts';

/** The reference that `scripts/build-pages/` writes in addition to the schemas. */
export interface Reference {
  readonly errors: readonly KnownError[];
  readonly examples: readonly Example[];
}

/** A code of an error. */
export interface KnownError {
  readonly group: string;
  readonly code: string;
  readonly status: number;
  readonly sentences: Readonly<Record<Language, string>>;
  /** When it happens, or what to do: in English. */
  readonly comment: string;
}

/** An operation of the client guide. */
export interface Example {
  /** As whom it runs there. */
  readonly persona: string;
  /** The heading under which it stands. */
  readonly title: string;
  readonly purpose: string | undefined;
  readonly document: string;
}

const references = import.meta.glob<Reference>('./generated/reference.json', { import: 'default' });
const schemas = import.meta.glob<string>('./generated/schema/*.graphql', { query: '?raw', import: 'default' });

/** @throws Error where the build did not write it */
export async function readReference(): Promise<Reference> {
  return references['./generated/reference.json']!();
}

/** The schema as a role sees it, in the schema definition language. */
export async function readSchema(role: Role): Promise<string> {
  return schemas[`./generated/schema/${role}.graphql`]!();
}

/** The roles that have a schema. */
export const rolesWithSchema = Object.keys(schemas).map((path) => path.replace(/.*\/(.*)\.graphql/, '$1') as Role);
