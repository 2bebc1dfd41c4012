import { Trans, useLingui } from '@lingui/react/macro';
import { useId, type ReactNode } from 'react';
import { personName } from '../../elements/person-name.ts';
import { useFormats } from '../../elements/use-formats.ts';
import type { FamilyQuery } from '../generated/graphql.ts';
import { Balance } from '../purchases/balance.tsx';
import { Bought } from '../purchases/bought.tsx';

type Guardianship = NonNullable<NonNullable<FamilyQuery['me']>['guardianships']>[number];

/** A minor in the reader's care. What is not shown says why: it depends on the areas of the care, and on living together. */
export function Minor({ guardianship: { areas, minor } }: { readonly guardianship: Guardianship }): ReactNode {
  const id = useId();
  const { t } = useLingui();
  const { day } = useFormats();
  const has = (area: NonNullable<typeof areas>[number]): boolean => areas?.includes(area) ?? false;
  const address = minor?.address;
  const home = [address?.street, address?.locality, address?.province, address?.postalCode].filter(Boolean).join(', ');
  const members = minor?.household?.members?.filter(({ residentId }) => residentId !== minor.id).map((member) => personName(member));
  const livesTogether = Boolean(home || members?.length);
  const purchases = minor?.purchases?.edges ?? [];
  return (
    <section className="person" aria-labelledby={id}>
      <h2 id={id}>{personName(minor)}</h2>
      <dl className="facts">
        <Fact name={<Trans>Birth date</Trans>}>{minor?.birthDate && day(minor.birthDate)}</Fact>
        <Fact name={<Trans>Mail address</Trans>}>{minor?.email ?? <Trans>None on record</Trans>}</Fact>
        <Fact
          name={<Trans>Telephone</Trans>}
          why={
            livesTogether ? (
              <Trans>None on record</Trans>
            ) : (
              <Trans>Only an adult of the same home sees the telephone numbers of a minor, if there are any.</Trans>
            )
          }
        >
          {[minor?.phone, minor?.mobilePhone].filter(Boolean).join(', ')}
        </Fact>
        <Fact
          name={<Trans>Address</Trans>}
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
          <Balance account={minor?.account} />
        </Fact>
      </dl>
      <h3>
        <Trans>Purchases</Trans>
      </h3>
      {purchases.length === 0 ? (
        <p>
          <Trans>Nothing was bought for this minor yet.</Trans>
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

interface FactProps {
  readonly name: ReactNode;
  /** Why nothing is shown. Without it, there is nothing. */
  readonly why?: ReactNode;
  readonly children: ReactNode;
}

function Fact({ name, why, children }: FactProps): ReactNode {
  const isShown = Boolean(children);
  return (
    <div>
      <dt>{name}</dt>
      <dd className={isShown ? undefined : 'withheld'}>{isShown ? children : (why ?? <Trans>Not shown to you</Trans>)}</dd>
    </div>
  );
}
