import { town } from '../../src/town/index.ts';
import { describe, expect, test } from '@jest/globals';
import { Source } from 'graphql';
import { PrivacyError } from '../../src/platform/errors/errors.ts';
import { buildSchema } from '../../src/server/spine/document/build-schema.ts';
import { schemaSources } from '../../src/town/shared/graphql/schema-sources.ts';

// Apollo Router, GHSA-g8jh-vg5j-4h3f: an access-control directive that the schema imported under another name was ignored,
// so the field had no access control.

/** The error that keeps the gateway from starting on a changed schema. */
function problemsWith(change: (body: string, name: string) => string): string {
  try {
    buildSchema(
      town,
      schemaSources().map(({ body, name }) => new Source(change(body, name), name)),
    );
    return '';
  } catch (error) {
    if (error instanceof PrivacyError && error.code === 'SCHEMA_INCONSISTENT') return error.message;
    throw error;
  }
}

describe('GHSA-g8jh-vg5j-4h3f (Apollo Router): a directive under another name keeps the gateway from starting', () => {
  test('the gateway starts with the names that it knows', () => {
    expect(problemsWith((body) => body)).toBe('');
  });

  test.each(['personal', 'impersonal', 'dataSubject'])('@%s renamed everywhere, including its definition', (directive) => {
    const problems = problemsWith((body) => body.replaceAll(new RegExp(`@${directive}\\b`, 'g'), `@own_${directive}`));
    expect(problems).toMatch(/Resident/);
  });

  test('@personal renamed at one field, with its own definition', () => {
    const problems = problemsWith((body, name) =>
      name.endsWith('directives.graphql')
        ? `${body}\ndirective @private(category: DataCategory!) on FIELD_DEFINITION`
        : name.endsWith('people.graphql')
          ? body.replace('birthDate: LocalDate @personal(', 'birthDate: LocalDate @private(')
          : body,
    );
    expect(problems).toContain('Resident.birthDate');
  });

  test('@personal renamed at one field, without a definition', () => {
    expect(problemsWith((body) => body.replace('birthDate: LocalDate @personal(', 'birthDate: LocalDate @personnel('))).toMatch(
      /personnel|Resident\.birthDate/,
    );
  });

  test('an import under another name, as in federation', () => {
    const problems = problemsWith((body, name) =>
      name.endsWith('directives.graphql')
        ? `${body.replaceAll('@personal', '@own')}
           directive @link(url: String!, import: [Import!]) repeatable on SCHEMA
           input Import { name: String!, as: String! }
           extend schema @link(url: "urn:need-to-know", import: [{ name: "@personal", as: "@own" }])`
        : body.replaceAll('@personal', '@own'),
    );
    expect(problems).toContain('Resident.birthDate');
  });

  test('the category’s argument under another name', () => {
    expect(
      problemsWith((body) => body.replace('birthDate: LocalDate @personal(category:', 'birthDate: LocalDate @personal(kind:')),
    ).toContain('Resident.birthDate');
  });
});
