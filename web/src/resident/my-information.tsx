import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Answered } from '../elements/answered.tsx';
import { graphql } from './generated/gql.ts';

const document = graphql(`
  query MyInformation @purpose(is: SELF_SERVICE) {
    me {
      id
      givenName
      familyName
      birthDate
      email
      phone
      mobilePhone
      address {
        street
        locality
        province
        postalCode
      }
    }
  }
`);

/** Everything that is held about the resident, by category. */
export default function MyInformation(): ReactNode {
  return (
    <>
      <h1>
        <Trans>My information</Trans>
      </h1>
      <Answered query={document} variables={{}}>
        {({ me }) => (
          <dl className="facts">
            <Fact name={<Trans>Name</Trans>} value={join(' ', me?.givenName, me?.familyName)} />
            <Fact name={<Trans>Birth date</Trans>} value={me?.birthDate} />
            <Fact name={<Trans>Mail address</Trans>} value={me?.email} />
            <Fact name={<Trans>Telephone</Trans>} value={join(', ', me?.phone, me?.mobilePhone)} />
            <Fact
              name={<Trans>Address</Trans>}
              value={join(', ', me?.address?.street, me?.address?.locality, me?.address?.province, me?.address?.postalCode)}
            />
          </dl>
        )}
      </Answered>
    </>
  );
}

function join(between: string, ...parts: readonly (string | null | undefined)[]): string {
  return parts.filter(Boolean).join(between);
}

function Fact({ name, value }: { readonly name: ReactNode; readonly value: string | null | undefined }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value || <Trans>Not on record</Trans>}</dd>
    </div>
  );
}
