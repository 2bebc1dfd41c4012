import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { markdownTable } from './markdown.ts';

/** The rules of Prometheus that come with the gateway. */
export const alarmRules = 'deploy/prometheus/need-to-know.rules.yml';

const file = z.strictObject({
  groups: z.array(
    z.strictObject({
      name: z.string(),
      rules: z.array(z.strictObject({ alert: z.string(), expr: z.string(), annotations: z.strictObject({ summary: z.string() }) })),
    }),
  ),
});

/** An alarm: its name, its expression in PromQL, and what it means. */
export interface Alarm {
  readonly name: string;
  readonly expr: string;
  readonly summary: string;
}

/** Reads the alarms. @throws ZodError for a file that is not one of rules of alarms */
export function readAlarms(): readonly Alarm[] {
  const { groups } = file.parse(parse(readFileSync(alarmRules, 'utf8')));
  return groups.flatMap(({ rules }) => rules.map(({ alert, expr, annotations }) => ({ name: alert, expr, summary: annotations.summary })));
}

/** Writes the table of alarms in docs/operations.md. */
export function alarmsTable(): string {
  return markdownTable(
    ['alarm', 'fires while', 'means'],
    readAlarms().map(({ name, expr, summary }) => [`\`${name}\``, `\`${expr.replaceAll('|', String.raw`\|`)}\``, summary]),
  );
}
