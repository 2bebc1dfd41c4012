import { Plural, Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { countBusinessDays } from './count-business-days.ts';
import { dayOf, gatewayNow } from './local-time.ts';
import { useFormats } from './use-formats.ts';
import '../elements.css';

interface Props {
  /** The instant at which the time began to run. */
  readonly since: string;
  /** The last day (RFC 3339 full-date). */
  readonly dueOn: string;
}

/** How much of the time for an answer has passed, in business days: a bar, and the same in words. */
export function DeadlineBar({ since, dueOn }: Props): ReactNode {
  const began = dayOf(since);
  const [today] = useState(() => dayOf(gatewayNow()));
  const all = countBusinessDays(began, dueOn);
  const left = countBusinessDays(today, dueOn);
  const passed = all === 0 ? 1 : 1 - Math.min(left, all) / all;
  return (
    <div className={`deadline ${stateOf(left, dueOn < today)}`}>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect className="whole" width="100" height="8" />
        <rect className="passed" width={passed * 100} height="8" />
      </svg>
      <p>
        <InWords all={all} left={left} over={countBusinessDays(dueOn, today)} dueOn={dueOn} isOver={dueOn < today} />
      </p>
    </div>
  );
}

/** Business days that count as near. */
const near = 5;

function stateOf(left: number, isOver: boolean): string {
  if (isOver) return 'over';
  return left <= near ? 'near' : 'far';
}

interface WordsProps {
  readonly all: number;
  readonly left: number;
  readonly over: number;
  readonly dueOn: string;
  readonly isOver: boolean;
}

function InWords({ all, left, over, dueOn, isOver }: WordsProps): ReactNode {
  const formats = useFormats();
  const day = formats.day(dueOn);
  if (isOver && over > 0)
    return (
      <Plural
        value={over}
        one={`It was due by ${day}. It is #\u00a0business day late.`}
        other={`It was due by ${day}. It is #\u00a0business days late.`}
      />
    );
  if (isOver) return <Trans>It was due by {day}.</Trans>;
  if (left === 0) return <Trans>The answer is due today, {day}.</Trans>;
  return (
    <Plural
      value={left}
      one={`The answer is due by ${day}: # of ${all}\u00a0business days is left.`}
      other={`The answer is due by ${day}: # of ${all}\u00a0business days are left.`}
    />
  );
}
