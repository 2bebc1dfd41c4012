import type { Sabotage } from '../../patch.ts';

const refused = ['test/server/start/start-refused.test.ts'];
const powerful = ['test/platform/postgres/powerful-roles.test.ts'];
const replicas = ['test/server/spine/document/plain-reads.test.ts'];

/** Checks at a start, and reads on a replica. */
export const starting: readonly Sabotage[] = [
  {
    sentence: 'A gateway serves as a role that may do more than its work needs, such as a member of the owner.',
    edits: [{ in: 'assertReady', drop: 'await assertLeastPrivilege($$$)' }],
    tests: refused,
  },
  {
    sentence: 'A role of the gateway may read all data, as a member of pg_read_all_data.',
    edits: [{ in: 'excess', text: 'self.oid = member', by: 'false' }],
    tests: powerful,
  },
  {
    sentence: 'The gateway may change entries that wait for their number.',
    edits: [{ in: 'excess', text: "in ('access_log', 'identity')", by: "= 'web'" }],
    tests: powerful,
  },
  {
    sentence: 'A gateway runs as a development beside a database on another machine.',
    edits: [{ in: 'start.ts#start', drop: 'assertMayServe($CONFIG)' }],
    tests: ['test/server/start/start.test.ts'],
  },
  {
    sentence: 'A gateway with a database of its own and no NODE_ENV runs as a development.',
    edits: [{ in: 'servingProblems', replace: '$URLS.length === 0', by: '$URLS.length >= 0' }],
    tests: ['test/platform/settings/config.test.ts'],
  },
  {
    sentence: 'A gateway serves on a schema of another version.',
    edits: [{ in: 'assertReady', drop: 'await assertSchema($$$)' }],
    tests: refused,
  },
  {
    sentence: 'A gateway serves with the owner’s or an administrator’s access at hand.',
    edits: [{ in: 'assertReady', drop: 'if ($CONFIG.production) $THEN' }],
    tests: refused,
  },
  {
    sentence: 'A gateway serves with the data directory of another database, whose log is larger.',
    edits: [{ in: 'assertReady', drop: "if ($ROLE !== 'identity') $THEN" }],
    tests: refused,
  },
  {
    sentence: 'A gateway serves with secrets that do not belong to the database.',
    edits: [{ in: 'assertBound', replace: '$WRONG.length === 0', by: '$WRONG.length >= 0' }],
    tests: refused,
  },
  {
    sentence: 'The start waits for a PostgreSQL that answers no statement.',
    edits: [{ in: 'connect.ts#connect', drop: 'query_timeout: $WITHIN.statement' }],
    tests: ['test/platform/postgres/connections/connect.test.ts'],
  },
  {
    sentence: 'A replica that lags is read.',
    edits: [{ in: 'hasReached', replace: 'if ($REACHED) return true', by: 'return true' }],
    tests: replicas,
  },
  {
    sentence: 'A server that is no replica of the primary is read.',
    edits: [{ in: 'hasReached', replace: '!same', by: '!same && !reached' }],
    tests: replicas,
  },
  {
    sentence: 'A statement that joins rows with what decides about them is run on a replica.',
    edits: [{ in: 'createPlainReadCheck', drop: '!$NAMED.test($OTHERS)' }],
    tests: replicas,
  },
  {
    sentence: 'A gateway starts with a translation that has lost a placeholder.',
    edits: [
      {
        in: 'translateWith',
        replace: 'placeholdersOf(said) !== placeholdersOf(sentence)',
        by: 'false',
      },
    ],
    tests: ['test/platform/language/translate.test.ts'],
  },
];
