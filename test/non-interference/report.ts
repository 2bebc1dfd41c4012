import type { Tally } from './coverage.ts';
import type { Leak, Proof } from './run.ts';

export interface Circumstances {
  readonly seed: number;
  readonly seconds: number;
  /** Personal coordinates and root fields that no operation asked for. */
  readonly missed: readonly string[];
  readonly json: boolean;
}

/** The findings and the coverage of a proof, as JSON or as text. */
export function report(
  { operations, leaks, coverage, differing, neverVaried, logLines }: Proof,
  { seed, seconds, missed, json }: Circumstances,
): string {
  const coordinates = Object.fromEntries([...coverage.coordinates].toSorted(byName));
  const whole = {
    operations,
    seed,
    seconds,
    leaks,
    missed,
    neverVaried,
    logLines,
    differingRows: Object.fromEntries(differing),
    answers: Object.fromEntries([...coverage.statuses].toSorted(byName)),
    standpoints: Object.fromEntries(coverage.standpoints),
    coordinates,
    arguments: Object.fromEntries([...coverage.arguments].toSorted(byName)),
  };
  if (json) return `${JSON.stringify(whole, null, 2)}\n`;
  return [
    ...leaks.flatMap(leakInWords),
    'Asked for, and released (values that were not null):',
    ...tallies('standpoint', [...coverage.standpoints]),
    ...tallies('coordinate', [...coverage.coordinates].toSorted(byName)),
    '',
    'Arguments, input fields and enum values:',
    ...[...coverage.arguments].toSorted(byName).map(([name, times]) => `${String(times).padStart(9)}  ${name}`),
    '',
    'Rows that differed between the two towns:',
    ...[...differing].map(([table, rows]) => `${String(rows).padStart(9)}  ${table}`),
    '',
    ...(missed.length > 0 ? [`Never asked for: ${missed.join(', ')}`, ''] : []),
    ...neverVaried.flatMap((sentence) => [`NOTHING SHOWN for ${sentence}`, '']),
    `${logLines} application log lines and every error were searched for personal values.`,
    `${operations} operations with seed ${seed} in ${seconds} s: ${leaks.length === 0 ? 'no leak' : `${leaks.length} leaks`}.`,
    '',
  ].join('\n');
}

function leakInWords({ standpoint, query, variables, headers, difference, seed }: Leak): string[] {
  return [
    `LEAK, asked by ${standpoint} (round with seed ${seed}):`,
    query,
    `variables ${JSON.stringify(variables)}, headers ${JSON.stringify(headers)}`,
    `differs in ${difference}`,
    '',
  ];
}

export function tallies(name: string, rows: readonly (readonly [string, Tally])[]): string[] {
  return [
    `${'asked'.padStart(9)} ${'released'.padStart(9)}  ${name}`,
    ...rows.map(([key, { asked, released }]) => `${String(asked).padStart(9)} ${String(released).padStart(9)}  ${key}`),
  ];
}

export function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
