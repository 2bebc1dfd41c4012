import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import { countGuardFailures } from '../../../../src/server/spine/entry/count-guard-failures.ts';
import { Metrics } from '../../../../src/server/observe/metrics/metrics.ts';
import type { TestGateway } from '../../../helpers/gateway/gateway.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

/** The counter's log lines, without the members that pino adds. */
function counting(): { readonly report: (coordinate: string, errorClass: string) => void; readonly lines: object[] } {
  const lines: object[] = [];
  const write = (line: string): void => {
    const { coordinate, errorClass, count, ...rest } = JSON.parse(line);
    expect(Object.keys(rest).toSorted()).toEqual(['level', 'msg', 'time']);
    lines.push({ coordinate, errorClass, count });
  };
  return { report: countGuardFailures(pino({ base: null }, { write }), new Metrics()), lines };
}

test('failures are counted by coordinate and error class, and logged at powers of ten', () => {
  const { report, lines } = counting();
  for (let time = 0; time < 1_234; time += 1) report('Resident.email', 'TypeError');
  report('Resident.email', 'RangeError');
  report('Resident.phone', 'TypeError');
  expect(lines).toEqual([
    ...[1, 10, 100, 1_000].map((count) => ({ coordinate: 'Resident.email', errorClass: 'TypeError', count })),
    { coordinate: 'Resident.email', errorClass: 'RangeError', count: 1 },
    { coordinate: 'Resident.phone', errorClass: 'TypeError', count: 1 },
  ]);
});

test('past a thousand error classes, new ones are counted together, so that they fill neither memory nor log', () => {
  const { report, lines } = counting();
  for (let time = 0; time < 1_000; time += 1) report('Resident.email', `Class${time}`);
  expect(lines).toHaveLength(1_000);
  for (let time = 0; time < 150; time += 1) report('Resident.email', `Other${time}`);
  expect(lines.slice(1_000)).toEqual([{ count: 1 }, { count: 10 }, { count: 100 }]);
  // Known error classes are still counted separately.
  for (let time = 0; time < 9; time += 1) report('Resident.email', 'Class0');
  expect(lines.at(-1)).toEqual({ coordinate: 'Resident.email', errorClass: 'Class0', count: 10 });
});

const gateway = useGateway({
  ownSchema: true,
  pseudonyms: {
    disguise: () => {
      throw new RangeError('Peregrine');
    },
    recognise: () => undefined,
    name: () => '',
    identify: () => '',
  },
});

test('a failing resolver looks like a withheld value to the client, and is a failure in the log', async () => {
  const ask = (): ReturnType<TestGateway['ask']> => gateway.ask('police', '{ residents(first: 1) { edges { node { id familyName } } } }');
  const { data, errors } = await ask();
  expect(errors).toEqual([]);
  expect(data.residents.edges[0].node).toEqual({ id: null, familyName: expect.any(String) });
  const lines = gateway.logged.filter((line) => line.includes('a resolver failed'));
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ level: 50, coordinate: 'Resident.id', errorClass: 'RangeError', count: 1 }),
  ]);
  expect(lines.join()).not.toMatch(/Peregrine/);
  expect(await gateway.observed.scrape()).toContain('ntk_guard_failures_total 1');
});
