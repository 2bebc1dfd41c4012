import { Trans, useLingui } from '@lingui/react/macro';
import { useLayoutEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { Field } from '../../elements/forms/field.tsx';
import type { IdentityEvidence } from '../../generated/vocabulary.ts';
import { useDraft } from '../../session/drafts.ts';
import { ConfirmIdentity } from './confirm-identity.tsx';
import { FoundByCard, FoundByName, type Found } from './found.tsx';
import { readSearch, type Search } from './read-search.ts';
import { useKeys } from '../keys/use-keys.ts';

interface Props {
  /** Begins to serve a person. @param residentId the `Resident.id` @param identifiedBy how the clerk knows who it is */
  readonly onServe: (residentId: string, identifiedBy: IdentityEvidence) => Promise<void>;
  /** Looks for a person, or for another one: an earlier problem no longer matters. */
  readonly onLook: () => void;
  /** The problem with beginning an encounter. */
  readonly children: ReactNode;
}

/** One field for a name or a card, the people whom it finds, and the choice among them. */
export function FindCustomer({ onServe, onLook, children }: Props): ReactNode {
  const { t } = useLingui();
  const [text, setText] = useDraft('customer');
  const [search, setSearch] = useState<Search>();
  // Each look asks again, also for the same name.
  const [looks, setLooks] = useState(0);
  const [chosen, setChosen] = useState<Found>();
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus();
    // Behind what was typed while the last encounter ended.
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, []);
  const find = (event: FormEvent): void => {
    event.preventDefault();
    onLook();
    setChosen(undefined);
    setSearch(readSearch(text));
    setLooks(looks + 1);
  };
  const another = (): void => {
    onLook();
    setChosen(undefined);
    setSearch(undefined);
    // The next text that is typed replaces the name before.
    field.current?.focus();
    field.current?.select();
  };
  const isMistyped = search !== undefined && 'mistyped' in search;
  useKeys(search ? { Escape: another } : {});
  return (
    <>
      <search>
        <form className="find" onSubmit={find} autoComplete="off">
          <Field
            label={t`Name or card number`}
            hint={t`“Tremblay”, “Luc Tremblay” or “Tremblay, Luc”; or scan the card.`}
            error={
              isMistyped ? (
                <span role="alert">
                  <Trans>A card number has 16 digits; one is wrong or missing.</Trans>
                </span>
              ) : undefined
            }
          >
            {(attributes) => (
              <input
                {...attributes}
                ref={field}
                type="text"
                autoComplete="off"
                spellCheck={false}
                required
                minLength={2}
                maxLength={200}
                value={text}
                onChange={({ target }) => setText(target.value)}
              />
            )}
          </Field>
          <button type="submit" className="main">
            <Trans>Find</Trans>
          </button>
        </form>
      </search>
      {search && !isMistyped && !chosen && (
        <>
          {' '}
          {'card' in search ? (
            <FoundByCard key={looks} cardNumber={search.card} onChoose={setChosen} />
          ) : (
            <FoundByName key={looks} name={search} onChoose={setChosen} />
          )}
        </>
      )}
      {chosen ? (
        <ConfirmIdentity person={chosen} onConfirmed={(identifiedBy) => onServe(chosen.id, identifiedBy)} onAnother={another}>
          {children}
        </ConfirmIdentity>
      ) : (
        children
      )}
    </>
  );
}
