import type { Tally } from './census.ts';
import type { Leak, Proof } from './run.ts';

export interface Circumstances {
  readonly seed: number;
  readonly seconds: number;
  /** Personal coordinates and root fields that no operation asked for. */
  readonly missed: readonly string[];
  readonly json: boolean;
}

/** What a proof found, and what it asked: as JSON for a program, else in words. */
export function report({ operations, leaks, census, differing, logLines }: Proof, { seed, seconds, missed, json }: Circumstances): string {
  const coordinates = Object.fromEntries([...census.coordinates].toSorted(byName));
  const whole = {
    operations,
    seed,
    seconds,
    leaks,
    missed,
    logLines,
    differingRows: Object.fromEntries(differing),
    answers: Object.fromEntries([...census.statuses].toSorted(byName)),
    standpoints: Object.fromEntries(census.standpoints),
    coordinates,
    arguments: Object.fromEntries([...census.arguments].toSorted(byName)),
  };
  if (json) return `${JSON.stringify(whole, null, 2)}\n`;
  return [
    ...leaks.flatMap(leakInWords),
    'asked, and released (values that were not null):',
    ...tallies('standpoint', [...census.standpoints]),
    ...tallies('coordinate', [...census.coordinates].toSorted(byName)),
    '',
    'arguments, input fields and enum values:',
    ...[...census.arguments].toSorted(byName).map(([name, times]) => `${String(times).padStart(9)}  ${name}`),
    '',
    'rows that differed between the two towns:',
    ...[...differing].map(([table, rows]) => `${String(rows).padStart(9)}  ${table}`),
    '',
    ...(missed.length > 0 ? [`never asked for: ${missed.join(', ')}`, ''] : []),
    `${logLines} lines of application log, and every error, were searched for personal values.`,
    `${operations} operations with seed ${seed} in ${seconds} s: ${leaks.length === 0 ? 'no leak' : `${leaks.length} leaks`}.`,
    '',
  ].join('\n');
}

function leakInWords({ standpoint, query, variables, headers, difference, seed }: Leak): string[] {
  return [
    `LEAK, asked by ${standpoint} (round of seed ${seed}):`,
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
