import type { Sabotage } from '../../patch.ts';

const tests = ['test/platform/sql/prepared-statements/pooled-statements.test.ts'];

/** Prepared statements, on connections that a pooler shares between processes. */
export const preparing: readonly Sabotage[] = [
  {
    sentence: 'Two texts can have the same name of a prepared statement.',
    edits: [{ in: 'statementName', replace: "createHash('sha256').update($TEXT)", by: "createHash('sha256').update($TEXT.slice(0, 20))" }],
    tests: ['test/platform/sql/prepared-statements/prepare-statements.test.ts'],
  },
  {
    sentence: 'The columns of a statement are kept behind a pooler, although the connection of the server can be another one.',
    edits: [{ in: 'keepIfDirect', replace: 'if (await isDirect($CLIENT)) $KNOWN.keep();', by: 'await isDirect($CLIENT); $KNOWN.keep();' }],
    tests,
  },
  {
    sentence: 'A refused name is refused again and again: behind a pooler that does not track statements, nothing is answered.',
    edits: [{ in: 'prepareStatements', replace: '!isNameRefused($ERROR)', by: '$ERROR || !$ERROR' }],
    tests,
  },
  {
    sentence: 'A statement is sent again within a transaction that has failed.',
    edits: [{ in: 'prepareStatements', drop: "if ($CLIENT.getTransactionStatus() !== 'I') return $SETTLE($ERROR)" }],
    tests,
  },
];
