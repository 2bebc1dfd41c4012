import { town } from '../../../../src/town/index.ts';
import { describe, expect, test } from '@jest/globals';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
} from 'graphql';
import { buildSchema } from '../../../../src/server/spine/document/build-schema.ts';

const { schema } = buildSchema(town);
const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type));

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}
const within = (outer: string, parts: readonly Described[], form = (name: string): string => `${outer}.${name}`): [string, Described][] =>
  parts.map((part) => [form(part.name), part]);

/** Every part of the schema that a client can ask for or send, by coordinate. */
const parts: readonly [string, Described][] = [
  ...types.filter(({ name }) => name !== 'Query' && name !== 'Mutation').map((type): [string, Described] => [type.name, type]),
  ...types.flatMap((type) => {
    if (isEnumType(type)) return within(type.name, type.getValues());
    if (isInputObjectType(type)) return within(type.name, Object.values(type.getFields()));
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => [
      ...within(type.name, [field]),
      ...within(type.name, field.args, (name) => `${type.name}.${field.name}(${name}:)`),
    ]);
  }),
  ...schema
    .getDirectives()
    .filter((directive) => !isSpecifiedDirective(directive))
    .flatMap((directive): [string, Described][] => [
      [`@${directive.name}`, directive],
      ...within('', directive.args, (name) => `@${directive.name}(${name}:)`),
    ]),
];

const wordsOf = (text: string): string =>
  text
    .replaceAll(/(?<=[a-z])[A-Z]/g, ' $&')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .replaceAll(/\b(?:an?|the) /g, '')
    .trim();

describe('the schema', () => {
  test('describes each of its parts', () => {
    expect(parts.length).toBeGreaterThan(500);
    expect(parts.filter(([, { description }]) => !description?.trim()).map(([coordinate]) => coordinate)).toEqual([]);
  });

  test('describes none by its name', () => {
    const named = parts.filter(([, { name, description }]) => wordsOf(description ?? '') === wordsOf(name));
    expect(named.map(([coordinate]) => coordinate)).toEqual([]);
    expect(wordsOf('The birth date.')).toBe(wordsOf('birthDate'));
  });

  test('describes in sentences', () => {
    const broken = parts.filter(([, { description }]) => !/^[^a-z\s][^]*[.:?0-9Z*]$/.test(description ?? ''));
    expect(broken.map(([coordinate, { description }]) => `${coordinate}: ${description}`)).toEqual([]);
  });

  test('says what the format of each scalar is, and where it is specified', () => {
    const scalars = types.filter(isScalarType);
    expect(scalars.length).toBeGreaterThan(2);
    for (const { name, specifiedByURL, description } of scalars) {
      expect([name, URL.canParse(specifiedByURL ?? ''), new URL(specifiedByURL!).protocol]).toEqual([name, true, 'https:']);
      expect([name, description]).toEqual([name, expect.stringMatching(/RFC 3339|ISO 4217/)]);
    }
  });
});
