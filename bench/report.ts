/** One median. */
export interface Figure {
  readonly case: string;
  readonly contender: string;
  readonly median: number;
  readonly unit: string;
}

/** What a benchmark found; with --json this is what is printed. */
export interface Report {
  readonly bench: string;
  readonly results: readonly Figure[];
  readonly ratios: Readonly<Record<string, number>>;
}

/** What a ratio may be: so much at most, or so much at least. */
export type Limit = { readonly most: number } | { readonly least: number };

/** The limit of each limited ratio, by the ratio's name. */
export type Limits = Readonly<Record<string, Limit>>;

/** The report for people: a line per case, then the ratios and whether each keeps its limit. */
export function asText({ bench, results, ratios }: Report, limits: Limits): string {
  const contenders = [...new Set(results.map(({ contender }) => contender))];
  const cases = [...new Set(results.map((figure) => figure.case))];
  const cell = (of: string, contender: string): string => {
    const found = results.find((figure) => figure.case === of && figure.contender === contender);
    return found ? `${found.median.toFixed(3)} ${found.unit}` : '';
  };
  const table = [['', ...contenders], ...cases.map((of) => [of, ...contenders.map((contender) => cell(of, contender))])];
  const verdicts = Object.entries(ratios).map(([name, ratio]) => [name, ratio.toFixed(2), verdict(ratio, limits[name])]);
  return `${bench}: medians\n\n${align(table)}\n\n${align(verdicts)}\n`;
}

function verdict(ratio: number, limit: Limit | undefined): string {
  if (limit === undefined) return '';
  const [words, met] = 'most' in limit ? [`at most ${limit.most}`, ratio <= limit.most] : [`at least ${limit.least}`, ratio >= limit.least];
  return `${words}: ${met ? 'met' : 'NOT met'}`;
}

function align(lines: readonly (readonly string[])[]): string {
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0))) ?? [];
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}
