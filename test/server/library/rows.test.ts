import { beforeAll, describe, expect, test } from '@jest/globals';
import { accessLog, rows, sql } from '../../../src/server/library/index.ts';
import { ask } from '../../../src/server/library/testing/asking/ask.ts';
import {
  ann,
  ben,
  branches,
  cid,
  clerk,
  looks,
  queries,
  readers,
  sound,
  standpoints,
  subjects,
  typeDefs,
} from '../../helpers/library/book-library.ts';
import { useEvidence } from '../../helpers/library/use-evidence.ts';

const evidence = useEvidence();

describe('rows', () => {
  beforeAll(async () => void (await evidence.of({})));

  test('are the first of the same data subject for a field of one row', async () => {
    const { body } = await ask(evidence.open().url, standpoints[1]!.headers, { query: '{ me { name oldest { title note } } }' });
    expect(body.data).toEqual({ me: { name: 'Ann', oldest: { title: 'Middlemarch', note: 'torn' } } });
  });

  test('without anything personal are read without a data subject', async () => {
    const { body } = await ask(evidence.open().url, {}, { query: '{ branches { town } }' });
    expect(body).toMatchObject({ data: { branches: [{ town: 'Jasper' }, { town: 'Banff' }] } });
  });

  // The clerk may see no fines, so their order is that of the ids; and may not know of Cid, the first.
  test.each<[string, string, readonly string[]]>([
    ['the first page', '(first: 1)', ['Ann']],
    ['the page behind a row', `(first: 1, after: "${ann}")`, ['Ben']],
    ['all behind a row', `(after: "${ann}")`, ['Ben']],
    ['nothing behind the last row', `(after: "${ben}")`, []],
    ['nothing behind a hidden row', `(after: "${cid}")`, []],
    ['nothing behind a row that is missing', '(after: "a0000000-0000-4000-8000-000000000009")', []],
    ['nothing behind what is no id', '(after: "x")', []],
    ['no row for a number below zero', '(first: -1)', []],
  ])('come in pages: %s', async (_what, given, names) => {
    const { body } = await ask(evidence.open().url, standpoints[2]!.headers, { query: `{ pageOfReaders${given} { name } }` });
    expect(body.data).toEqual({ pageOfReaders: names.map((name) => ({ name })) });
  });

  // The clerk serves Ann; Ben is at no desk, and of Cid the clerk may not know.
  test('are changed and added within the row scope alone', async () => {
    const change = async (field: string, id: string, title = 'Emma'): Promise<unknown> => {
      const query = `mutation { ${field}: ${field}(${field === 'lend' ? 'readerId' : 'id'}: "${id}", title: "${title}") { title note } }`;
      const { body } = await ask(evidence.open().url, standpoints[2]!.headers, { query });
      return body.errors?.[0]?.extensions?.code ?? body.data?.[field];
    };
    const ofReader = (id: string): string => `d${id.slice(1)}`;
    const missing = 'a0000000-0000-4000-8000-000000000009';
    const named = (): Promise<unknown> =>
      sql`select entry_id from ${accessLog} item where subject_id <> ${ann}::uuid order by entry_id`.execute(evidence.open().database);
    const before = await named();
    for (const id of [ben, cid, missing]) {
      expect(await change('lend', id)).toBe('NOT_FOUND');
      expect(await change('retitle', ofReader(id))).toBe('NOT_FOUND');
      // A constraint must not tell that there is such a row.
      expect(await change('retitle', ofReader(id), '')).toBe('NOT_FOUND');
      expect(await change('lend', id, '')).toBe('NOT_FOUND');
    }
    // Nor is it named in the log: nothing of it was read.
    expect(await named()).toEqual(before);
    const titles = () => sql<{ title: string }>`select title from loan order by title`.execute(evidence.open().database);
    expect((await titles()).rows.map(({ title }) => title)).toEqual(['Middlemarch', 'Middlemarch', 'Middlemarch']);
    expect(await change('retitle', ofReader(ann))).toEqual({ title: 'Emma', note: null });
    expect(await change('lend', ann)).toEqual({ title: 'Emma', note: null });
    expect((await titles()).rows.map(({ title }) => title)).toEqual(['Emma', 'Emma', 'Middlemarch', 'Middlemarch']);
  });

  test.each<[string, string]>([
    ['more than one row', 'retitleAll'],
    ['another row', 'retitleOther'],
    ['a row without its id', 'retitleSilently'],
  ])('are not changed by a statement that writes %s', async (_what, field) => {
    const titles = () => sql<{ title: string }>`select title from loan order by title`.execute(evidence.open().database);
    const before = await titles();
    const query = `mutation { ${field}(id: "d${ann.slice(1)}", title: "Persuasion") { title } }`;
    const { body } = await ask(evidence.open().url, standpoints[2]!.headers, { query });
    expect(body).toMatchObject({ data: { [field]: null }, errors: [{ extensions: { code: 'INTERNAL' } }] });
    expect((await titles()).rows).toEqual(before.rows);
  });

  test.each([
    ['at once', ''],
    ['at the commit', 'Ulysses'],
  ])(
    'that a constraint refuses to change %s name their data subject in the log: the refusal tells that they exist',
    async (_when, title) => {
      const query = `mutation { retitle(id: "d${ann.slice(1)}", title: "${title}") { title } }`;
      const { body } = await ask(evidence.open().url, standpoints[2]!.headers, { query });
      expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
      const { rows: seen } = await sql`select item.subject_id::text as id, item.relationship, item.withheld from ${accessLog} item
      order by item.at desc limit 1`.execute(evidence.open().database);
      expect(seen).toEqual([{ id: ann, relationship: 'SERVED', withheld: ['Loan', 'Loan.title'] }]);
    },
  );

  test('are shown after a change as it lets them be seen', async () => {
    const hide = { query: `mutation { hideName(id: "${ann}") { id name } }` };
    expect((await ask(evidence.open().url, standpoints[2]!.headers, hide)).body.data).toEqual({ hideName: { id: ann, name: null } });
    await sql`update reader set hides_name = false`.execute(evidence.open().database);
  });

  test('are not handed over to a person outside the row scope', async () => {
    const { url, database } = evidence.open();
    const { body } = await ask(url, standpoints[2]!.headers, { query: `mutation { handOver(id: "d${ann.slice(1)}") { title } }` });
    expect(body.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
    const { rows: kept } = await sql`select reader_id::text as of from loan where id = ${`d${ann.slice(1)}`}::uuid`.execute(database);
    expect(kept).toEqual([{ of: ann }]);
  });

  test.each<[string, string, string, unknown, string]>([
    [
      'ends the relationship',
      `endService(id: "${ann}") { id name }`,
      'endService',
      { id: ann, name: 'Ann' },
      `update reader set desk = '${clerk}'`,
    ],
    ['hides that there is the person', `ban(id: "${ann}") { id name }`, 'ban', null, 'update reader set is_banned = false'],
    ['removes the row', `removeLoan(id: "d${ann.slice(1)}") { id title }`, 'removeLoan', null, 'select 1'],
  ])('can be changed so that the change %s: what is shown then is what it leaves', async (_what, field, name, shown, undo) => {
    const { url, database } = evidence.open();
    const { body } = await ask(url, standpoints[2]!.headers, { query: `mutation { ${field} }` });
    await sql.raw(`${undo}${undo.startsWith('update') ? ` where id = '${ann}'` : ''}`).execute(database);
    expect(body).toMatchObject({ data: { [name]: shown } });
    expect(body.errors).toBeUndefined();
    const { rows: named } = await sql`select item.subject_id::text as id from ${accessLog} item order by item.at desc limit 1`.execute(
      database,
    );
    expect(named).toEqual([{ id: ann }]);
  });

  // The clerk may not know of Cid, whose name begins with the 67th character.
  test.each([
    [67, ['Ann', 'Ben']],
    [65, undefined],
  ])('are narrowed where they may be known of alone: an error of %s tells of no other row', async (by, names) => {
    const { body } = await ask(evidence.open().url, standpoints[2]!.headers, { query: `{ dividing(by: ${by}) { name } }` });
    expect(body.data?.['dividing'] ?? undefined).toEqual(names?.map((name) => ({ name })));
  });

  test('have no value computed that may not be shown: that it fails would tell of what is stored', async () => {
    const { url, database } = evidence.open();
    const asked = async (query: string): Promise<unknown> => (await ask(url, standpoints[2]!.headers, { query })).body.data;
    await sql`update reader set name = '', hides_name = true where id = ${ben}::uuid`.execute(database);
    expect(await asked('{ readers { shelf } }')).toEqual({ readers: [{ shelf: 7 }, { shelf: null }] });
    await sql`update reader set hides_name = false where id = ${ben}::uuid`.execute(database);
    expect(await asked('{ readers { shelf } }')).toEqual({ readers: null });
    await sql`update reader set name = 'Ben' where id = ${ben}::uuid`.execute(database);
  });

  test('show nothing of a data subject with a condition that is NULL: a prohibition could depend on it', async () => {
    await sql`update reader set is_banned = null where id = ${ann}::uuid`.execute(evidence.open().database);
    const { body } = await ask(evidence.open().url, standpoints[2]!.headers, {
      query: '{ readers { name } served { name } loans { title } }',
    });
    await sql`update reader set is_banned = false where id = ${ann}::uuid`.execute(evidence.open().database);
    expect(body.data).toMatchObject({ readers: [{ name: 'Ben' }], served: [], loans: [{ title: 'Middlemarch' }] });
  });

  test('of the log have an id each, and come in pages', async () => {
    const page = async (given: string): Promise<readonly string[]> => {
      const { body } = await ask(evidence.open().url, standpoints[2]!.headers, { query: `{ pageOfLooks(first: 100${given}) { id } }` });
      return (body.data!['pageOfLooks'] as readonly { readonly id: string }[]).map(({ id }) => id);
    };
    const ids = await page('');
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(5);
    expect(await page(`, after: "${ids[1]}"`)).toEqual(expect.arrayContaining(ids.slice(2)));
  });

  test('are counted as many as a list may have, before any is read', async () => {
    const deep = '{ readers { loans { reader { loans { reader { loans { title } } } } } } }';
    const { body } = await ask(evidence.open().url, standpoints[2]!.headers, { query: deep });
    expect(body.errors?.map(({ extensions }) => extensions?.['code'])).toEqual(['TOO_MANY_ROWS']);
  });

  test.each<[string, string, readonly string[]]>([
    ['outside the row scope are not read, although they may be seen', 'served', ['Ann']],
    ['that may not be known of take no place in a limited list', 'firstTwo', ['Ann', 'Ben']],
  ])('%s', async (_what: string, field: string, names: readonly string[]) => {
    const { body } = await ask(evidence.open().url, standpoints[2]!.headers, { query: `{ ${field} { name } }` });
    expect(body.data).toEqual({ [field]: names.map((name) => ({ name })) });
  });
});

test('of an id that two kinds of data subjects have, nothing is shown: no condition of either may be lost', async () => {
  const twice = { ...subjects, holder: { from: 'card', id: 'reader_id' } };
  const cards = `create table card (reader_id uuid primary key); insert into card values ('${ben}')`;
  const { url } = await evidence.of({
    subjects: twice,
    tables: [...sound.tables!, { name: '0101-cards', sql: (roles) => `${cards}; grant select on card to ${roles.gateway}` }],
  });
  const { body } = await ask(url, standpoints[2]!.headers, { query: '{ readers { name } }' });
  expect(JSON.stringify(body.data)).toContain('Ann');
  expect(JSON.stringify(body.data)).not.toContain('Ben');
});

test('of a person in a conflict of interest, nothing is read through another person’s row', async () => {
  const other = rows('Loan', {
    from: sql`(select loan.*, ${ben}::uuid as other from loan)`,
    table: 'loan',
    subject: 'reader_id',
    columns: { id: 'id', title: 'title', note: 'note' },
    keys: { reader: 'other' },
  });
  const { url, database } = await evidence.of({
    typeDefs: typeDefs.replace('reader: Reader @personal(category: LOANS) @sameSubject', 'reader: Reader @personal(category: LOANS)'),
    subjects: { reader: { ...subjects['reader']!, conflict: () => sql`subject.id = ${ben}::uuid` } },
    rows: [readers, other, branches, looks],
    resolvers: {
      ...queries,
      Query: { ...queries.Query, loans: other.list() },
      Reader: { loans: other.ofSubject(), oldest: other.firstOfSubject() },
    },
  });
  await sql`update reader set name = '' where id = ${ben}::uuid`.execute(database);
  const { body } = await ask(url, standpoints[2]!.headers, { query: '{ loans { title reader { shelf } } readers { id } }' });
  expect(body.errors).toBeUndefined();
  expect(body.data).toEqual({ loans: [{ title: 'Middlemarch', reader: null }], readers: [{ id: ann }] });
});
