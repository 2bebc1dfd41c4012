import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useClient } from 'urql';
import { Answered } from '../../elements/states/answered.tsx';
import { ConfirmButton } from '../../elements/forms/confirm-button.tsx';
import { Form } from '../../elements/forms/form.tsx';
import { Problem } from '../../elements/states/problem.tsx';
import { Select } from '../../elements/forms/select.tsx';
import { useChange } from '../../elements/forms/use-change.ts';
import { graphql } from '../generated/gql.ts';

const closeDocument = graphql(`
  mutation CloseTicket($ticketId: ID!) @purpose(is: CUSTOMER_SUPPORT) {
    closeTicket(input: { ticketId: $ticketId }) {
      ticket {
        id
        status
      }
    }
  }
`);

const sensitiveDocument = graphql(`
  mutation KeepFromGuardians($ticketId: ID!) @purpose(is: CUSTOMER_SUPPORT) {
    markTicketSensitive(input: { ticketId: $ticketId }) {
      ticket {
        id
        sensitive
      }
    }
  }
`);

const colleaguesDocument = graphql(`
  query HelpdeskColleagues @purpose(is: CUSTOMER_SUPPORT) {
    colleagues(first: 100) {
      edges {
        node {
          id
          givenName
          familyName
        }
      }
    }
  }
`);

const giveDocument = graphql(`
  mutation GiveTicket($ticketId: ID!, $employeeId: ID!) @purpose(is: CUSTOMER_SUPPORT) {
    assignTicket(input: { ticketId: $ticketId, employeeId: $employeeId }) {
      ticket {
        id
      }
    }
  }
`);

interface Props {
  readonly id: string;
  readonly number: ReactNode;
  readonly isSensitive: boolean;
  /** Says what was done to the ticket that is still shown. */
  readonly onStay: (sentence: ReactNode) => void;
  /** Goes back to the queue with a sentence: the ticket is shown no longer. */
  readonly onDone: (sentence: ReactNode) => void;
}

/** The actions on a ticket in addition to a reply. */
export function TicketActions({ id, number, isSensitive, onStay, onDone }: Props): ReactNode {
  const close = useChange(closeDocument, () => onDone(<Trans>Ticket {number} is closed.</Trans>));
  const keep = useChange(sensitiveDocument, () =>
    onStay(<Trans>The guardians of the person who asked cannot see this ticket any more.</Trans>),
  );
  const error = close.error ?? keep.error;
  return (
    <section aria-labelledby="actions">
      <h2 id="actions">
        <Trans>This ticket</Trans>
      </h2>
      {error && <Problem error={error} />}
      <div className="actions">
        <ConfirmButton action={<Trans>Close the ticket</Trans>} onConfirm={() => void close.make({ ticketId: id })}>
          <p>
            <Trans>You can no longer reply or see who asked. The resident can open it again.</Trans>
          </p>
        </ConfirmButton>
        {!isSensitive && (
          <ConfirmButton action={<Trans>Keep it from guardians</Trans>} onConfirm={() => void keep.make({ ticketId: id })}>
            <p>
              <Trans>For a minor who asks in confidence. Guardians then see neither the ticket nor who read it. It cannot be undone.</Trans>
            </p>
          </ConfirmButton>
        )}
      </div>
      <Answered query={colleaguesDocument} variables={{}}>
        {({ colleagues }) => (
          <Give
            id={id}
            colleagues={(colleagues?.edges ?? []).flatMap(({ node }) =>
              node?.id ? [{ value: node.id, name: `${node.givenName} ${node.familyName}` }] : [],
            )}
            onGiven={(name) =>
              onDone(
                <Trans>
                  Ticket {number} is with {name} now.
                </Trans>,
              )
            }
          />
        )}
      </Answered>
    </section>
  );
}

interface GiveProps {
  readonly id: string;
  readonly colleagues: readonly { readonly value: string; readonly name: string }[];
  readonly onGiven: (name: string) => void;
}

function Give({ id, colleagues, onGiven }: GiveProps): ReactNode {
  const { t } = useLingui();
  const client = useClient();
  const [employeeId, setEmployeeId] = useState<string>();
  return (
    <Form
      action={<Trans>Give it to this colleague</Trans>}
      onSend={() => client.mutation(giveDocument, { ticketId: id, employeeId: employeeId ?? '' }).toPromise()}
      onDone={() => onGiven(colleagues.find(({ value }) => value === employeeId)?.name ?? '')}
    >
      <Select label={t`Colleague`} value={employeeId} onChoose={setEmployeeId} choices={colleagues} placeholder={t`Choose one`} required />
    </Form>
  );
}
