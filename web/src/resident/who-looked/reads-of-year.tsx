import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useId, type ReactNode } from 'react';
import { roleNames } from '../../generated/names.ts';
import { Figure, type Draw } from '../../elements/figures/figure.tsx';
import { Problem } from '../../elements/states/problem.tsx';
import type { Role } from '../../session/read-session.ts';
import { monthsUntil } from './month-of.ts';
import { useReadsOfYear } from './use-reads-of-year.ts';

interface Cell {
  readonly role: string;
  readonly month: string;
  readonly reads: number;
}

/** How many reads there were in each of the last 12 months, by role. @param now POSIX milliseconds */
export function ReadsOfYear({ now }: { readonly now: number }): ReactNode {
  const { i18n, t } = useLingui();
  const { reads, all, isComplete, error } = useReadsOfYear(now);
  const byRole = Map.groupBy(reads, ({ role }) => role);
  const roles = [...byRole].toSorted(([, one], [, other]) => other.length - one.length).map(([role]) => role);
  const months = monthsUntil(now);
  const nameOf = (role: Role | null): string => (role === null ? t`Another role` : i18n._(roleNames[role]));
  const count = (month: string, role: Role | null): number => reads.filter((read) => read.month === month && read.role === role).length;
  const cells = roles.flatMap((role) => months.map((month): Cell => ({ role: nameOf(role), month, reads: count(month, role) })));
  if (error) return <Problem error={error} />;
  if (!isComplete) return <Counting done={reads.length} all={all} />;
  if (reads.length === 0) return null;
  const total = reads.length;
  return (
    <Figure
      name={t`Reads in the last 12 months, by role`}
      draw={(plot, width) => drawBars(plot, width, cells, i18n.locale)}
      columns={[{ name: t`Month` }, ...roles.map((role) => ({ name: nameOf(role), isNumber: true }))]}
      rows={months.map((month) => [monthName(month, i18n.locale, 'long'), ...roles.map((role) => i18n.number(count(month, role)))])}
    >
      <Trans>
        <Plural value={total} one="# read" other="# reads" /> in all. Each strip is a role, and each bar a month.
      </Trans>
    </Figure>
  );
}

/** Shown until all reads have come. */
function Counting({ done, all }: { readonly done: number; readonly all: number | undefined }): ReactNode {
  const id = useId();
  return (
    <output className="state">
      <span id={id}>
        <Trans>The reads of the last 12 months are being counted.</Trans>
      </span>{' '}
      <progress value={done} max={all || 1} aria-labelledby={id} />
    </output>
  );
}

function monthName(month: string, locale: string, style: 'long' | 'short' | 'narrow'): string {
  const at = new Date(`${month}-01T00:00:00Z`);
  return new Intl.DateTimeFormat(
    locale,
    style === 'long' ? { month: 'long', year: 'numeric', timeZone: 'UTC' } : { month: style, timeZone: 'UTC' },
  ).format(at);
}

/** A strip of bars for each role, below each other: no colour has to be told from another. */
function drawBars(plot: Parameters<Draw>[0], width: number, cells: readonly Cell[], locale: string): ReturnType<Draw> {
  const roles = [...new Set(cells.map(({ role }) => role))];
  const most = Math.max(1, ...cells.map(({ reads }) => reads));
  const style = width < 480 ? 'narrow' : 'short';
  const fontSize = width < 480 ? 11 : 13;
  const inOneLine = { lineWidth: (width - 40) / fontSize, textOverflow: 'ellipsis-end' } as const;
  return {
    height: 36 + roles.length * 60,
    marginLeft: 28,
    marginTop: 4,
    fy: { domain: roles, axis: null, padding: 0.2 },
    x: { type: 'band', label: null, tickSize: 0, tickFormat: (month: string) => monthName(month, locale, style) },
    y: { label: null, domain: [0, most * 1.6], ticks: [0, most], tickFormat: 'd', tickSize: 0 },
    marks: [
      plot.ruleY([0], { stroke: 'var(--line)' }),
      plot.barY(cells, { x: 'month', y: 'reads', fy: 'role', fill: 'var(--accent)', inset: 1 }),
      plot.text(roles, { fy: (role: string) => role, text: (role: string) => role, frameAnchor: 'top-left', fontSize, ...inOneLine }),
    ],
  };
}
