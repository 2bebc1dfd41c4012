import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { CounterProblem } from '../counter-problem.tsx';
import { graphql } from '../generated/gql.ts';

const document = graphql(`
  query MayBuy($residentId: ID!, $serviceId: ID!) @purpose(is: SERVICE_PROVISION) {
    resident(id: $residentId) {
      id
      purchaseCheck(serviceId: $serviceId) {
        answer
      }
    }
  }
`);

interface Props {
  readonly residentId: string;
  readonly serviceId: string;
  /** In whole years. */
  readonly minimumAge: number;
}

/** Says before a sale whether the person is old enough. */
export function MayBuy({ residentId, serviceId, minimumAge }: Props): ReactNode {
  const [{ data, error }] = useQuery({ query: document, variables: { residentId, serviceId } });
  if (error) return <CounterProblem error={error} />;
  const answer = data?.resident?.purchaseCheck?.answer;
  return (
    <output className={answer === 'TOO_YOUNG' ? 'error' : 'hint'}>
      {answer === 'MAY_BUY' && <Trans>For people of {minimumAge} and older: old enough.</Trans>}
      {answer === 'TOO_YOUNG' && <Trans>For people of {minimumAge} and older: too young, so it cannot be sold.</Trans>}
      {data && !answer && <Trans>For people of {minimumAge} and older. The age cannot be shown here.</Trans>}
    </output>
  );
}
