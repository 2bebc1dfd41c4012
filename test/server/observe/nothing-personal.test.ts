import { beforeAll, describe, expect, test } from '@jest/globals';
import { openGateway } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';
import { personalIn } from '../../helpers/values/nothing-personal.ts';
import { openObserved, type Observed } from '../../helpers/gateway/observed.ts';
import { personalValues, type PersonalValue } from '../../helpers/values/personal-values.ts';

// Each test gateway of the whole suite searches what it showed to its operator when it closes (test/helpers/gateway/gateway.ts).
// These tests prove that this search notices a personal value in each place.
let values: readonly PersonalValue[];
const gateway = useGateway();
beforeAll(async () => {
  values = await personalValues(gateway.database);
});

const leaks: readonly (readonly [place: string, leak: (observed: Observed) => void])[] = [
  ['a log line', ({ log }) => log.info({ cause: 'kestrelpost@example.org' }, 'a request failed')],
  ['a line about a request', ({ log }) => log.info({ route: '/residents/kestrelpost@example.org' }, 'request')],
  ['a label of a metric', ({ observability }) => observability.metrics.countRequest('/kestrelpost@example.org', 200, undefined, 1)],
  ['the name of a span', ({ observability }) => observability.tracer.startSpan('kestrelpost@example.org').end()],
  [
    'an attribute of a span',
    ({ observability }) => observability.tracer.startSpan('plan').setAttribute('to', 'kestrelpost@example.org').end(),
  ],
  [
    'an exception of a span',
    ({ observability }) => {
      const span = observability.tracer.startSpan('plan');
      span.recordException(new Error('no row for kestrelpost@example.org'));
      span.end();
    },
  ],
];

describe('the search finds a personal value in', () => {
  test.each(leaks)('%s', async (_place, leak) => {
    const observed = openObserved();
    expect(personalIn(await observed.texts(), values)).toEqual([]);
    leak(observed);
    expect(personalIn(await observed.texts(), values)).toEqual(
      expect.arrayContaining([expect.stringContaining('kestrelpost@example.org')]),
    );
  });

  test('what a gateway showed, as soon as the gateway closes', async () => {
    const other = await openGateway({}, gateway.database);
    other.observed.log.info({ cause: 'kestrelpost@example.org' }, 'a request failed');
    await expect(other.close()).rejects.toThrow('kestrelpost@example.org');
  });
});
