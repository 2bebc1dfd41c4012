import { beforeAll, expect, test } from '@jest/globals';
import type { Answered } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();
beforeAll(async () => {
  await gateway.ask('resident', '{ me { givenName } }');
  await gateway.sequence();
});

const review = { purpose: 'ACCESS_REVIEW' };
const found = (filter: object): Promise<Answered> =>
  gateway.ask('reviewer', 'query ($filter: AccessEntryFilter) { accessEntries(filter: $filter) { totalCount } }', {
    ...review,
    variables: { filter },
  });

test.each([{ until: '9999-12-31T23:59:59.999Z' }, { from: '0000-01-01T00:00:00Z' }])('the filter %j finds every entry', async (filter) => {
  expect((await found(filter)).data.accessEntries.totalCount).toBeGreaterThan(0);
});

// As text, a year of more than four digits is before every other.
test.each(['9999-12-31T23:59:59-14:00', '0000-01-01T00:00:00+14:00'])(
  'the instant %s is refused, since its year is no usual one',
  async (instant) => {
    expect((await found({ from: instant })).codes).toEqual(['INPUT_INVALID']);
    expect((await found({ until: instant })).codes).toEqual(['INPUT_INVALID']);
    const literal = `{ accessEntries(filter: { until: "${instant}" }) { totalCount } }`;
    expect((await gateway.ask('reviewer', literal, review)).codes).toEqual(['DOCUMENT_INVALID']);
  },
);
