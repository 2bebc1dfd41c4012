import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { Loading } from '../../elements/states/states.tsx';
import { AgeBandName } from './age-band-name.tsx';
import { CounterProblem } from '../counter-problem.tsx';
import { graphql } from '../generated/gql.ts';
import type { FindByCardQuery } from '../generated/graphql.ts';

const byName = graphql(`
  query FindByName($familyName: String, $givenName: String) @purpose(is: SERVICE_PROVISION) {
    residents(first: 8, orderBy: FAMILY_NAME, filter: { familyName: $familyName, givenName: $givenName }) {
      edges {
        node {
          id
          givenName
          familyName
          ageBand
          emailHint
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

const byCard = graphql(`
  query FindByCard($cardNumber: String!) @purpose(is: SERVICE_PROVISION) {
    residentByCard(cardNumber: $cardNumber) {
      id
      givenName
      familyName
      ageBand
      emailHint
    }
  }
`);

/** A person who may be the customer, with the values that tell namesakes apart. */
export type Found = NonNullable<FindByCardQuery['residentByCard']> & { readonly id: string };

interface Props {
  readonly onChoose: (person: Found) => void;
}

/** The people whose names begin as typed. Each look asks the gateway, so that each is logged. */
export function FoundByName({
  name,
  onChoose,
}: Props & { readonly name: { readonly familyName: string; readonly givenName?: string } }): ReactNode {
  const { i18n } = useLingui();
  const [{ data, error, fetching }, ask] = useQuery({ query: byName, variables: name, requestPolicy: 'network-only' });
  if (fetching) return <Loading />;
  if (error) return <CounterProblem error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  // The gateway orders them by family name alone.
  const people = (data?.residents?.edges ?? [])
    .flatMap(({ node }) => (node?.id ? [{ ...node, id: node.id }] : []))
    .toSorted((one, other) => nameOf(one).localeCompare(nameOf(other), i18n.locale));
  return <People people={people} hasMore={data?.residents?.pageInfo.hasNextPage ?? false} onChoose={onChoose} />;
}

const nameOf = ({ familyName, givenName }: Found): string => [familyName, givenName].filter(Boolean).join(', ');

/** The person whose card was scanned: there is no choice, so the confirmation comes next. */
export function FoundByCard({ cardNumber, onChoose }: Props & { readonly cardNumber: string }): ReactNode {
  const [{ data, error, fetching }, ask] = useQuery({ query: byCard, variables: { cardNumber }, requestPolicy: 'network-only' });
  const person = data?.residentByCard;
  useEffect(() => {
    if (person?.id) onChoose({ ...person, id: person.id });
  }, [person, onChoose]);
  if (fetching || person?.id) return <Loading />;
  if (error) return <CounterProblem error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
  return <People people={[]} hasMore={false} onChoose={onChoose} />;
}

/** The first has the focus; the arrows lead to the others. */
function People({ people, hasMore, onChoose }: Props & { readonly people: readonly Found[]; readonly hasMore: boolean }): ReactNode {
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => list.current?.querySelector('button')?.focus(), []);
  const move = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    buttons[buttons.findIndex((button) => button === document.activeElement) + by]?.focus();
  };
  return (
    <>
      <output className="count">
        {people.length === 0 ? (
          <Trans>No customer whom you may serve is on record under this name or card.</Trans>
        ) : hasMore ? (
          <Trans>More people match than are shown. Add more of the name.</Trans>
        ) : (
          <Plural value={people.length} one="# person matches." other="# people match." />
        )}
      </output>
      <ul ref={list} className="people">
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" onClick={() => onChoose(person)} onKeyDown={move}>
              <strong>{nameOf(person)}</strong>
              <span>
                <AgeBandName band={person.ageBand} />
              </span>
              <span>{person.emailHint}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
