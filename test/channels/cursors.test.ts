import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast } from '../../demo/personas.ts';
import { openSituations, type Situations } from '../helpers/asking/situations.ts';
import { askFrom, standpointNamed, type StandpointName } from '../helpers/asking/standpoints.ts';
import { addStranger } from '../helpers/asking/stranger.ts';

let situations: Situations;
beforeAll(async () => {
  situations = await openSituations();
});
afterAll(() => situations.gateway.close());

interface Paged {
  readonly cursors: readonly string[];
  readonly endCursor: string | null;
  readonly hasNextPage: boolean;
  readonly nodes: readonly string[];
}

async function page(name: StandpointName, field: string, after?: string): Promise<Paged> {
  const query = `query ($after: String) { list: ${field.replace(')', ', after: $after)')} {
    pageInfo { hasNextPage endCursor } edges { cursor node { ${field.startsWith('residents') ? 'initials' : 'number'} } } } }`;
  const { data, errors } = await askFrom(situations.gateway, standpointNamed(name), query, { after });
  expect(errors).toEqual([]);
  const { edges, pageInfo } = data.list;
  return { ...pageInfo, cursors: edges.map(({ cursor }: any) => cursor), nodes: edges.map(({ node }: any) => JSON.stringify(node)) };
}

// Sealed bytes that are decoded twice can be a lone digit by chance: only an object or a list would say something.
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

describe('a cursor is sealed', () => {
  test('it contains neither the sort key nor an id, in any encoding', async () => {
    const [row] = await situations.gateway.database.asOwner<{ family_name: string; registered: string }>(
      'select family_name, registered_at::date::text as registered from recreation.resident where id = $1',
      [cast.guardian],
    );
    for (const order of ['FAMILY_NAME', 'REGISTRATION']) {
      const { cursors, nodes } = await page('guardian', `residents(first: 10, orderBy: ${order})`);
      expect(nodes).toHaveLength(3);
      for (const cursor of cursors) {
        const bytes = Buffer.from(cursor, 'base64url');
        for (const text of [
          cursor,
          bytes.toString('latin1'),
          bytes.toString('utf8'),
          Buffer.from(bytes.toString('latin1'), 'base64').toString('latin1'),
        ]) {
          for (const secret of [row!.family_name, row!.family_name.toLowerCase(), row!.registered, cast.guardian]) {
            expect(text).not.toContain(secret);
          }
          expect(parsed(text)).not.toBeInstanceOf(Object);
        }
      }
    }
  });

  test('no two cursors of the same row are equal, so cursors do not link rows', async () => {
    const [first, again] = [await page('guardian', 'residents(first: 10)'), await page('guardian', 'residents(first: 10)')];
    expect(new Set([...first.cursors, ...again.cursors]).size).toBe(first.cursors.length + again.cursors.length);
  });

  test('all cursors of a partner’s list have the same length', async () => {
    const { cursors } = await page('maintenance', 'residents(first: 20)');
    expect(cursors.length).toBeGreaterThan(2);
    expect(new Set(cursors.map(({ length }) => length)).size).toBe(1);
  });
});

describe('pages are the same with and without hidden rows', () => {
  test.each<[StandpointName, string, since: string]>([
    ['guardian', 'residents(first: 1)', '2000-01-02T12:00:00Z'],
    ['guardian', 'residents(first: 1, orderBy: FAMILY_NAME)', '2000-01-02T12:00:00Z'],
    ['housemate', 'residents(first: 1)', '2000-01-02T12:00:00Z'],
    ['maintenance', 'residents(first: 1)', '2000-01-02T12:00:00Z'],
    ['resident', 'tickets(first: 1)', '2026-05-01T12:00:00Z'],
    ['resident', 'requests(first: 1)', '2026-06-14T12:00:00Z'],
    ['police under another order', 'tickets(first: 1)', '2026-06-14T12:00:00Z'],
  ])('%s, %s', async (name, field, since) => {
    const walk = async (): Promise<Omit<Paged, 'cursors' | 'endCursor'>[]> => {
      const pages: Omit<Paged, 'cursors' | 'endCursor'>[] = [];
      let after: string | undefined;
      do {
        const { hasNextPage, nodes, endCursor } = await page(name, field, after);
        pages.push({ hasNextPage, nodes });
        after = hasNextPage ? endCursor! : undefined;
      } while (after !== undefined);
      return pages;
    };
    const before = await walk();
    expect(before[0]!.nodes).toHaveLength(1);
    // The hidden row comes between two pages or after the last one.
    expect(await situations.during(addStranger(since), walk)).toEqual(before);
  });

  test('a cursor from before a hidden row was added continues at the same place', async () => {
    const first = await page('guardian', 'residents(first: 1)');
    const second = await page('guardian', 'residents(first: 1)', first.endCursor!);
    const later = await situations.during(addStranger('2000-01-01T12:00:00Z'), () =>
      page('guardian', 'residents(first: 1)', first.endCursor!),
    );
    expect(later.nodes).toEqual(second.nodes);
  });

  test('a principal who may see the row finds it on a page', async () => {
    const nodes = () => page('clerk', 'residents(first: 3)').then((found) => found.nodes);
    const before = await nodes();
    const after = await situations.during(addStranger('1999-01-01T12:00:00Z'), nodes);
    expect(after).toEqual(['{"initials":"Z.Q."}', ...before.slice(0, 2)]);
  });
});

describe('an invalid cursor gets the same refusal, whatever the reason', () => {
  test('another principal’s cursor, another list’s, a broken one, an empty one', async () => {
    const foreign = (await page('clerk', 'residents(first: 1)')).endCursor!;
    const ofTickets = (await page('resident', 'tickets(first: 1)')).endCursor!;
    const query = 'query ($after: String) { residents(first: 1, after: $after) { edges { cursor } } }';
    const ask = (after: string) => situations.whole(standpointNamed('guardian'), query, { after });
    const broken = await ask('broken');
    expect(broken).toContain('"code":"CURSOR_INVALID"');
    for (const cursor of [foreign, ofTickets, '', Buffer.from(JSON.stringify(['Castellow', cast.resident])).toString('base64')]) {
      expect(await ask(cursor)).toBe(broken);
    }
    // The guardian's own cursor works.
    expect((await page('guardian', 'residents(first: 1)', (await page('guardian', 'residents(first: 1)')).endCursor!)).nodes).toHaveLength(
      1,
    );
  });
});
