import { Trans, useLingui } from '@lingui/react/macro';
import { useLayoutEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { readTelephone } from '../../elements/names/telephone.ts';
import { TextField } from '../../elements/forms/text-field.tsx';
import { useIsShown } from '../../elements/lists/use-is-shown.ts';
import { drafts } from '../../session/drafts.ts';
import { CounterProblem } from '../counter-problem.tsx';
import type { Found } from './found.tsx';
import type { IdentityEvidence } from '../../generated/vocabulary.ts';
import { graphql } from '../generated/gql.ts';
import { OneOf } from '../one-of.tsx';

const document = graphql(`
  mutation ConfirmIdentity($input: ConfirmIdentityInput!) @purpose(is: SERVICE_PROVISION) {
    confirmIdentity(input: $input) {
      outcome
    }
  }
`);

interface Props {
  readonly person: Found;
  readonly onConfirmed: (identifiedBy: IdentityEvidence) => Promise<void>;
  /** Looks for another person. */
  readonly onAnother: () => void;
  /** The problem with beginning an encounter. */
  readonly children: ReactNode;
}

const fields = { birthDate: 'customer birth date', email: 'customer email', phone: 'customer telephone' } as const;

/**
 * How the clerk knows who the customer is: by a card, because they know each other, or by comparing what the customer says. Nothing is
 * chosen beforehand, so that a key that is pressed once too often does not open a record. Before the choice, no data of the record is
 * shown; the comparison shows none either.
 */
export function ConfirmIdentity({ person, onConfirmed, onAnother, children }: Props): ReactNode {
  const { t } = useLingui();
  const place = useRef<HTMLElement>(null);
  useLayoutEffect(() => place.current?.querySelector('input')?.focus(), []);
  const [seen, setSeen] = useState<'' | 'PHOTO_CARD' | 'KNOWN_TO_ME'>('');
  const [{ fetching, error, data }, compare] = useMutation(document);
  const [isMissing, setIsMissing] = useState(false);
  const [isBeginning, setIsBeginning] = useState(false);
  const isShown = useIsShown();
  const begin = async (identifiedBy: IdentityEvidence): Promise<void> => {
    if (isBeginning) return;
    setIsBeginning(true);
    await onConfirmed(identifiedBy);
    setIsBeginning(false);
  };
  const send = async (): Promise<void> => {
    const [birthDate, email, phone] = [drafts.read(fields.birthDate), drafts.read(fields.email), drafts.read(fields.phone)];
    const given = { ...(birthDate && { birthDate }), ...(email && { email }), ...(phone && { phone: readTelephone(phone) }) };
    setIsMissing(Object.keys(given).length < 2);
    if (Object.keys(given).length < 2) return;
    const result = await compare({ input: { residentId: person.id, ...given } });
    // The clerk can have turned to another person meanwhile.
    if (result.data?.confirmIdentity?.outcome === 'MATCH' && isShown.current) await begin('ANSWERS_MATCHED');
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    if (!fetching) void send();
  };
  const outcome = data?.confirmIdentity?.outcome;
  return (
    <section ref={place} className="identity" aria-labelledby="identity">
      <h2 id="identity">
        <Trans>
          Is it {person.givenName} {person.familyName}?
        </Trans>
      </h2>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (seen !== '') void begin(seen);
        }}
      >
        <OneOf
          label={<Trans>How do you know?</Trans>}
          missing={<Trans>Choose how you know who it is.</Trans>}
          value={seen}
          onChoose={(value) => setSeen(value as typeof seen)}
          choices={[
            { value: 'PHOTO_CARD', name: <Trans>A card with a photo</Trans> },
            { value: 'KNOWN_TO_ME', name: <Trans>Known to me</Trans>, detail: <Trans>It is counted, and the customer sees it.</Trans> },
          ]}
        />
        <p className="buttons">
          <button type="submit" className="main" aria-disabled={isBeginning}>
            <Trans>Serve</Trans>
          </button>
          <button type="button" onClick={onAnother} aria-keyshortcuts="Escape">
            <Trans>Somebody else</Trans> <kbd>Esc</kbd>
          </button>
        </p>
      </form>
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
