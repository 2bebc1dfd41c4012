import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode, RefObject } from 'react';
import { useClient } from 'urql';
import { ComboBox } from '../../elements/forms/combo-box.tsx';
import { Field } from '../../elements/forms/field.tsx';
import { Form } from '../../elements/forms/form.tsx';
import { useFormats } from '../../elements/time/use-formats.ts';
import { useStatus } from '../../elements/states/use-status.tsx';
import { useDraft, useDraftOver } from '../../session/drafts.ts';
import { graphql } from '../generated/gql.ts';
import { MayBuy } from '../customer/may-buy.tsx';

const document = graphql(`
  mutation Sell($input: PurchaseInput!) @purpose(is: SERVICE_PROVISION) {
    purchase(input: $input) {
      purchase {
        id
        quantity
        amount
        validUntil
        service {
          id
          name
        }
      }
    }
  }
`);

interface Service {
  readonly id?: string | null;
  readonly name: string;
  readonly price: string;
  readonly minimumAge?: number | null;
}

interface Props {
  readonly buyer: { readonly id: string; readonly givenName?: string | null };
  readonly services: readonly Service[];
  /** The field for the service. */
  readonly field: RefObject<HTMLInputElement | null>;
}

/** Sells a service: type a part of its name, choose it, send. Then the field has the focus again. */
export function Sale({ buyer, services, field }: Props): ReactNode {
  const { t } = useLingui();
  const { money, day } = useFormats();
  const client = useClient();
  const [serviceId, setServiceId] = useDraft('sale service');
  const [typed, setTyped] = useDraftOver('sale quantity', '1');
  const [status, say] = useStatus();
  const chosen = services.find(({ id }) => id === serviceId);
  const quantity = Number(typed);
  return (
    <section className="sale" aria-label={t`Sell`}>
      {status}
      <Form
        action={chosen && quantity > 0 ? <Trans>Sell for {money(`${Number(chosen.price) * quantity}`)}</Trans> : <Trans>Sell</Trans>}
        onSend={(idempotencyKey) =>
          client.mutation(document, { input: { residentId: buyer.id, serviceId, quantity, idempotencyKey } }).toPromise()
        }
        onDone={({ purchase: payload }) => {
          const sold = payload?.purchase;
          setServiceId('');
          setTyped('1');
          say(
            sold?.validUntil ? (
              <Trans>
                Sold to {buyer.givenName}: {sold.service?.name}, {money(sold.amount ?? '0')}. Valid until {day(sold.validUntil)}.
              </Trans>
            ) : (
              <Trans>
                Sold to {buyer.givenName}: {sold?.service?.name}, {money(sold?.amount ?? '0')}.
              </Trans>
            ),
          );
          field.current?.focus();
        }}
        reasons={{ TOO_YOUNG: <Trans>This person is too young for this service.</Trans> }}
      >
        <div className="row">
          <ComboBox
            label={t`Service`}
            inputRef={field}
            choices={services.flatMap(({ id, name, price }) =>
              id ? [{ id, name, detail: <span className="price">{money(price)}</span> }] : [],
            )}
            value={serviceId || undefined}
            onChoose={(id) => setServiceId(id ?? '')}
            empty={<Trans>No service has these letters in its name.</Trans>}
            showAll={t`Show all services`}
          />
          <Field label={t`How many`}>
            {(attributes) => (
              <input
                {...attributes}
                className="short"
                type="number"
                inputMode="numeric"
                min={1}
                max={100}
                required
                value={typed}
                onChange={({ target }) => setTyped(target.value)}
              />
            )}
          </Field>
        </div>
        {chosen?.id && chosen.minimumAge != null && <MayBuy residentId={buyer.id} serviceId={chosen.id} minimumAge={chosen.minimumAge} />}
      </Form>
    </section>
  );
}
