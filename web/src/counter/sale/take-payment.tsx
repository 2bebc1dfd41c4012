import { Trans, useLingui } from '@lingui/react/macro';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useClient } from 'urql';
import { Field } from '../../elements/forms/field.tsx';
import { Form } from '../../elements/forms/form.tsx';
import { Select } from '../../elements/forms/select.tsx';
import { useFormats } from '../../elements/time/use-formats.ts';
import type { PaymentMethod } from '../../generated/vocabulary.ts';
import { useDraft } from '../../session/drafts.ts';
import { centsOf } from './cents-of.ts';
import { graphql } from '../generated/gql.ts';
import { OneOf } from '../one-of.tsx';

const document = graphql(`
  mutation TakePayment($input: RecordPaymentInput!) @purpose(is: PAYMENT) {
    recordPayment(input: $input) {
      payment {
        id
        amount
        method
      }
      resident {
        id
        account {
          id
          balance
        }
      }
    }
  }
`);

interface Purchase {
  readonly id?: string | null;
  readonly amount?: string | null;
  readonly service?: { readonly name: string } | null;
}

interface Props {
  readonly payer: { readonly id: string; readonly givenName?: string | null };
  /** In Canadian dollars, above zero. */
  readonly owed: number;
  readonly purchases: readonly Purchase[];
  /** @param receipt what was taken, and what is left */
  readonly onTaken: (receipt: ReactNode) => void;
}

/**
 * Takes a payment: all that is owed, or what the chosen purchase cost, unless the clerk types another amount. How it is paid must be
 * chosen, because nothing here undoes a payment.
 */
export function TakePayment({ payer, owed, purchases, onTaken }: Props): ReactNode {
  const { t, i18n } = useLingui();
  const { money } = useFormats();
  const client = useClient();
  const section = useRef<HTMLElement>(null);
  const [typed, setTyped] = useDraft('payment amount');
  const [isTyped, setIsTyped] = useState(typed !== '');
  const [method, setMethod] = useDraft('payment method');
  const [purchaseId, setPurchaseId] = useDraft('payment purchase');
  useLayoutEffect(() => {
    const first = section.current?.querySelector<HTMLInputElement>('input:checked') ?? section.current?.querySelector('input');
    first?.focus();
  }, []);
  const price = purchases.find(({ id }) => id === purchaseId)?.amount;
  const proposed = Math.min(Number(price ?? owed), owed).toFixed(2);
  const amount = isTyped ? typed : proposed.replace('.', i18n.locale === 'fr' ? ',' : '.');
  const type = (text: string): void => {
    setTyped(text);
    setIsTyped(true);
  };
  const propose = (): void => {
    setTyped('');
    setIsTyped(false);
  };
  const cents = centsOf(amount);
  return (
    <section className="sale" aria-label={t`Take a payment`} ref={section}>
      <Form
        action={Number.isNaN(cents) ? <Trans>Take the payment</Trans> : <Trans>Take {money(`${cents / 100}`)}</Trans>}
        onSend={(idempotencyKey) => {
          const input = { residentId: payer.id, cents, method: method as PaymentMethod, idempotencyKey };
          return client.mutation(document, { input: { ...input, ...(purchaseId !== '' && { purchaseId }) } }).toPromise();
        }}
        onDone={({ recordPayment: taken }) => {
          setMethod('');
          setPurchaseId('');
          propose();
          onTaken(<Receipt payer={payer} payment={taken?.payment} balance={taken?.resident?.account?.balance} />);
        }}
        reasons={{ MORE_THAN_OWED: <Trans>This is more than is left to pay. Nothing was taken.</Trans> }}
      >
        <OneOf
          label={<Trans>How it is paid</Trans>}
          missing={<Trans>Choose how it is paid.</Trans>}
          value={method}
          onChoose={setMethod}
          choices={[
            { value: 'CASH', name: <Trans>In cash</Trans> },
            { value: 'CARD', name: <Trans>By debit or credit card</Trans> },
          ]}
        />
        <div className="paying">
          <Field label={t`Amount ($)`}>
            {(attributes) => (
              <input
                {...attributes}
                className="short"
                type="text"
                inputMode="decimal"
                autoComplete="off"
                required
                pattern="\d{1,7}([.,]\d{1,2})?"
                value={amount}
                onFocus={({ target }) => target.select()}
                onChange={({ target }) => type(target.value)}
              />
            )}
          </Field>
          <Select
            label={t`For`}
            placeholder={t`What is owed`}
            value={purchaseId || undefined}
            onChoose={(id) => {
              setPurchaseId(id);
              propose();
            }}
            choices={purchases.flatMap(({ id, service, amount: cost }) =>
              id ? [{ value: id, name: `${service?.name ?? ''} (${money(cost ?? '0')})` }] : [],
            )}
          />
        </div>
      </Form>
    </section>
  );
}

interface ReceiptProps {
  readonly payer: Props['payer'];
  readonly payment: { readonly amount?: string | null; readonly method?: PaymentMethod | null } | null | undefined;
  readonly balance: string | null | undefined;
}

/** The amount that was taken, and the amount that is left to pay. */
function Receipt({ payer: { givenName }, payment, balance }: ReceiptProps): ReactNode {
  const { money } = useFormats();
  const taken = money(payment?.amount ?? '0');
  const left = -Number(balance ?? 0);
  return (
    <>
      {payment?.method === 'CASH' ? (
        <Trans>
          Taken from {givenName}: {taken} in cash.
        </Trans>
      ) : (
        <Trans>
          Taken from {givenName}: {taken} by card.
        </Trans>
      )}{' '}
      {left > 0 ? <Trans>{money(`${left}`)} is left to pay.</Trans> : <Trans>Nothing is left to pay.</Trans>}
    </>
  );
}
