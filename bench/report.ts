import { formatTable } from '../src/cli/terminal/format-table.ts';

/** The median of one case and contender. */
export interface Figure {
  readonly case: string;
  readonly contender: string;
  readonly median: number;
  readonly unit: string;
}

/** The result of a benchmark, which --json prints. */
export interface Report {
  readonly bench: string;
  readonly results: readonly Figure[];
  readonly ratios: Readonly<Record<string, number>>;
}

/** An upper or lower bound of a ratio. */
export type Limit = { readonly most: number } | { readonly least: number };

/** Limits by the name of the ratio. */
export type Limits = Readonly<Record<string, Limit>>;

/** Writes the report as text: a line per case, then each ratio and whether it is within its limit. */
export function asText({ bench, results, ratios }: Report, limits: Limits): string {
  const byCase = Map.groupBy(results, (figure) => figure.case);
  // Cases with the same contenders share a table.
  const groups = Map.groupBy(byCase, ([, figures]) => figures.map(({ contender }) => contender).join());
  const tables = [...groups.values()].map((cases) => {
    const contenders = cases[0]?.[1].map(({ contender }) => contender) ?? [];
    return formatTable(
      ['', ...contenders],
      cases.map(([name, figures]) => [name, ...figures.map(cell)]),
    ).join('\n');
  });
  const verdicts = Object.entries(ratios).map(([name, ratio]) => [name, ratio.toFixed(2), verdict(ratio, limits[name])]);
  return `${bench}: medians\n\n${tables.join('\n\n')}\n\n${formatTable([], verdicts).join('\n')}\n`;
}

function cell({ median, unit }: Figure): string {
  return `${median < 1_000 ? median.toFixed(3) : Math.round(median)} ${unit}`;
}

function verdict(ratio: number, limit: Limit | undefined): string {
  if (limit === undefined) return '';
  const [words, met] = 'most' in limit ? [`at most ${limit.most}`, ratio <= limit.most] : [`at least ${limit.least}`, ratio >= limit.least];
  return `${words}: ${met ? 'met' : 'NOT met'}`;
}
