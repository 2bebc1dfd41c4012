import { Plural, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { dayOf, gatewayNow, localOf } from '../../elements/time/local-time.ts';
import { Figure, type Draw } from '../../elements/figures/figure.tsx';
import { useFormats } from '../../elements/time/use-formats.ts';
import type { MandateFacts } from './record/fields.ts';
import { mandateKinds, mandateStatuses } from './names.ts';

interface Bar {
  /** Two documents can have the same reference. */
  readonly place: string;
  readonly name: string;
  /** In local time, as a date that says so in UTC. */
  readonly from: Date;
  readonly until: Date;
  readonly isInForce: boolean;
}

/** From when until when each mandate is valid, with today as a line. */
export function Timeline({ mandates }: { readonly mandates: readonly MandateFacts[] }): ReactNode {
  const { t, i18n } = useLingui();
  const { day } = useFormats();
  const [now] = useState(gatewayNow);
  const bars = mandates.map(({ reference, validFrom, validUntil, status }, index): Bar => ({
    place: String(index),
    name: reference,
    from: localOf(validFrom),
    until: localOf(validUntil),
    isInForce: status === 'IN_FORCE',
  }));
  const inForce = bars.filter((bar) => bar.isInForce).length;
  return (
    <Figure
      name={t`When mandates are valid`}
      draw={(plot, width) => drawBars(plot, width, bars, localOf(now), i18n.locale)}
      columns={[{ name: t`Document` }, { name: t`Kind` }, { name: t`First day` }, { name: t`Last day` }, { name: t`State` }]}
      rows={mandates.map(({ reference, kind, validFrom, validUntil, status }) => [
        reference,
        i18n._(mandateKinds[kind]),
        day(dayOf(validFrom)),
        day(dayOf(Date.parse(validUntil) - 1)),
        i18n._(mandateStatuses[status]),
      ])}
    >
      <Plural
        value={inForce}
        one="# of these mandates is in force: its bar is filled. The line is today."
        other="# of these mandates are in force: their bars are filled. The line is today."
      />
    </Figure>
  );
}

function drawBars(plot: Parameters<Draw>[0], width: number, bars: readonly Bar[], now: Date, locale: string): ReturnType<Draw> {
  const month = new Intl.DateTimeFormat(`${locale}-CA`, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  return {
    height: 50 + bars.length * 26,
    marginLeft: 80,
    marginRight: 24,
    x: {
      type: 'utc',
      axis: 'top',
      label: null,
      ticks: width < 480 ? 2 : 5,
      tickFormat: (at: Date) => month.format(at),
      tickSize: 0,
      grid: true,
    },
    y: { type: 'band', domain: bars.map(({ place }) => place), label: null, tickSize: 0, padding: 0.35 },
    marks: [
      // A reference can have 200 characters; the table has all of them.
      plot.axisY({ tickSize: 0, lineWidth: 5.5, textOverflow: 'ellipsis', tickFormat: (place: string) => bars[Number(place)]?.name ?? '' }),
      plot.barX(bars, {
        x1: 'from',
        x2: 'until',
        y: 'place',
        fill: ({ isInForce }: Bar) => (isInForce ? 'var(--accent)' : 'var(--raised)'),
        stroke: 'var(--accent)',
      }),
      plot.ruleX([now], { stroke: 'var(--ink)', strokeWidth: 2 }),
    ],
  };
}
