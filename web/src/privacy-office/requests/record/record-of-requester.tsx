import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Answered } from '../../../elements/states/answered.tsx';
import { personName } from '../../../elements/names/person-name.ts';
import { Empty } from '../../../elements/states/states.tsx';
import { sayAddress } from '../../../elements/names/say-address.ts';
import { sayTelephone } from '../../../elements/names/telephone.ts';
import { useFormats } from '../../../elements/time/use-formats.ts';
import { graphql } from '../../generated/gql.ts';
import type { RecordOfRequesterQuery } from '../../generated/graphql.ts';
import { Payments, Purchases } from './bought-and-paid.tsx';
import { Questioned, Reads } from './reads.tsx';

const document = graphql(`
  query RecordOfRequester($id: ID!) @purpose(is: RIGHTS_FULFILMENT) {
    resident(id: $id) {
      id
      givenName
      familyName
      birthDate
      identitySince
      email
      phone
      mobilePhone
      contactSince
      cardNumber
      cardSince
      address {
        street
        locality
        province
        postalCode
      }
      household {
        id
        since
        members {
          id
          residentId
          givenName
          familyName
        }
      }
      account {
        id
        balance
        overdueAmount
        overdueSince
        creditCheckOpen
      }
      purchases(first: 1) {
        totalCount
      }
      payments(first: 1) {
        totalCount
      }
      accessHistory(first: 1) {
        totalCount
      }
    }
  }
`);

type Requester = NonNullable<RecordOfRequesterQuery['resident']>;

interface Props {
  /** The `Resident.id` of who asks. */
  readonly id: string;
  /** The `entryId` of the read that the request questions. */
  readonly questioned: string | undefined;
}

/** The record of the person who asks. It is read once the officer wants to see it: the person is told of the read. */
export function RecordOfRequester({ id, questioned }: Props): ReactNode {
  const [isWanted, setIsWanted] = useState(false);
  return (
    <section aria-labelledby="record">
      <h2 id="record">
        <Trans>The person’s record</Trans>
      </h2>
      {isWanted ? (
        <Answered query={document} variables={{ id }}>
          {({ resident }) =>
            resident ? (
              <>
                <Facts resident={resident} />
                {questioned !== undefined && <Questioned id={id} entry={questioned} />}
                <Purchases id={id} total={resident.purchases?.totalCount ?? 0} />
                <Payments id={id} total={resident.payments?.totalCount ?? 0} />
                <Reads id={id} total={resident.accessHistory?.totalCount ?? 0} />
              </>
            ) : (
              <Empty>
                <Trans>The record is not open to you.</Trans>
              </Empty>
            )
          }
        </Answered>
      ) : (
        <>
          <p>
            <Trans>Open it only if the answer needs it. The person sees that you read it, and for which request.</Trans>
          </p>
          <p>
            <button type="button" onClick={() => setIsWanted(true)}>
              <Trans>Open the record</Trans>
            </button>
          </p>
        </>
      )}
    </section>
  );
}

function Facts({ resident }: { readonly resident: Requester }): ReactNode {
  const { day, dayOf, money } = useFormats();
  const { birthDate, identitySince, email, phone, mobilePhone, contactSince, address, household, account, cardNumber, cardSince } =
    resident;
  const others = (household?.members ?? []).filter(({ residentId }) => residentId !== resident.id);
  return (
    <dl className="facts">
      <Fact name={<Trans>Name</Trans>}>{personName(resident)}</Fact>
      <Fact name={<Trans>Birth date</Trans>}>{birthDate && day(birthDate)}</Fact>
      <Fact name={<Trans>Name and birth date unchanged since</Trans>}>{identitySince && dayOf(identitySince)}</Fact>
      <Fact name={<Trans>Card number</Trans>}>{cardNumber?.replace(/.{4}(?=.)/g, '$& ')}</Fact>
      <Fact name={<Trans>The card has this number since</Trans>}>{cardSince && dayOf(cardSince)}</Fact>
      <Fact name={<Trans>Email address</Trans>}>{email}</Fact>
      <Fact name={<Trans>Telephone</Trans>}>
        {[phone, mobilePhone].flatMap((one) => (one == null ? [] : sayTelephone(one))).join(', ')}
      </Fact>
      <Fact name={<Trans>Address</Trans>}>{sayAddress(address)}</Fact>
      <Fact name={<Trans>Contact details unchanged since</Trans>}>{contactSince && dayOf(contactSince)}</Fact>
      <Fact name={<Trans>Lives with</Trans>}>
        {others.length > 0 ? others.map((one) => personName(one)).join(', ') : <Trans>Nobody who may be shown to you</Trans>}
      </Fact>
      <Fact name={<Trans>In this household since</Trans>}>{household?.since && dayOf(household.since)}</Fact>
      <Fact name={<Trans>Balance</Trans>}>{account?.balance && <Balance balance={account.balance} />}</Fact>
      <Fact name={<Trans>Overdue</Trans>}>{account?.overdueAmount && money(account.overdueAmount)}</Fact>
      <Fact name={<Trans>Credit check</Trans>}>
        {account?.creditCheckOpen === true ? (
          <Trans>Credit is being verified.</Trans>
        ) : (
          account?.creditCheckOpen === false && <Trans>None is open.</Trans>
        )}
      </Fact>
    </dl>
  );
}

/** The credit on the account, or the amount that is left to pay. @param balance in Canadian dollars, negative where something is owed */
function Balance({ balance }: { readonly balance: string }): ReactNode {
  const { money } = useFormats();
  const owed = money(balance.replace('-', ''));
  return balance.startsWith('-') ? <Trans>{owed} is owed.</Trans> : money(balance);
}

function Fact({ name, children }: { readonly name: ReactNode; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children || <Trans>Not on record, or not open to you</Trans>}</dd>
    </div>
  );
}
