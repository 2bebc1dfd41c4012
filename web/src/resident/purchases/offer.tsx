import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode, RefObject } from 'react';
import { Answered } from '../../elements/states/answered.tsx';
import { personName } from '../../elements/names/person-name.ts';
import { Select } from '../../elements/forms/select.tsx';
import { useStatus } from '../../elements/states/use-status.tsx';
import { useFormats } from '../../elements/time/use-formats.ts';
import { useDraft } from '../../session/drafts.ts';
import { graphql } from '../generated/gql.ts';
import { Order } from './order.tsx';

const people = graphql(`
  query WhomToBuyFor @purpose(is: SELF_SERVICE) {
    me {
      id
      guardianships {
        id
        minor {
          id
          givenName
          familyName
        }
      }
    }
  }
`);

interface Props {
  readonly serviceId: string;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onClose: () => void;
}

/** One service to buy, for the resident or for a minor in care. */
export function Offer({ serviceId, heading, onClose }: Props): ReactNode {
  const { t } = useLingui();
  const { day, money } = useFormats();
  const [status, say] = useStatus();
  // Kept with the quantity, so that the service is not bought for another person.
  const [chosen, setChosen] = useDraft(`buyer of ${serviceId}`);
  return (
    <>
      <p className="back">
        <button type="button" className="quiet" onClick={onClose}>
          <Trans>All services</Trans>
        </button>
      </p>
      <h1 ref={heading} tabIndex={-1}>
        <Trans>Buy this service</Trans>
      </h1>
      {status}
      <Answered query={people} variables={{}}>
        {({ me }) => {
          const minors = (me?.guardianships ?? []).flatMap(({ minor }) =>
            minor?.id ? [{ value: minor.id, name: personName(minor) }] : [],
          );
          const buyer = me?.id ?? '';
          return (
            <>
              {minors.length > 0 && (
                <div className="form">
                  <Select
                    label={<Trans>For whom?</Trans>}
                    value={chosen || buyer}
                    onChoose={(id) => setChosen(id === buyer ? '' : id)}
                    choices={[{ value: buyer, name: t`For me` }, ...minors]}
                  />
                </div>
              )}
              <Order
                key={chosen}
                serviceId={serviceId}
                residentId={chosen || buyer}
                forName={minors.find(({ value }) => value === chosen)?.name}
                onBought={({ amount, service, validFrom, validUntil }) => {
                  setChosen('');
                  say(
                    <Done
                      name={service?.name ?? ''}
                      amount={amount ? money(amount) : ''}
                      from={validFrom && day(validFrom)}
                      until={validUntil && day(validUntil)}
                    />,
                  );
                }}
              />
            </>
          );
        }}
      </Answered>
    </>
  );
}

interface DoneProps {
  readonly name: string;
  readonly amount: string;
  /** The first and the last day of a pass, as people write them. */
  readonly from: string | null | undefined;
  readonly until: string | null | undefined;
}

function Done({ name, amount, from, until }: DoneProps): ReactNode {
  return (
    <>
      {from && until ? (
        <Trans>
          Bought: {name}, for {amount}. Valid from {from} to {until}.
        </Trans>
      ) : (
        <Trans>
          Bought: {name}, for {amount}.
        </Trans>
      )}{' '}
      <Link to="/purchases">
        <Trans>See your purchases</Trans>
      </Link>
    </>
  );
}
