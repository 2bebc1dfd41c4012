import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type FormEvent, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { readTelephone } from '../elements/telephone.ts';
import { TextField } from '../elements/text-field.tsx';
import { useFirstFocus } from '../elements/use-first-focus.ts';
import { useIsShown } from '../elements/use-is-shown.ts';
import { drafts } from '../session/drafts.ts';
import { CounterProblem } from './counter-problem.tsx';
import type { Found } from './found.tsx';
import { graphql } from './generated/gql.ts';

const document = graphql(`
  mutation ConfirmIdentity($input: ConfirmIdentityInput!) @purpose(is: SERVICE_PROVISION) {
    confirmIdentity(input: $input) {
      outcome
    }
  }
`);

interface Props {
  readonly person: Found;
  readonly onConfirmed: () => Promise<void>;
  /** Looks for somebody else. */
  readonly onAnother: () => void;
  /** What went wrong with beginning. */
  readonly children: ReactNode;
}

const fields = { birthDate: 'customer birth date', email: 'customer email', phone: 'customer telephone' } as const;

/**
 * Who the customer is: the clerk knows it, or compares what the customer says. Before, nothing of the record is shown; the comparison
 * shows nothing of it either.
 */
export function ConfirmIdentity({ person, onConfirmed, onAnother, children }: Props): ReactNode {
  const { t } = useLingui();
  const known = useFirstFocus<HTMLButtonElement>();
  const [{ fetching, error, data }, compare] = useMutation(document);
  const [isMissing, setIsMissing] = useState(false);
  const [isBeginning, setIsBeginning] = useState(false);
  const isShown = useIsShown();
  const begin = async (): Promise<void> => {
    if (isBeginning) return;
    setIsBeginning(true);
    await onConfirmed();
    setIsBeginning(false);
  };
  const send = async (): Promise<void> => {
    const [birthDate, email, phone] = [drafts.read(fields.birthDate), drafts.read(fields.email), drafts.read(fields.phone)];
    const given = { ...(birthDate && { birthDate }), ...(email && { email }), ...(phone && { phone: readTelephone(phone) }) };
    setIsMissing(Object.keys(given).length < 2);
    if (Object.keys(given).length < 2) return;
    const result = await compare({ input: { residentId: person.id, ...given } });
    // The clerk can have turned to somebody else meanwhile.
    if (result.data?.confirmIdentity?.outcome === 'MATCH' && isShown.current) await begin();
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!fetching) void send();
  };
  const outcome = data?.confirmIdentity?.outcome;
  return (
    <section className="identity" aria-labelledby="identity">
      <h2 id="identity">
        <Trans>
          Is it {person.givenName} {person.familyName}?
        </Trans>
      </h2>
      <p className="buttons">
        <button ref={known} type="button" className="main" onClick={() => void begin()}>
          <Trans>Known to me, or showed a card with a photo</Trans>
        </button>
        <button type="button" onClick={onAnother} aria-keyshortcuts="Escape">
          <Trans>Somebody else</Trans> <kbd>Esc</kbd>
        </button>
      </p>
      {children}
      <form className="form compare" onSubmit={onSubmit} autoComplete="off">
        <h3>
          <Trans>Or compare what the customer says</Trans>
        </h3>
        <p className="hint">
          <Trans>Two of the three. You learn only whether they are right, and each comparison is counted.</Trans>
        </p>
        <div className="row">
          <TextField label={t`Birth date`} type="date" draft={fields.birthDate} maxLength={10} autoComplete="off" />
          {/* Chromium keeps the last value that it checked for a field of the type "email", after the field is gone. */}
          <TextField
            label={t`Email address`}
            inputMode="email"
            spellCheck={false}
            draft={fields.email}
            maxLength={254}
            autoComplete="off"
          />
          <TextField label={t`Telephone`} type="tel" draft={fields.phone} maxLength={30} autoComplete="off" />
        </div>
        {isMissing && (
          <p role="alert" className="error">
            <Trans>Give two of the three.</Trans>
          </p>
        )}
        {!isMissing && !fetching && outcome === 'NO_MATCH' && (
          <p role="alert" className="error">
            <Trans>What the customer says is not what is on record. Nothing tells which of it differs.</Trans>
          </p>
        )}
        {!isMissing && !fetching && outcome === 'SEVERAL' && (
          <p role="alert" className="error">
            <Trans>Several people have these values. Ask for the third.</Trans>
          </p>
        )}
        {error && <CounterProblem error={error} onRetry={() => void send()} />}
        <p>
          <button type="submit" aria-disabled={fetching || isBeginning}>
            <Trans>Compare</Trans>
          </button>{' '}
          <output>{outcome === 'MATCH' && <Trans>It is the customer.</Trans>}</output>
        </p>
      </form>
    </section>
  );
}
