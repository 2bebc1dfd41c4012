import { describe, expect, test } from '@jest/globals';
import { rows, sql, type ApplicationDefinition } from '../../../../src/server/library/index.ts';
import { openEvidence } from '../../../../src/server/library/testing/index.ts';
import {
  cid,
  branches,
  columns,
  loans,
  looks,
  queries,
  readers,
  sound,
  standpoints,
  subjects,
  tables,
} from '../../../helpers/library/book-library.ts';
import { useEvidence } from '../../../helpers/library/use-evidence.ts';

// The evidence of the package, on a library of books: it must be silent for a sound application, and notice each of these mistakes.

const evidence = useEvidence();

describe('the evidence of a sound application', () => {
  test('finds every value as the policy says, from every standpoint', async () => {
    const found = await (await evidence.of({})).exhaust(standpoints);
    expect(found).toMatchObject({
      problems: [],
      notAsked: ['Query.branches', 'Query.dividing', 'Query.looks', 'Query.pageOfLooks'],
      neverReleased: [],
      notCompared: ['Look'],
    });
    expect(found.related).toContainEqual({ standpoint: 'Ann', kind: 'reader', holds: 'SELF', count: 1 });
    expect(found.values).toBeGreaterThan(20);
  });

  test('finds no answer that depends on a hidden value, after it has varied each', async () => {
    const proof = await evidence.open().prove(standpoints, { operations: 90, seed: 3 });
    expect(proof).toMatchObject({ leaks: [], undeclared: [], neverVaried: ['Look', 'Look.id', 'Look.role'] });
  });

  test('leaves the database as it was', async () => {
    const { rows: names } = await sql<{ name: string }>`select name from reader order by name`.execute(evidence.open().database);
    expect(names.map(({ name }) => name)).toEqual(['Ann', 'Ben', 'Cid']);
  });
});

test.each(['DATABASE_URL', 'DATABASE_OWNER_URL', 'DATA_DIR'])('the evidence refuses %s: it alters its database', async (name) => {
  await expect(openEvidence(sound, { settings: { [name]: 'postgres://db.example/records' } })).rejects.toMatchObject({
    code: 'SETTING_INVALID',
    problems: [`${name}: the evidence has a database of its own, which it alters`],
  });
});

