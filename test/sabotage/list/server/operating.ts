import type { Sabotage } from '../../patch.ts';

const readiness = ['test/server/spine/readiness.test.ts'];

/** The operator is told that all is well, or is told nothing. */
export const operating: readonly Sabotage[] = [
  {
    sentence: 'A gateway is ready while the database refuses new connections, because an old connection answers.',
    edits: [{ file: 'src/platform/postgres/check-role.ts', from: "await once.query('select');", to: "await kept.query('select');" }],
    tests: readiness,
  },
  {
    sentence: 'An outside issuer that cannot be reached takes every instance out of rotation.',
    edits: [
      {
        file: 'src/server/observe/open-readiness.ts',
        from: 'void areKeysAvailable($trust).then(',
        to: 'await areKeysAvailable($trust).then(',
      },
      {
        file: 'src/server/observe/open-readiness.ts',
        from: '() => (issuersFail = true),\n      );\n      return true;',
        to: '() => (issuersFail = true),\n      );\n      return !issuersFail;',
      },
    ],
    tests: readiness,
  },
  {
    sentence: 'A counter has no series before its first event, so that an alarm on it does not see it.',
    edits: [{ file: 'src/server/observe/metrics.ts', from: 'this.#beginAtZero();', to: '' }],
    tests: ['test/deploy/alarm-rules.test.ts'],
  },
];
