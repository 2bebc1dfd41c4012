import type { Sabotage } from '../../patch.ts';

const readiness = ['test/server/spine/readiness.test.ts'];

/** The operator is told that all is well, or is told nothing. */
export const operating: readonly Sabotage[] = [
  {
    sentence: 'A gateway is ready while the database refuses new connections, because an old connection answers.',
    edits: [{ in: 'checkRole', replace: 'once.query', by: 'kept.query' }],
    tests: readiness,
  },
  {
    sentence: 'An outside issuer that cannot be reached takes every instance out of rotation.',
    edits: [
      { in: 'openReadiness', replace: 'void areKeysAvailable($TRUST).then($$$DONE)', by: 'await areKeysAvailable($TRUST).then($$$DONE)' },
      { in: 'openReadiness.keys', replace: 'return true', by: 'return !issuersFail' },
    ],
    tests: readiness,
  },
  {
    sentence: 'A counter has no series before its first event, so that an alarm on it does not see it.',
    edits: [{ in: 'Metrics.constructor', drop: 'this.#beginAtZero()' }],
    tests: ['test/deploy/alarm-rules.test.ts'],
  },
];
