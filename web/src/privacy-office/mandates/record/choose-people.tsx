import { Trans } from '@lingui/react/macro';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { Answered } from '../../../elements/states/answered.tsx';
import { Field } from '../../../elements/forms/field.tsx';
import { Problem } from '../../../elements/states/problem.tsx';
import { Empty, Loading } from '../../../elements/states/states.tsx';
import { useDraft } from '../../../session/drafts.ts';
import { graphql } from '../../generated/gql.ts';
import { PersonLine } from '../person-line.tsx';
import { splitDraft } from './split-draft.ts';

const search = graphql(`
  query PeopleToName($familyName: String!) @purpose(is: MANDATE_ADMINISTRATION) {
    residents(first: 20, filter: { familyName: $familyName }, orderBy: FAMILY_NAME) {
      edges {
        node {
          id
          givenName
          familyName
          birthDate
          address {
            locality
          }
        }
      }
    }
  }
`);

const chosenPerson = graphql(`
  query PersonToName($id: ID!) @purpose(is: MANDATE_ADMINISTRATION) {
    resident(id: $id) {
      id
      givenName
      familyName
      birthDate
      address {
        locality
      }
    }
  }
`);

/** The people whom the document names: found by family name, told apart by birth date and town. At least one. @param draft holds their ids */
export function ChoosePeople({ draft }: { readonly draft: string }): ReactNode {
  const [text, setText] = useDraft(draft);
  const [typed, setTyped] = useDraft(`${draft} search`);
  const [sought, setSought] = useState('');
  // Each look asks again, also for the same name.
  const [looks, setLooks] = useState(0);
  const [isWrong, setIsWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const chosen = splitDraft(text);
  useEffect(() => input.current?.setCustomValidity(chosen.length === 0 ? 'nobody' : ''), [chosen.length]);
  const look = (): void => {
    setSought(typed.trim());
    setLooks(looks + 1);
  };
  const add = (id: string): void => {
    setText([...new Set([...chosen, id])].join(' '));
    setTyped('');
    setSought('');
    setIsWrong(false);
    input.current?.focus();
  };
  return (
    <fieldset className="choices">
      <legend>
        <Trans>The people whom the document names</Trans>
      </legend>
      {chosen.length > 0 && (
        <ul className="people">
          {chosen.map((id) => (
            <li key={id}>
              <Answered query={chosenPerson} variables={{ id }}>
                {({ resident }) =>
                  resident ? (
                    <PersonLine
                      person={resident}
                      action={<Trans>Remove</Trans>}
                      onAct={() => setText(chosen.filter((one) => one !== id).join(' '))}
                    />
                  ) : (
                    <Trans>This person is not on record any more.</Trans>
                  )
                }
              </Answered>
            </li>
          ))}
        </ul>
      )}
      <Field
        label={<Trans>Family name</Trans>}
        hint={<Trans>Its beginning is enough. Each person who is found is told of the search, once no seal keeps it.</Trans>}
        error={isWrong && chosen.length === 0 ? <Trans>Choose at least one person.</Trans> : undefined}
      >
        {(attributes) => (
          <input
            {...attributes}
            ref={input}
            type="search"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              // Enter searches; it does not send the form.
              event.preventDefault();
              look();
            }}
            onInvalid={(event) => {
              attributes.onInvalid(event);
              setIsWrong(true);
            }}
          />
        )}
      </Field>
      <p>
        <button type="button" onClick={look}>
          <Trans>Search</Trans>
        </button>
      </p>
      {sought !== '' && <Found key={looks} familyName={sought} chosen={chosen} onAdd={add} />}
    </fieldset>
  );
}

interface FoundProps {
  readonly familyName: string;
  readonly chosen: readonly string[];
  readonly onAdd: (id: string) => void;
}

/** The people whose family names begin as typed. Each look asks the gateway, so that each is logged. */
function Found({ familyName, chosen, onAdd }: FoundProps): ReactNode {
  const [{ data, error, fetching }, ask] = useQuery({ query: search, variables: { familyName }, requestPolicy: 'network-only' });
  const rows = (data?.residents?.edges ?? []).flatMap(({ node }) => (node?.id && !chosen.includes(node.id) ? [node] : []));
  return (
    <div aria-live="polite">
      {fetching && <Loading />}
      {!fetching && error && <Problem error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
      {!fetching && data && rows.length === 0 && (
        <Empty>
          <Trans>Nobody else is found.</Trans>
        </Empty>
      )}
      {!fetching && rows.length > 0 && (
        <ul className="people">
          {rows.map((person) => (
            <li key={person.id}>
              <PersonLine person={person} action={<Trans>Add</Trans>} onAct={() => person.id && onAdd(person.id)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
