import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PaymentMethod } from '../../generated/vocabulary.ts';
import { catalogueLanguage } from '../names/catalogue-language.ts';
import '../elements.css';
import { LongList } from '../lists/long-list.tsx';
import { useFormats } from '../time/use-formats.ts';

interface Payment {
  readonly id?: string | null;
  readonly amount?: string | null;
  readonly method?: PaymentMethod | null;
  readonly paidAt?: string | null;
  readonly purchaseId?: string | null;
}

interface Props {
  /** The heading above them. */
  readonly name: string;
  readonly payments: readonly (Payment | null | undefined)[];
  /** Those that have been read, among which is what a payment can be for. */
  readonly purchases: readonly { readonly id?: string | null; readonly service?: { readonly name: string } | null }[];
}

/** Payments at the counter: what for, how, when and how much. Nothing where there are none. */
export function Payments({ name, payments, purchases }: Props): ReactNode {
  const paid = payments.filter((one) => one != null);
  if (paid.length === 0) return null;
  return (
    <>
      <h2>{name}</h2>
      <LongList className="entries" label={name} rows={paid} keyOf={({ id }) => id ?? ''} rowHeight={90}>
        {(payment) => <One payment={payment} service={purchases.find(({ id }) => id === payment.purchaseId)?.service?.name} />}
      </LongList>
    </>
  );
}

interface OneProps {
  readonly payment: Payment;
  /** The purchased service; undefined: the purchase is not on the page, or there is none. */
  readonly service: string | undefined;
}

function One({ payment: { amount, method, paidAt, purchaseId }, service }: OneProps): ReactNode {
  const { dayOf, money } = useFormats();
  const day = paidAt && dayOf(paidAt);
  return (
    <div className="bought">
      <h3 lang={service && catalogueLanguage}>
        {service ?? (purchaseId ? <Trans>An earlier purchase</Trans> : <Trans>Towards what was owed</Trans>)}
      </h3>
      <p className="amount">{amount && money(amount)}</p>
      <p className="quiet">{method === 'CASH' ? <Trans>Paid in cash on {day}.</Trans> : <Trans>Paid by card on {day}.</Trans>}</p>
    </div>
  );
}
