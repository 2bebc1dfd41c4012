import type { Missed, Tampered } from './run.ts';

/** The report of a run, as JSON or as text. */
export function report(
  { alterations, kinds, codes, missed, whole }: Tampered,
  { seed, seconds, json }: { readonly seed: number; readonly seconds: number; readonly json: boolean },
): string {
  const unaltered = whole.findings;
  if (json) return `${JSON.stringify({ alterations, seed, seconds, kinds, codes, missed, unaltered }, null, 2)}\n`;
  return [
    ...unaltered.map(({ code, place }) => `found in the log before anything was altered: ${code} at ${place}`),
    ...missed.flatMap(missedInWords),
    'altered:',
    ...tallies(kinds),
    '',
    'found (one alteration can lead to several):',
    ...tallies(codes),
    '',
    `${alterations - missed.length} of ${alterations} alterations were found at their place, in ${seconds} s (seed ${seed})`,
    '',
  ].join('\n');
}

function missedInWords({ number, name, expected, findings }: Missed): string[] {
  return [
    `alteration ${number}, ${name}: expected ${expected.places.join('; ')}`,
    ...(findings.length > 0 ? findings.map(({ code, place }) => `  found ${code} at ${place}`) : ['  found nothing']),
    '',
  ];
}

function tallies(counted: Readonly<Record<string, number>>): string[] {
  return Object.entries(counted)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, times]) => `${String(times).padStart(9)}  ${name}`);
}
