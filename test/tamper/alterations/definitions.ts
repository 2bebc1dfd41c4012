import { town } from '../../../src/town/index.ts';
import { numberBatch } from '../../../src/log/store/numbering/number-batch.ts';
import { createEntry } from '../../../src/log/store/staging/create-entry.ts';
import { extendTree, openTree } from '../../../src/log/store/numbering/extend-tree.ts';
import { stageStatement } from '../../../src/log/store/staging/stage.ts';
import type { Alteration } from '../alteration.ts';
import { entryPlace } from './choose.ts';
import { anyHeader } from './checkpoint.ts';

/** Alterations of what readers are shown and of what is stored at all. The stored log stays whole. */
export const definitionAlterations: readonly Alteration[] = [
  {
    name: 'a view that hides reads',
    alter: async ({ client }, random) => {
      const view = random.pick(['about', 'segment', 'full_entry', 'staged_segment', 'full_staged']);
      const { rows } = await client.query<{ text: string }>('select pg_get_viewdef($1::regclass) as text', [`access_log.${view}`]);
      const hiding = `select * from (${rows[0]!.text.replace(/;$/, '')}) shown where random() < 2`;
      await client.query(`create or replace view access_log.${view} with (security_invoker) as ${hiding}`);
      return { places: [`view access_log.${view}`] };
    },
  },
  {
    name: 'a trigger that drops entries',
    alter: async ({ client }, random) => {
      const table = random.pick(['staged', 'entry', 'posting', 'tile']);
      await client.query(`create function access_log.drop_some() returns trigger language plpgsql as $$ begin return null; end $$`);
      await client.query(
        `create trigger drop_some before insert on access_log.${table} for each row execute function access_log.drop_some()`,
      );
      const places = [`trigger drop_some of access_log.${table}`, 'function access_log.drop_some()'];
      return { places, also: [`trigger drop_some of access_log.${table}_month`, `trigger drop_some of access_log.${table}_default`] };
    },
  },
  {
    name: 'a rule that drops entries',
    alter: async ({ client }) => {
      await client.query('create rule drop_all as on insert to access_log.staged do instead nothing');
      return { places: ['rule drop_all of access_log.staged'] };
    },
  },
  {
    name: 'a privilege that was granted',
    alter: async ({ client }, random) => {
      const table = random.pick(['staged', 'entry', 'tile', 'checkpoint', 'coverage']);
      await client.query(
        `grant ${random.pick(['update', 'delete', 'truncate'])} on access_log.${table} to ${random.pick(['ntk_gateway', 'ntk_identity'])}`,
      );
      return { places: [`table access_log.${table}`] };
    },
  },
  {
    name: 'a function that was replaced',
    alter: async ({ client }, random) => {
      const name = random.pick(['make_months(integer)', 'prune_months(date)', 'keep_plain(regclass)']);
      const { rows } = await client.query<{ text: string }>('select pg_get_functiondef($1::regprocedure) as text', [`access_log.${name}`]);
      await client.query(rows[0]!.text.replace(/\bbegin\b/i, 'begin perform 1;'));
      return { places: [`function access_log.${name}`] };
    },
  },
  {
    name: 'an entry that was back-dated before it was numbered',
    alter: async (log, random) => {
      const { client, size, origin, signer } = log;
      const at = new Date(Date.parse(anyHeader().at) - 60_000 * random.between(12, 20_000)).toISOString();
      const { text, values } = stageStatement([
        createEntry({ ...anyHeader(), at }, [
          { kind: 'principal', id: null },
          { kind: 'case', case: null, authority: null },
        ]),
      ]);
      await client.query(text, values);
      const tree = await openTree(client, origin, () => [signer]);
      const { leaves } = await numberBatch(client, town.postings, [size]);
      await extendTree(client, tree, [...leaves.values()], origin, () => [signer]);
      await client.query(`update access_log.entry set month = '2026-07-01' where seq = $1`, [size]);
      return { places: [entryPlace(size)] };
    },
  },
];
