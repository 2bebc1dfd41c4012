import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Figure, type Draw } from '../../elements/figures/figure.tsx';
import { useFormats } from '../../elements/time/use-formats.ts';
import type { DayOfLogFragment } from '../generated/graphql.ts';

type List = DayOfLogFragment | null | undefined;

interface Props {
  /** RFC 3339 full-dates. */
  readonly days: readonly string[];
  /** The entries of each day. */
  readonly lists: readonly List[];
  /** The entries before the first day. */
  readonly before: List;
}

interface Day {
  readonly day: string;
  readonly entries: number;
  /** How many places the tree had up to its last entry, padding included. */
  readonly size: number;
}

/** How many entries each day had, and how large the tree was at its last one. */
export function DaysOfLog({ days, lists, before }: Props): ReactNode {
  const { t, i18n } = useLingui();
  const formats = useFormats();
  const rows = daysOf(days, lists, before);
  const entries = rows.reduce((sum, row) => sum + row.entries, 0);
  const number = (one: number): string => i18n.number(one);
  const table = rows.map((row) => [formats.day(row.day), number(row.entries), number(row.size)] as const);
  const columns = [{ name: t`Day` }, { name: t`Entries`, isNumber: true }, { name: t`Places in the tree at its end`, isNumber: true }];
  const sizeInWords = number(rows.at(-1)?.size ?? 0);
  return (
    <>
      <h2>
        <Trans>The last seven days</Trans>
      </h2>
      <Figure name={t`Entries by day`} draw={(plot, width) => drawDays(plot, width, rows, i18n.locale)} columns={columns} rows={table}>
        <Plural value={entries} one="# entry in the last seven days." other="# entries in the last seven days." />
      </Figure>
      <Figure
        name={t`Growth of the tree`}
        draw={(plot, width) => drawGrowth(plot, width, rows, i18n.locale)}
        columns={columns}
        rows={table}
      >
        <Trans>Up to its newest entry, the tree has {sizeInWords} places, padding included.</Trans>
      </Figure>
    </>
  );
}

function daysOf(days: readonly string[], lists: readonly List[], before: List): readonly Day[] {
  let size = sizeAfter(before, 0);
  return days.map((day, at) => {
    size = sizeAfter(lists[at], size);
    return { day, entries: lists[at]?.totalCount ?? 0, size };
  });
}

/** Numbers begin with 0. A day without entries leaves the tree as it was. */
function sizeAfter(list: List, size: number): number {
  const newest = list?.edges[0]?.node?.number;
  return newest === undefined || newest === null ? size : Number(newest) + 1;
}

/** The days of one week: where there is little room, by their weekdays. */
function dayName(day: string, locale: string, isShort: boolean): string {
  const parts = isShort ? ({ weekday: 'short' } as const) : ({ day: 'numeric', month: 'short' } as const);
  return new Intl.DateTimeFormat(`${locale}-CA`, { ...parts, timeZone: 'UTC' }).format(new Date(day));
}

/** The days that are named below a drawing: the narrowest has no room for all. */
function namedDays(rows: readonly Day[], width: number): readonly string[] {
  return rows.map(({ day }) => day).filter((_, at) => width >= 300 || at % 2 === 0);
}

function drawDays(plot: Parameters<Draw>[0], width: number, rows: readonly Day[], locale: string): ReturnType<Draw> {
  return {
    height: 200,
    marginLeft: 48,
    x: {
      type: 'band',
      label: null,
      tickSize: 0,
      ticks: namedDays(rows, width),
      tickFormat: (day: string) => dayName(day, locale, width < 480),
    },
    y: { label: null, ticks: 3, tickFormat: 'd', tickSize: 0, grid: true },
    marks: [
      plot.ruleY([0], { stroke: 'var(--line)' }),
      plot.barY(rows, { x: 'day', y: 'entries', fill: 'var(--accent)', insetLeft: 2, insetRight: 2 }),
    ],
  };
}

function drawGrowth(plot: Parameters<Draw>[0], width: number, rows: readonly Day[], locale: string): ReturnType<Draw> {
  return {
    height: 200,
    marginLeft: 48,
    x: {
      type: 'point',
      label: null,
      tickSize: 0,
      ticks: namedDays(rows, width),
      tickFormat: (day: string) => dayName(day, locale, width < 480),
    },
    y: { label: null, ticks: 3, tickFormat: 'd', tickSize: 0, grid: true, domain: [0, Math.max(1, ...rows.map(({ size }) => size))] },
    marks: [
      plot.ruleY([0], { stroke: 'var(--line)' }),
      plot.lineY(rows, { x: 'day', y: 'size', stroke: 'var(--accent)', strokeWidth: 2 }),
      plot.dot(rows, { x: 'day', y: 'size', fill: 'var(--accent)', r: 4 }),
    ],
  };
}
