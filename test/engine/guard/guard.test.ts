import { aboutPerson, type Row } from '../../../src/engine/rows/row.ts';
import { describe, expect, test } from '@jest/globals';
import type { GraphQLResolveInfo } from 'graphql';
import type { GraphQLContext } from '../../../src/engine/request-context.ts';
import { admit } from '../../../src/engine/guard/admit.ts';
import type { PersonalCoordinate, SubjectType } from '../../../src/engine/markings/markings.ts';
import { guard } from '../../../src/engine/guard/guard.ts';
import { SeenSubjects } from '../../../src/engine/guard/seen-subjects.ts';
import { Relationships } from '../../../src/engine/guard/relationships.ts';

// Fail closed: each missing part gives null, and a case with every part gives the value.
const personal: PersonalCoordinate = { coordinate: 'Member.email', index: 1, category: 'EMAIL', derivedFrom: [] };
const owner: SubjectType = { none: false, property: 'id', existence: { ...personal, coordinate: 'Member', index: 0 } };
const row: Row = aboutPerson({ id: 'a', email: 'a@example.org' }, 'a');
// Any read of `info` throws: the guard must not use it.
const info = new Proxy({} as GraphQLResolveInfo, {
  get() {
    throw new Error('info was read');
  },
});

async function context(permits: readonly number[], asked: readonly number[] = [1, 1], known = ['a']): Promise<GraphQLContext> {
  const relationships = new Relationships(
    async (ids) => new Map(ids.filter((id) => known.includes(id)).map((id) => [id, { relationship: 'SELF', conditions: [] }])),
    () => Uint8Array.from(permits, (permitted, index) => permitted & (asked[index] ?? 0)),
  );
  await relationships.ensure(['a', 'b']);
  const plan = { asked: Uint8Array.from(asked), permitTable: () => Uint8Array.from(permits) };
  return { request: { plan, relationships, seenSubjects: new SeenSubjects() } } as unknown as GraphQLContext;
}

const read = (from: Row): unknown => from['email'];
const unreported = (): void => undefined;
const email = guard(personal, owner, read, unreported);

