import { describe, expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { causeOf } from '../../../src/platform/errors/error-cause.ts';

/** A value with a property that fails when it is read, as a proxy or a getter of a package can. */
function failingAt<T extends object>(value: T, property: string): T {
  return Object.defineProperty(value, property, {
    get() {
      throw new Error('Peregrine');
    },
  });
}

function withCause(cause: unknown): Error {
  return new Error('Peregrine', { cause });
}

describe('the cause of an error', () => {
  test.each<[string, unknown, string]>([
    ['an SQLSTATE', Object.assign(new Error('Peregrine'), { code: '23505' }), '23505'],
    ['a code of Node in a cause', withCause(withCause(Object.assign(new Error('Peregrine'), { code: 'ECONNREFUSED' }))), 'ECONNREFUSED'],
    ['the class without a code', new RangeError('Peregrine'), 'RangeError'],
    ['the class of graphql-js', new GraphQLError('Peregrine'), 'GraphQLError'],
    ['no name that could be a value', Object.assign(new Error('Peregrine'), { name: 'Peregrine Castellow' }), 'unknown'],
    [
      'a cut connection that the driver noticed before',
      new Error('Client has encountered a connection error and is not queryable'),
      'ECONNRESET',
    ],
    ['a connection that the driver closed', new Error('Client was closed and is not queryable'), 'ECONNRESET'],
    ['a connection that was cut', new Error('Connection terminated unexpectedly'), 'ECONNRESET'],
    ['nothing of a text', 'Peregrine', 'unknown'],
    ['nothing of undefined', undefined, 'unknown'],
  ])('is %s', (_name, error, cause) => {
    expect(causeOf(error)).toBe(cause);
  });

  test.each<[string, unknown]>([
    ['a code', failingAt(new Error('Peregrine'), 'code')],
    ['a cause', failingAt(new Error('Peregrine'), 'cause')],
    ['a name', failingAt(new Error('Peregrine'), 'name')],
    ['a message', failingAt(new Error('Peregrine'), 'message')],
  ])('is unknown where the error has %s that cannot be read', (_name, error) => {
    expect(causeOf(error)).toBe('unknown');
  });

  test('is unknown where nothing of the error can be read', () => {
    const { proxy, revoke } = Proxy.revocable(new Error('Peregrine'), {});
    revoke();
    expect(causeOf(proxy)).toBe('unknown');
  });

  test('is found although errors are causes of each other', () => {
    const error = new RangeError('Peregrine');
    error.cause = withCause(error);
    expect(causeOf(error)).toBe('RangeError');
  });
});