describe('a mistake of an application', () => {
  test.each<[string, Partial<ApplicationDefinition>]>([
    ['a filter by a hidden value', { resolvers: [queries, { Query: { readers: readers.list(() => sql`item.fines > 1`) } }] }],
    [
      'an error that depends on a hidden value',
      { resolvers: [queries, { Query: { readers: readers.list(() => sql`1 / (item.fines - 1) < 9`) } }] },
    ],
  ])('is noticed: %s', async (_what: string, changed: Partial<ApplicationDefinition>) => {
    const opened = await evidence.of(changed);
    const { leaks } = await opened.prove(standpoints, { operations: 30, seed: 5 });
    expect(leaks.map(({ standpoint }) => standpoint)).toEqual(['the clerk']);
    expect(leaks[0]!.query).toContain('readers');
  });

  test('is noticed: a value that is computed of a hidden one', async () => {
    const telling = rows('Reader', { ...readers.definition, columns: { ...columns, name: sql`item.name || item.fines` } });
    const opened = await evidence.of({ rows: [telling, loans, branches, looks] });
    const { undeclared } = await opened.prove(standpoints, { operations: 3 });
    expect(undeclared).toContainEqual(expect.stringMatching(/^the clerk: Reader\.name changes with Reader\.fines/));
  });

  test('is noticed: a relationship that holds for everyone, where a standpoint says for whom it should', async () => {
    const { SELF: _, ...others } = subjects['reader']!.relationships!;
    const wrong = { reader: { ...subjects['reader']!, relationships: { SELF: () => sql<boolean>`true`, ...others } } };
    const { problems } = await (await evidence.of({ subjects: wrong })).exhaust(standpoints);
    expect(problems).toContainEqual('Ann: SELF holds for 3 data subjects, and not for the 1 that it names');
    expect(problems).toContainEqual(
      'the clerk: SERVED holds for 0 data subjects, and not for the 2 that it names; ' +
        'instead, SELF holds for 2 of them: the first one in `subjects` that holds counts',
    );
  });

  test('is noticed: a condition that holds for other people than a standpoint says, or is NULL', async () => {
    const reader = subjects['reader']!;
    const wrong = {
      reader: { ...reader, conditions: { ...reader.conditions, IS_BANNED: () => sql<boolean>`nullif(subject.fines = 1, false)` } },
    };
    const found = await (await evidence.of({ subjects: wrong })).exhaust([{ ...standpoints[2]!, conditions: { IS_BANNED: [cid] } }]);
    expect(found.problems).toContainEqual('the clerk: IS_BANNED holds for 1 data subjects, and not for the 1 that it names');
    expect(found.related).toContainEqual({ standpoint: 'the clerk', kind: 'reader', holds: 'UNKNOWN', count: 2 });
  });

  test('says what it believes, and which types no answer had a row of', async () => {
    const { related: _related, ...silent } = standpoints[2]!;
    const found = await (await evidence.of({})).exhaust([silent]);
    expect(found.believed).toEqual(['the clerk: SERVED', 'the clerk: IS_BANNED']);
    expect(found.problems).toEqual([]);
    const { problems } = await evidence.open().exhaust([standpoints[0]!]);
    expect(problems).toEqual(['Reader', 'Loan'].map((type) => `${type}: no answer to any standpoint had a row of it, so nothing is shown`));
  });

  test('is noticed: a type that rows does not say how to read', async () => {
    const opened = await evidence.of({
      rows: [readers, branches, looks],
      resolvers: [
        queries,
        {
          Query: { loans: async () => [] },
          Mutation: Object.fromEntries(
            ['retitle', 'lend', 'retitleAll', 'retitleOther', 'retitleSilently', 'removeLoan', 'handOver'].map((field) => [
              field,
              async () => null,
            ]),
          ),
        },
        { Reader: { loans: async () => [], oldest: async () => null } },
      ],
    });
    expect(await opened.exhaust(standpoints)).toMatchObject({ notCompared: ['Loan', 'Look'] });
    const { neverVaried } = await opened.prove(standpoints, { operations: 3 });
    expect(neverVaried).toEqual(expect.arrayContaining(['Loan', 'Loan.title']));
  });

  test('is noticed in rows of a query, if they say which table stores them', async () => {
    const from = sql`(select loan.* from loan join reader on reader.id = reader_id)`;
    const provenWith = async (table: string | undefined): Promise<readonly string[]> => {
      const joined = rows('Loan', { ...loans.definition, from, ...(table !== undefined && { table }) });
      const opened = await evidence.of({ rows: [readers, joined, branches, looks] });
      return (await opened.prove(standpoints, { operations: 3 })).neverVaried;
    };
    expect(await provenWith(undefined)).toContain('Loan.note');
    expect(await provenWith('loan')).not.toContain('Loan.note');
    await expect(provenWith('shelf')).rejects.toMatchObject({ problems: ['rows: there is no table shelf'] });
  });

  test('is refused at the start: each piece of SQL that cannot be planned as the gateway’s role', async () => {
    const reader = subjects['reader']!;
    const broken: Partial<ApplicationDefinition> = {
      subjects: {
        reader: {
          ...reader,
          relationships: { ...reader.relationships, SELF: () => sql`subject.uuid = 1` },
          conditions: {
            IS_BANNED: () => {
              throw new TypeError('no such condition');
            },
          },
        },
        member: { from: 'member' },
      },
      rows: [
        rows('Reader', { ...readers.definition, columns: { ...columns, fines: 'fine' }, keys: { desk: 'fines', clerk: 'clerk' } }),
        rows('Loan', { ...loans.definition, subject: 'reader' }),
        rows('Branch', { ...branches.definition, from: 'shop' }),
        looks,
      ],
      tables: [{ name: '0100-library', sql: (roles) => `${tables}; grant select on reader, branch to ${roles.gateway}` }],
    };
    const refused = await evidence.of(broken).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'APPLICATION_INCOMPLETE' });
    expect((refused as { readonly problems: readonly string[] }).problems).toEqual([
      expect.stringContaining('subjects.reader.relationships.SELF: column subject.uuid does not exist'),
      'subjects.reader.conditions.IS_BANNED: it throws: no such condition',
      expect.stringContaining('subjects.member.from, id: relation "member" does not exist'),
      expect.stringContaining("rows('Reader').columns.fines: column item.fine does not exist"),
      expect.stringContaining("rows('Reader').keys.desk: cannot cast"),
      expect.stringContaining("rows('Reader').keys.clerk: column item.clerk does not exist"),
      expect.stringContaining("rows('Loan').from, id, subject: "),
      expect.stringContaining('rows(\'Branch\').from, id: relation "shop" does not exist'),
      ...Object.keys(queries.Mutation).map((field) => expect.stringContaining(`Mutation.${field}: permission denied`)),
    ]);
  });

  test('is refused at the start: a table that the gateway’s role may not read, or a change that it may not make', async () => {
    const refused = evidence.of({
      tables: [
        {
          name: '0100-library',
          sql: (roles) =>
            `${tables}; grant select on reader, branch to ${roles.gateway}; grant update (hides_name) on reader to ${roles.gateway};
            grant insert on loan to ${roles.gateway}`,
        },
      ],
      resolvers: [
        queries,
        { Mutation: { hideName: readers.change(({ id }) => sql`update reader set hidden = true where id = ${id}::uuid`) } },
      ],
    });
    await expect(refused).rejects.toMatchObject({
      problems: [
        "rows('Loan').from, id, subject: permission denied for table loan for the gateway’s role: grant it in a migration of `tables`",
        ...['retitle', 'retitleAll', 'retitleOther', 'retitleSilently'].map((field) =>
          expect.stringContaining(`Mutation.${field}: permission denied for table loan`),
        ),
        expect.stringContaining('Mutation.hideName: column "hidden" of relation "reader" does not exist'),
        ...['endService', 'ban'].map((field) => expect.stringContaining(`Mutation.${field}: permission denied for table reader`)),
        ...['removeLoan', 'handOver'].map((field) => expect.stringContaining(`Mutation.${field}: permission denied for table loan`)),
        expect.stringContaining('Mutation.lend: permission denied for table loan'),
      ],
    });
  });

  test('is noticed: columns in each other’s place, of which a type cannot show the value', async () => {
    const swapped = rows('Reader', { ...readers.definition, columns: { ...columns, name: 'fines', fines: 'name' } });
    const opened = await evidence.of({ rows: [swapped, loans, branches, looks] });
    const { problems } = await opened.exhaust(standpoints);
    expect(problems[0]).toBe("Reader.fines: a stored value is no Int: look at `columns` of rows('Reader')");
    expect(problems.filter((one) => one.startsWith('Reader.fines'))).toHaveLength(1);
  });

  test.each<[string, Partial<ApplicationDefinition>, string]>([
    [
      'a column',
      { rows: [rows('Reader', { ...readers.definition, columns: { ...columns, name: sql`item.name::integer` } }), loans, branches, looks] },
      "a visitor, rows('Reader'): its SQL fails with the stored data (SQLSTATE 22P02)",
    ],
    [
      'a condition',
      {
        subjects: {
          reader: {
            ...subjects['reader']!,
            conditions: { IS_BANNED: () => sql`1 / (subject.fines - 1) > 0`, HIDES_NAME: () => sql`false` },
          },
        },
      },
      'a visitor, subjects.reader: its SQL fails with the stored data (SQLSTATE 22012)',
    ],
  ])('is named: %s whose SQL fails with the stored data', async (_what, changed, problem) => {
    const opened = await evidence.of({ resolvers: [queries], ...changed });
    await expect(opened.exhaust(standpoints)).rejects.toMatchObject({ code: 'APPLICATION_INCOMPLETE', problems: [problem] });
  });

  test('is noticed: a permitted value that is withheld', async () => {
    const blind = rows('Reader', { ...readers.definition, columns: { ...columns, name: sql`null` } });
    const opened = await evidence.of({ resolvers: [queries, { Query: { readers: blind.list() } }] });
    const { problems } = await opened.exhaust(standpoints);
    expect(problems.length).toBeGreaterThan(0);
  });
});
