import type { DocumentCensus, DocumentDifference } from '../engine/execution/compare-documents.ts';
import { byName, tallies, type Circumstances } from '../non-interference/report.ts';
import type { Differential } from './run.ts';

interface InMemory {
  readonly census: DocumentCensus;
  readonly differences: readonly DocumentDifference[];
}

/** The findings and questions of a comparison: as JSON, or as text. */
export function report(found: Differential, inMemory: InMemory, { seed, seconds, missed, json }: Circumstances): string {
  const { coverage, codes, differences, ...sums } = found;
  const coordinates = [...coverage.coordinates].toSorted(byName);
  const errors = Object.fromEntries([...codes].toSorted(byName));
  if (json) {
    const standpoints = Object.fromEntries(coverage.standpoints);
    const whole = { ...sums, seed, seconds, differences, inMemory, missed, errors, standpoints };
    return `${JSON.stringify({ ...whole, coordinates: Object.fromEntries(coordinates) }, null, 2)}\n`;
  }
  const many = differences.length + inMemory.differences.length;
  return [
    ...differences.flatMap(({ standpoint, query, variables, headers, difference }) => [
      `DIFFERENCE, asked by ${standpoint}:`,
      query,
      `variables ${JSON.stringify(variables)}, headers ${JSON.stringify(headers)}`,
      `differs in ${difference}`,
      '',
    ]),
    ...inMemory.differences.flatMap(({ text, variables, seed: drawn, executor, expected, answer }) => [
      `DIFFERENCE in memory, values drawn from "${drawn}":`,
      text,
      `variables ${JSON.stringify(variables)}`,
      `graphql-js: ${expected}`,
      `${executor}: ${answer}`,
      '',
    ]),
    'Asked for, and released (values that were not null):',
    ...tallies('standpoint', [...coverage.standpoints]),
    ...tallies('coordinate', coordinates),
    '',
    ...(missed.length > 0 ? [`Never asked for: ${missed.join(', ')}`, ''] : []),
    `Errors by code: ${JSON.stringify(errors)}`,
    `In memory: ${JSON.stringify(inMemory.census)}`,
    `${sums.withData} answers with data, ${sums.withErrors} with errors; ${sums.entries} access entries about ${sums.subjects} data subjects and ${sums.statements} statements compared; ${coordinates.length} coordinates touched.`,
    `${sums.operations} operations with seed ${seed}, ${sums.ofCorpus} of the corpus and ${inMemory.census.documents} documents in memory in ${seconds} s: ${many === 0 ? 'no difference' : `${many} differences`}.`,
    '',
  ].join('\n');
}
