import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { catalogueLanguage } from '../names/catalogue-language.ts';
import '../elements.css';
import { useFormats } from '../time/use-formats.ts';

interface Props {
  readonly purchase: {
    readonly quantity?: number | null;
    readonly amount?: string | null;
    readonly purchasedAt?: string | null;
    readonly validFrom?: string | null;
    readonly validUntil?: string | null;
    readonly service?: { readonly name: string } | null;
  };
}

/** One purchase: what, how many, for how much, when, and on which days a pass is valid. */
export function Bought({ purchase: { quantity, amount, purchasedAt, validFrom, validUntil, service } }: Props): ReactNode {
  const { dayOf, money } = useFormats();
  const bought = purchasedAt && dayOf(purchasedAt);
  return (
    <div className="bought">
      <h3 lang={catalogueLanguage}>{service?.name}</h3>
      <p className="amount">{amount && money(amount)}</p>
      <p className="quiet">
        <Plural value={quantity ?? 1} one={`Bought on ${bought}.`} other={`# bought on ${bought}.`} />
      </p>
      {validFrom && validUntil && <Validity from={validFrom} until={validUntil} />}
    </div>
  );
}

/** On which days a pass is valid. @param from RFC 3339 full-date, as `until` */
function Validity({ from, until }: { readonly from: string; readonly until: string }): ReactNode {
  const { day } = useFormats();
  const [first, last] = [day(from), day(until)];
  return (
    <p className="quiet">
      <Trans>
        Valid from {first} to {last}.
      </Trans>
    </p>
  );
}
