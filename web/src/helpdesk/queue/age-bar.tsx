import { Plural, Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { gatewayNow } from '../../elements/time/local-time.ts';

const oneDay = 86_400_000;
/** From here on the bar is full, and the ticket has waited too long. */
const fullDays = 30;

/** How long a ticket has been open: a bar, and the same in words. */
export function AgeBar({ since }: { readonly since: string }): ReactNode {
  const [now] = useState(gatewayNow);
  const age = Math.max(0, now - Date.parse(since));
  const days = Math.floor(age / oneDay);
  return (
    <div className={days < fullDays ? 'age' : 'age old'}>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect className="whole" width="100" height="8" />
        <rect className="passed" width={Math.min(100, (age / oneDay / fullDays) * 100)} height="8" />
      </svg>
      <span>{days === 0 ? <Trans>asked today</Trans> : <Plural value={days} one="# day old" other="# days old" />}</span>
    </div>
  );
}
