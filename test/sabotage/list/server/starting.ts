import type { Sabotage } from '../../patch.ts';

const ready = 'src/server/start/assert-ready.ts';
const humble = 'src/platform/postgres/assert-least-privilege.ts';
const bind = 'src/log/store/bind-secrets.ts';
const replica = 'src/platform/postgres/replica.ts';
const plain = 'src/server/spine/document/plain-reads.ts';
const refused = ['test/server/start/start-refused.test.ts'];
const powerful = ['test/platform/postgres/powerful-roles.test.ts'];
const replicas = ['test/server/spine/document/plain-reads.test.ts'];

/** What is checked at a start, and what is read on a replica. */
export const starting: readonly Sabotage[] = [
  {
    sentence: 'A gateway serves as a role that may do more than its work needs, such as a member of the owner.',
    edits: [{ file: ready, from: '    await assertLeastPrivilege(client, role, schema);\n', to: '' }],
    tests: refused,
  },
  {
    sentence: 'A role of the gateway may read all data, as a member of pg_read_all_data.',
    edits: [{ file: humble, from: 'from pg_auth_members join self on self.oid = member', to: 'from pg_auth_members join self on false' }],
    tests: powerful,
  },
  {
    sentence: 'The gateway may change entries that wait for their number.',
    edits: [{ file: humble, from: "where (nspname in ('access_log', 'identity') or", to: "where (nspname = 'web' or" }],
    tests: powerful,
  },
  {
    sentence: 'A gateway runs as a development beside a database on another machine.',
    edits: [{ file: 'src/server/start/start.ts', from: '  assertMayServe(config);\n', to: '' }],
    tests: ['test/server/start/start.test.ts'],
  },
  {
    sentence: 'A gateway with a database of its own and no NODE_ENV runs as a development.',
    edits: [
      {
        file: 'src/platform/settings/setting-rules.ts',
        from: 'if (urls.length === 0 || hasMode)',
        to: 'if (urls.length >= 0 || hasMode)',
      },
    ],
    tests: ['test/platform/settings/config.test.ts'],
  },
  {
    sentence: 'A gateway serves on a schema of another version.',
    edits: [{ file: ready, from: '    await assertSchema(client, role, schema);\n', to: '' }],
    tests: refused,
  },
  {
    sentence: 'A gateway serves with the owner’s or an administrator’s access at hand.',
    edits: [{ file: ready, from: '  if (config.production) assertOwnSecretsOnly(config);\n', to: '' }],
    tests: refused,
  },
  {
    sentence: 'A gateway serves with the data directory of another database, whose log is larger.',
    edits: [{ file: ready, from: "    if (role !== 'identity') await assertOwnLog(client, config.dataDirectory);\n", to: '' }],
    tests: refused,
  },
  {
    sentence: 'A gateway serves with secrets that do not belong to the database.',
    edits: [{ file: bind, from: 'if ($wrong.length === 0) return rows', to: 'if ($wrong.length >= 0) return rows' }],
    tests: refused,
  },
  {
    sentence: 'The start waits for a PostgreSQL that answers no statement.',
    edits: [{ file: 'src/platform/postgres/connect.ts', from: ', query_timeout: $within.statement', to: '' }],
    tests: ['test/platform/postgres/connect.test.ts'],
  },
  {
    sentence: 'A replica that lags is read.',
    edits: [{ file: replica, from: 'if (reached) return true;', to: 'return true;' }],
    tests: replicas,
  },
  {
    sentence: 'A server that is no replica of the primary is read.',
    edits: [{ file: replica, from: 'if (!same) throw', to: 'if (!same && !reached) throw' }],
    tests: replicas,
  },
  {
    sentence: 'A statement that joins rows with what decides about them is run on a replica.',
    edits: [{ file: plain, from: 'return $others !== $statement && !named.test($others) &&', to: 'return $others !== $statement &&' }],
    tests: replicas,
  },
];
