import type { Sabotage } from '../../patch.ts';

const prepare = 'src/platform/sql/prepared-statements/prepare-statements.ts';
const tests = ['test/platform/sql/prepared-statements/pooled-statements.test.ts'];

/** Prepared statements, on connections that a pooler shares between processes. */
export const preparing: readonly Sabotage[] = [
  {
    sentence: 'Two texts can have the same name of a prepared statement.',
    edits: [
      {
        file: 'src/platform/sql/sql.ts',
        from: `return createHash('sha256').update(text).digest('base64url');`,
        to: `return createHash('sha256').update(text.slice(0, 20)).digest('base64url');`,
      },
    ],
    tests: ['test/platform/sql/prepared-statements/prepare-statements.test.ts'],
  },
  {
    sentence: 'The columns of a statement are kept behind a pooler, although the connection of the server can be another one.',
    edits: [{ file: prepare, from: 'if (await isDirect($client)) $known.keep();', to: 'await isDirect($client); $known.keep();' }],
    tests,
  },
  {
    sentence: 'A refused name is refused again and again: behind a pooler that does not track statements, nothing is answered.',
    edits: [{ file: prepare, from: 'if (!isNameRefused($error)) return settle(', to: 'if ($error || !$error) return settle(' }],
    tests,
  },
  {
    sentence: 'A statement is sent again within a transaction that has failed.',
    edits: [{ file: prepare, from: `if ($client.getTransactionStatus() !== 'I') return settle(error);`, to: '' }],
    tests,
  },
];
