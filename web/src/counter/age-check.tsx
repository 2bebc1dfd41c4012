import { Plural, Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { Answered } from '../elements/answered.tsx';
import { useFirstFocus } from '../elements/use-first-focus.ts';
import { useFormats } from '../elements/use-formats.ts';
import { NotShown } from './counter-problem.tsx';
import { graphql } from './generated/gql.ts';
import type { ServedForAgeQuery } from './generated/graphql.ts';

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
  const [now] = useState(() => new Date());
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
              <Plural value={yearsSince(birthDate, now)} one="# year old" other="# years old" />
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

/** Whole years from a day (RFC 3339 full-date) to today in the municipality's time zone. */
function yearsSince(day: string, now: Date): number {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Edmonton', dateStyle: 'short' }).format(now);
  const years = Number(today.slice(0, 4)) - Number(day.slice(0, 4));
  return today.slice(5) < day.slice(5) ? years - 1 : years;
}
