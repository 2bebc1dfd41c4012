import { Trans, useLingui } from '@lingui/react/macro';
import { useId, type ReactNode } from 'react';
import { Bought } from '../../elements/records/bought.tsx';
import { personName } from '../../elements/names/person-name.ts';
import { useFormats } from '../../elements/time/use-formats.ts';
import type { Missing } from '../../../../client/src/report.ts';
import type { FamilyQuery } from '../generated/graphql.ts';
import { Absent, isWithheld } from '../my-information/absent.tsx';
import { sayAddress } from '../../elements/names/say-address.ts';
import { sayTelephone } from '../../elements/names/telephone.ts';
import { Balance } from '../purchases/balance.tsx';

type Guardianship = NonNullable<NonNullable<FamilyQuery['me']>['guardianships']>[number];

interface Props {
  readonly guardianship: Guardianship;
  /** Why the answer has no value at a path below the minor. */
  readonly missing: (path: readonly string[]) => Missing | undefined;
}

/** A minor in the reader's care. A part that is not shown says why: it depends on the areas of the care, and on living together. */
export function Minor({ guardianship: { areas, since, minor }, missing }: Props): ReactNode {
  const id = useId();
  const { t } = useLingui();
  const { day, dayOf } = useFormats();
  const has = (area: NonNullable<typeof areas>[number]): boolean => areas?.includes(area) ?? false;
  const address = minor?.address;
  const home = sayAddress(address);
  const members = minor?.household?.members?.filter(({ residentId }) => residentId !== minor.id).map((member) => personName(member));
  const livesTogether = Boolean(home || members?.length);
  const [identified, reached] = [minor?.identitySince, minor?.contactSince].map((instant) => instant && dayOf(instant));
  const from = since && day(since);
  const purchases = minor?.purchases?.edges ?? [];
  return (
    <section className="person" aria-labelledby={id}>
      <h2 id={id}>{personName(minor)}</h2>
      {from && (
        <p className="quiet">
          <Trans>In your care since {from}.</Trans>
        </p>
      )}
      <dl className="facts">
        <Fact name={<Trans>Birth date</Trans>} missing={missing(['birthDate'])}>
          {minor?.birthDate && day(minor.birthDate)}
        </Fact>
        <Fact name={<Trans>Email address</Trans>} missing={missing(['email'])} why={<Trans>None on record</Trans>}>
          {minor?.email}
        </Fact>
        <Fact
          name={<Trans>Telephone</Trans>}
          missing={failed(missing(['phone']))}
          why={
            livesTogether ? (
              <Trans>None on record</Trans>
            ) : (
              <Trans>Only an adult of the same home sees the telephone numbers of a minor, if there are any.</Trans>
            )
          }
        >
          {[minor?.phone, minor?.mobilePhone].flatMap((number) => (number ? [sayTelephone(number)] : [])).join(', ')}
        </Fact>
        <Fact
          name={<Trans>Address</Trans>}
          missing={failed(missing(['address', 'street']))}
          why={
            has('ADDRESS') ? (
              <Trans>Your care includes the address, but only an adult of the same home sees where a minor lives.</Trans>
            ) : (
              <Trans>Your care does not include the address.</Trans>
            )
          }
        >
          {home}
        </Fact>
        <Fact
          name={<Trans>Lives with</Trans>}
          missing={failed(missing(['household', 'members']))}
          why={
            has('HOUSEHOLD') ? (
              <Trans>Your care includes the household, but only an adult of the same home sees with whom a minor lives.</Trans>
            ) : (
              <Trans>Your care does not include the household.</Trans>
            )
          }
        >
          {members?.join(', ')}
        </Fact>
        <Fact
          name={<Trans>Since when</Trans>}
          missing={failed(missing(['identitySince']))}
          why={<Trans>Only an adult of the same home whose care includes address and household sees since when this is unchanged.</Trans>}
        >
          {identified && reached && (
            <Trans>
              Name and birth date have been unchanged since {identified}; email address, telephone numbers and address since {reached}.
            </Trans>
          )}
        </Fact>
        <Fact
          name={<Trans>Questions to the helpdesk</Trans>}
          why={<Trans>Your care does not include what the minor asks the helpdesk.</Trans>}
        >
          {has('SUPPORT_HISTORY') && <Trans>You see them under Helpdesk, except those that the minor keeps from guardians.</Trans>}
        </Fact>
        <Fact name={<Trans>Requests to the privacy office</Trans>} why={<Trans>Your care does not include requests for the minor.</Trans>}>
          {has('SUPPORT_HISTORY') && (
            <Trans>You see those that you filed. What the minor files stays between the minor and the office.</Trans>
          )}
        </Fact>
        <Fact name={<Trans>Account</Trans>}>
          <Balance account={minor?.account} missing={missing(['account', 'balance'])} />
        </Fact>
      </dl>
      <h3>
        <Trans>Purchases</Trans>
      </h3>
      {purchases.length === 0 ? (
        <p className="quiet">
          <Absent missing={missing(['purchases'])} empty={<Trans>Nothing was bought for this minor yet.</Trans>} />
        </p>
      ) : (
        <ol className="entries" aria-label={t`Purchases`}>
          {purchases.map(({ node }, index) => (
            <li key={node?.id ?? index}>{node && <Bought purchase={node} />}</li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** Where a value is withheld, the page knows the reason better than the answer says it. */
function failed(missing: Missing | undefined): Missing | undefined {
  return isWithheld(missing) ? undefined : missing;
}

interface FactProps {
  readonly name: ReactNode;
  /** Why nothing is shown, as the answer says it. */
  readonly missing?: Missing | undefined;
  /** Why nothing is shown, unless the answer says it. */
  readonly why?: ReactNode;
  readonly children: ReactNode;
}

function Fact({ name, missing, why, children }: FactProps): ReactNode {
  const isShown = Boolean(children);
  return (
    <div>
      <dt>{name}</dt>
      <dd className={isShown ? undefined : 'withheld'}>{isShown ? children : <Absent missing={missing} empty={why} />}</dd>
    </div>
  );
}
