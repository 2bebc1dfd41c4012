import { Plural, Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Answered } from '../../elements/states/answered.tsx';
import { dayOf, gatewayNow } from '../../elements/time/local-time.ts';
import { useFirstFocus } from '../../elements/forms/use-first-focus.ts';
import { useFormats } from '../../elements/time/use-formats.ts';
import { NotShown } from '../counter-problem.tsx';
import { graphql } from '../generated/gql.ts';
import type { ServedForAgeQuery } from '../generated/graphql.ts';

const document = graphql(`
  query ServedForAge @purpose(is: AGE_VERIFICATION) {
    currentCase {
      ... on Encounter {
        id
        resident {
          id
          givenName
          familyName
          birthDate
        }
      }
    }
  }
`);

/** The customer for a check of the age: the birth date, and nothing that it does not need. */
export function AgeCheck(): ReactNode {
  return (
    <Answered query={document} variables={{}} failed={NotShown}>
      {({ currentCase }) =>
        currentCase?.__typename === 'Encounter' && currentCase.resident ? <Age resident={currentCase.resident} /> : null
      }
    </Answered>
  );
}

type Case = Extract<NonNullable<ServedForAgeQuery['currentCase']>, { __typename: 'Encounter' }>;

function Age({ resident: { givenName, familyName, birthDate } }: { readonly resident: NonNullable<Case['resident']> }): ReactNode {
  const { day } = useFormats();
  const [today] = useState(() => dayOf(gatewayNow()));
  const heading = useFirstFocus<HTMLHeadingElement>();
  return (
    <>
      <h1 tabIndex={-1} ref={heading}>
        {givenName} {familyName}
      </h1>
      {birthDate ? (
        <>
          <p className="large">
            <strong>
              <Plural value={yearsBetween(birthDate, today)} one="# year old" other="# years old" />
            </strong>
          </p>
          <p>
            <Trans>Born on {day(birthDate)}. Compare it with the card that the customer shows.</Trans>
          </p>
        </>
      ) : (
        <p>
          <Trans>The birth date is not on record.</Trans>
        </p>
      )}
    </>
  );
}

/** Whole years from one day to a later one (RFC 3339 full-dates). */
function yearsBetween(from: string, until: string): number {
  const years = Number(until.slice(0, 4)) - Number(from.slice(0, 4));
  return until.slice(5) < from.slice(5) ? years - 1 : years;
}
