import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { Form } from '../../elements/form.tsx';
import { Select } from '../../elements/select.tsx';
import { TextField } from '../../elements/text-field.tsx';
import { drafts, useDraft } from '../../session/drafts.ts';
import { graphql } from '../generated/gql.ts';
import { provinces } from './provinces.ts';
import { readTelephone, sayTelephone } from './telephone.ts';

const document = graphql(`
  mutation ChangeContact($input: UpdateContactInput!) @purpose(is: SELF_SERVICE) {
    updateContact(input: $input) {
      resident {
        id
      }
    }
  }
`);

/** What can be changed. What is not on record, or withheld, is null. */
type Contact = Readonly<
  Partial<Record<'email' | 'phone' | 'mobilePhone' | 'street' | 'locality' | 'province' | 'postalCode', string | null>>
>;
type Name = keyof Contact;

const names: readonly Name[] = ['email', 'phone', 'mobilePhone', 'street', 'locality', 'province', 'postalCode'];

function draftOf(name: Name): string {
  return `contact ${name}`;
}

interface Props {
  /** The `Resident.id`. */
  readonly id: string;
  readonly contact: Contact;
  readonly onCancel: () => void;
  readonly onDone: () => void;
}

/** A form with the contact details as they are. An emptied field removes what was on record; the address is changed as a whole. */
export function ChangeContact({ id, contact, onCancel, onDone }: Props): ReactNode {
  const { i18n } = useLingui();
  const place = useRef<HTMLDivElement>(null);
  // An address can be changed, and not removed.
  const hasAddress = Boolean(contact.street);
  const [province, setProvince] = useDraft(draftOf('province'));
  const [, execute] = useMutation(document);
  useEffect(() => {
    // What was typed before the session ended stays.
    if (names.every((name) => drafts.read(draftOf(name)) === ''))
      for (const name of names) drafts.write(draftOf(name), shown(contact, name));
    place.current?.querySelector('input')?.focus();
    // oxlint-disable-next-line react/exhaustive-deps -- only when the form appears: what is typed must not be overwritten
  }, []);
  const forget = (): void => {
    for (const name of names) drafts.write(draftOf(name), '');
  };
  return (
    <div ref={place}>
      <Form
        action={<Trans>Save</Trans>}
        onSend={() => execute({ input: { residentId: id, ...changes(contact) } })}
        onDone={() => {
          forget();
          onDone();
        }}
      >
        <TextField label={<Trans>Mail address</Trans>} draft={draftOf('email')} type="email" autoComplete="email" maxLength={254} />
        <TextField
          label={<Trans>Telephone</Trans>}
          hint={<Trans>For example 780-555-0100</Trans>}
          draft={draftOf('phone')}
          type="tel"
          autoComplete="tel"
          maxLength={30}
        />
        <TextField label={<Trans>Mobile telephone</Trans>} draft={draftOf('mobilePhone')} type="tel" autoComplete="tel" maxLength={30} />
        <TextField
          label={<Trans>Street and number</Trans>}
          draft={draftOf('street')}
          autoComplete="street-address"
          maxLength={200}
          required={hasAddress}
        />
        <TextField
          label={<Trans>City, town or village</Trans>}
          draft={draftOf('locality')}
          autoComplete="address-level2"
          maxLength={100}
          required={hasAddress}
        />
        <Select
          label={<Trans>Province or territory</Trans>}
          value={province}
          onChoose={setProvince}
          choices={provinces.map(({ code, name }) => ({ value: code, name: i18n._(name) }))}
          required={hasAddress}
        />
        <TextField
          label={<Trans>Postal code</Trans>}
          draft={draftOf('postalCode')}
          autoComplete="postal-code"
          maxLength={7}
          required={hasAddress}
        />
        <p>
          <button
            type="button"
            className="quiet"
            onClick={() => {
              forget();
              onCancel();
            }}
          >
            <Trans>Leave it as it is</Trans>
          </button>
        </p>
      </Form>
    </div>
  );
}

/** What stands in a field at first. */
function shown(contact: Contact, name: Name): string {
  const value = contact[name] ?? '';
  return name === 'phone' || name === 'mobilePhone' ? sayTelephone(value) : value;
}

/** Only what was changed is sent. Null removes a value. */
function changes(contact: Contact) {
  const typed = (name: Name): string => drafts.read(draftOf(name)).trim();
  const isChanged = (name: Name): boolean => typed(name) !== shown(contact, name);
  const address = { street: typed('street'), locality: typed('locality'), province: typed('province'), postalCode: typed('postalCode') };
  return {
    ...(isChanged('email') && { email: typed('email') || null }),
    ...(isChanged('phone') && { phone: readTelephone(typed('phone')) || null }),
    ...(isChanged('mobilePhone') && { mobilePhone: readTelephone(typed('mobilePhone')) || null }),
    ...((['street', 'locality', 'province', 'postalCode'] as const).some(isChanged) && { address }),
  };
}
