import { expect, test } from '@jest/globals';
import { readReport, whyMissing } from '../../client/src/report.ts';

const report = readReport({
  data: {},
  errors: [
    { message: '', path: ['webVisits'], extensions: { code: 'FIELD_NOT_PERMITTED' } },
    { message: '', path: ['residents', 'edges', 1, 'node', 'phone'], extensions: { code: 'WITHHELD', reason: 'NO_GRANT' } },
    { message: '', path: ['me', 'email'] },
  ],
  extensions: {
    privacy: {
      purpose: 'PAYMENT',
      case: 'c',
      notice: 'Keep it.',
      budget: { limit: 1 },
      withheld: [{ coordinate: 'Resident.email', paths: [['a'], ['residents', 'edges', '*', 'node', 'email']], reason: 'NO_GRANT' }],
      conditional: [{ coordinate: 'Resident.household', paths: [['residents', 'edges', '*', 'node', 'household']] }],
    },
  },
});

test('a report has what the answer says in addition to its data', () => {
  expect(report).toMatchObject({ purpose: 'PAYMENT', case: 'c', notice: 'Keep it.', budget: { limit: 1 } });
  expect(readReport({ data: {} })).toEqual({ purpose: null, withheld: [], conditional: [], errors: [] });
});

test.each([
  [['residents', 'edges', 0, 'node', 'email'], { code: 'WITHHELD', coordinate: 'Resident.email', reason: 'NO_GRANT' }],
  [['residents', 'edges', '0', 'node', 'email'], { code: 'WITHHELD', coordinate: 'Resident.email', reason: 'NO_GRANT' }],
  [['residents', 'edges', 'first', 'node', 'email'], undefined],
  [['residents', 'edges', 0, 'node', 'household', 'id'], { code: 'CONDITIONAL', coordinate: 'Resident.household' }],
  [['residents', 'edges', 0, 'node', 'givenName'], undefined],
  [['residents', 'edges', 0], undefined],
  [['webVisits', 'totalCount'], { code: 'FIELD_NOT_PERMITTED' }],
  [['residents', 'edges', 1, 'node', 'phone'], { code: 'WITHHELD', reason: 'NO_GRANT' }],
  [['residents', 'edges', 2, 'node', 'phone'], undefined],
  [['me', 'email'], { code: 'UNKNOWN' }],
])('the field at %j is missing because of %j', (path, cause) => {
  expect(whyMissing(report, path)).toEqual(cause);
});