describe('the guard', () => {
  test('returns a permitted value', async () => {
    expect(email(row, {}, await context([1, 1]), info)).toBe('a@example.org');
  });

  test.each([
    ['a withheld coordinate', [1, 0], [1, 1], row],
    ['a coordinate that was not planned', [1, 1], [1, 0], row],
    ['a coordinate beyond the tables', [], [], row],
    ['a row without a data subject', [1, 1], [1, 1], { email: 'a@example.org' }],
    ['a row about an unknown person', [1, 1], [1, 1], aboutPerson({ email: 'b@example.org' }, 'b')],
    ['a row about a person who was never looked up', [1, 1], [1, 1], aboutPerson({ email: 'c@example.org' }, 'c')],
    ['a row whose subject is no id', [1, 1], [1, 1], aboutPerson({ email: 'd@example.org' }, undefined)],
  ])('withholds %s', async (_name, permits, asked, from) => {
    expect(email(from, {}, await context(permits, asked), info)).toBeNull();
  });

  test('withholds without a plan, without relationships, without a context', async () => {
    const whole = await context([1, 1]);
    expect(email(row, {}, { request: { ...whole.request, plan: undefined } }, info)).toBeNull();
    expect(email(row, {}, { request: { ...whole.request, relationships: undefined } }, info)).toBeNull();
    expect(email(row, {}, undefined as unknown as GraphQLContext, info)).toBeNull();
  });

  test('withholds if a resolver returns a promise or throws', async () => {
    const whole = await context([1, 1]);
    const failing = [
      async () => 'a@example.org',
      () => Promise.reject(new Error('no')),
      () => {
        throw new RangeError('a@example.org');
      },
      () => {
        throw 'a@example.org';
      },
    ];
    const reported: string[] = [];
    for (const resolve of failing) {
      const guarded = guard(personal, owner, resolve, (coordinate, errorClass) => void reported.push(`${coordinate} ${errorClass}`));
      expect(guarded(row, {}, whole, info)).toBeNull();
    }
    expect(reported).toEqual(['Promise', 'Promise', 'RangeError', 'unknown'].map((errorClass) => `Member.email ${errorClass}`));
  });

  test('withholds if a resolver throws and the failure cannot be reported', async () => {
    const fail = (): never => {
      throw new RangeError('a@example.org');
    };
    expect(guard(personal, owner, fail, fail)(row, {}, await context([1, 1]), info)).toBeNull();
  });

  test('withholds if a resolver throws something that cannot be read', async () => {
    const { proxy, revoke } = Proxy.revocable(new Error('a@example.org'), {});
    revoke();
    const reported: string[] = [];
    const guarded = guard(
      personal,
      owner,
      () => {
        throw proxy;
      },
      (_coordinate, errorClass) => void reported.push(errorClass),
    );
    expect(guarded(row, {}, await context([1, 1]), info)).toBeNull();
    expect(reported).toEqual(['unknown']);
  });

  test('reports nothing if a value is withheld because it is not permitted', async () => {
    const reported: string[] = [];
    const guarded = guard(personal, owner, read, (coordinate) => void reported.push(coordinate));
    expect(guarded(row, {}, await context([1, 1]), info)).toBe('a@example.org');
    expect(guarded(row, {}, await context([1, 0]), info)).toBeNull();
    expect(guarded(row, {}, { request: { ...(await context([1, 1])).request, plan: undefined } }, info)).toBeNull();
    expect(reported).toEqual([]);
  });

  test('returns values without a data subject only if NONE permits them', async () => {
    const subjectless = guard(personal, { none: true, property: undefined, existence: undefined }, read, unreported);
    expect(subjectless({ email: 'x' }, {}, await context([1, 1]), info)).toBe('x');
    expect(subjectless({ email: 'x' }, {}, await context([1, 0]), info)).toBeNull();
  });
});

describe('admission', () => {
  const field = {
    coordinate: 'Query.members',
    connection: false,
    hides: true,
    personal: undefined,
    subjects: new Map([['Member', owner]]),
    type: 'Member',
  };
  const rows = [row, aboutPerson({ id: 'b' }, 'b'), aboutPerson({ id: 'x' }, undefined), null];

  test('keeps rows whose existence may be disclosed, and no others', async () => {
    expect(await admit(field, () => rows)({}, {}, await context([1, 1]), info)).toEqual([row]);
    expect(await admit(field, () => rows)({}, {}, await context([0, 1]), info)).toEqual([]);
    expect(await admit(field, async () => row)({}, {}, await context([1, 1]), info)).toBe(row);
    expect(await admit(field, async () => row)({}, {}, await context([0, 1]), info)).toBeNull();
  });

  test('keeps no row of an unknown type where several types are possible', async () => {
    const abstract = { ...field, type: undefined };
    expect(await admit(abstract, () => ({ ...row, __typename: 'Member' }))({}, {}, await context([1, 1]), info)).not.toBeNull();
    expect(await admit(abstract, () => row)({}, {}, await context([1, 1]), info)).toBeNull();
  });

  test('does not call the resolver of a field that the row may not show', async () => {
    let asked = 0;
    const hidden = admit({ ...field, personal }, () => {
      asked += 1;
      return row;
    });
    expect(await hidden(row, {}, await context([1, 1]), info)).toBe(row);
    expect(await hidden(row, {}, await context([1, 0]), info)).toBeNull();
    expect(asked).toBe(1);
  });

  test('fails if the look-up fails', async () => {
    const whole = await context([1, 1]);
    const relationships = new Relationships(
      () => Promise.reject(new Error('gone')),
      () => Uint8Array.of(1, 1),
    );
    await expect(Promise.resolve(admit(field, () => rows)({}, {}, { request: { ...whole.request, relationships } }, info))).rejects.toThrow(
      'gone',
    );
  });
});
