import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useMutation } from 'urql';
import { Answered } from '../../elements/states/answered.tsx';
import { catalogueLanguage } from '../../elements/names/catalogue-language.ts';
import { Field } from '../../elements/forms/field.tsx';
import { Form } from '../../elements/forms/form.tsx';
import { Empty } from '../../elements/states/states.tsx';
import { useFormats } from '../../elements/time/use-formats.ts';
import { useDraftOver } from '../../session/drafts.ts';
import type { PurchaseAnswer } from '../../generated/vocabulary.ts';
import { graphql } from '../generated/gql.ts';
import type { BuyMutation } from '../generated/graphql.ts';

const document = graphql(`
  query OfferFor($serviceId: ID!, $residentId: ID!) @purpose(is: SELF_SERVICE) {
    service(id: $serviceId) {
      id
      name
      description
      price
      minimumAge
      validDays
    }
    resident(id: $residentId) {
      id
      purchaseCheck(serviceId: $serviceId) {
        answer
      }
    }
  }
`);

const buy = graphql(`
  mutation Buy($input: PurchaseInput!) @purpose(is: SELF_SERVICE) {
    purchase(input: $input) {
      purchase {
        id
        amount
        validFrom
        validUntil
        service {
          id
          name
        }
      }
      resident {
        id
        account {
          balance
        }
      }
    }
  }
`);

type Bought = NonNullable<NonNullable<BuyMutation['purchase']>['purchase']>;

interface Props {
  readonly serviceId: string;
  readonly residentId: string;
  /** The name of the minor for whom it is; undefined: it is for the resident who buys. */
  readonly forName: string | undefined;
  readonly onBought: (purchase: Bought) => void;
}

/** The description of a service and a form to buy it, or the reason why this person may not. */
export function Order({ serviceId, residentId, forName, onBought }: Props): ReactNode {
  const { money } = useFormats();
  return (
    <Answered query={document} variables={{ serviceId, residentId }}>
      {({ service, resident }) =>
        service ? (
          <>
            <h2 lang={catalogueLanguage}>{service.name}</h2>
            <p lang={catalogueLanguage}>{service.description}</p>
            <dl className="facts">
              <div>
                <dt>
                  <Trans>Price</Trans>
                </dt>
                <dd>{money(service.price)}</dd>
              </div>
              {typeof service.minimumAge === 'number' && (
                <div>
                  <dt>
                    <Trans>Minimum age</Trans>
                  </dt>
                  <dd>
                    <Plural value={service.minimumAge} one="# year" other="# years" />
                  </dd>
                </div>
              )}
              {typeof service.validDays === 'number' && (
                <div>
                  <dt>
                    <Trans>Valid</Trans>
                  </dt>
                  <dd>
                    <Plural
                      value={service.validDays}
                      one="On the day of the purchase"
                      other="For # days, including the day of the purchase"
                    />
                  </dd>
                </div>
              )}
            </dl>
            <Possible answer={resident?.purchaseCheck?.answer} minimumAge={service.minimumAge ?? 0} forName={forName}>
              <OrderForm serviceId={serviceId} residentId={residentId} price={service.price} forName={forName} onBought={onBought} />
            </Possible>
          </>
        ) : (
          <Empty>
            <Trans>The service is no longer offered.</Trans>
          </Empty>
        )
      }
    </Answered>
  );
}

interface PossibleProps {
  /** Null: it is withheld. */
  readonly answer: PurchaseAnswer | null | undefined;
  readonly minimumAge: number;
  readonly forName: string | undefined;
  /** Shown where nothing stands in the way. */
  readonly children: ReactNode;
}

function Possible({ answer, minimumAge, forName, children }: PossibleProps): ReactNode {
  if (answer === 'MAY_BUY') return children;
  return (
    <output className="reason">
      {answer === 'TOO_YOUNG' && forName !== undefined && (
        <Trans>
          It cannot be bought for {forName}: it is for people from {minimumAge} years of age, and {forName} is younger.
        </Trans>
      )}
      {answer === 'TOO_YOUNG' && forName === undefined && (
        <Trans>You cannot buy it: it is for people from {minimumAge} years of age, and you are younger by the birth date on record.</Trans>
      )}
      {answer !== 'TOO_YOUNG' && <Trans>Whether it may be bought for this person is not shown to you. Ask at the counter.</Trans>}
    </output>
  );
}

interface OrderFormProps extends Props {
  /** Of one, in Canadian dollars. */
  readonly price: string;
}

const most = 100;

function OrderForm({ serviceId, residentId, price, forName, onBought }: OrderFormProps): ReactNode {
  const { money } = useFormats();
  const [quantity, setQuantity] = useDraftOver(`how many of ${serviceId}`, '1');
  const [, execute] = useMutation(buy);
  const total = money(`${(Math.round(Number(price) * 100) * Number(quantity)) / 100}`);
  return (
    <Form
      action={<Trans>Buy for {total}</Trans>}
      onSend={(idempotencyKey) => execute({ input: { residentId, serviceId, quantity: Number(quantity), idempotencyKey } })}
      onDone={({ purchase }) => {
        setQuantity('1');
        if (purchase?.purchase) onBought(purchase.purchase);
      }}
      reasons={{ TOO_YOUNG: <Trans>It cannot be bought: the person is younger than the service asks for.</Trans> }}
    >
      <Field label={<Trans>How many?</Trans>} hint={<Trans>From 1 to {most}.</Trans>}>
        {(attributes) => (
          <input
            {...attributes}
            className="short"
            type="number"
            inputMode="numeric"
            required
            min={1}
            max={most}
            value={quantity}
            onChange={({ target }) => setQuantity(target.value)}
          />
        )}
      </Field>
      <p className="quiet">
        {forName === undefined ? (
          <Trans>The amount is put on your account.</Trans>
        ) : (
          <Trans>The amount is put on the account of {forName}.</Trans>
        )}
      </p>
    </Form>
  );
}
