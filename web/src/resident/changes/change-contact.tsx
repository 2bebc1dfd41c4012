import { Trans, useLingui } from '@lingui/react/macro';
import { useLayoutEffect, useRef, type ComponentProps, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { Field, type FieldProps } from '../../elements/forms/field.tsx';
import { Form } from '../../elements/forms/form.tsx';
import { Select } from '../../elements/forms/select.tsx';
import { readTelephone, sayTelephone } from '../../elements/names/telephone.ts';
import { drafts, typedOver, useDraftOver } from '../../session/drafts.ts';
import { graphql } from '../generated/gql.ts';
import { provinces } from './provinces.ts';

const document = graphql(`
  mutation ChangeContact($input: UpdateContactInput!) @purpose(is: SELF_SERVICE) {
    updateContact(input: $input) {
      resident {
        id
      }
    }
  }
`);

/** The values that can be changed. A value that is not on record or is withheld is null. */
type Contact = Readonly<
  Partial<Record<'email' | 'phone' | 'mobilePhone' | 'street' | 'locality' | 'province' | 'postalCode', string | null>>
>;
type Name = keyof Contact;

const names: readonly Name[] = ['email', 'phone', 'mobilePhone', 'street', 'locality', 'province', 'postalCode'];

interface Props {
  /** The `Resident.id`. */
  readonly id: string;
  readonly contact: Contact;
  readonly onCancel: () => void;
  /** @param sentence what has happened */
  readonly onDone: (sentence: ReactNode) => void;
}

/** A form with the contact details as they are. An emptied field removes what was on record; the address is changed as a whole. */
export function ChangeContact({ id, contact, onCancel, onDone }: Props): ReactNode {
  const { i18n } = useLingui();
  const place = useRef<HTMLDivElement>(null);
  const [province, setProvince] = useTyped('province', contact);
  const [, execute] = useMutation(document);
  useLayoutEffect(() => place.current?.querySelector('input')?.focus(), []);
  const forget = (): void => {
    for (const name of names) drafts.write(draftOf(name), '');
  };
  // An address can be changed, and not removed.
  const ofAddress = { contact, required: Boolean(contact.street) };
  return (
    <div ref={place}>
      <Form
        action={<Trans>Save</Trans>}
        beside={
          <button
            type="button"
            onClick={() => {
              forget();
              onCancel();
            }}
          >
            <Trans>Leave it as it is</Trans>
          </button>
        }
        onSend={() => execute({ input: { residentId: id, ...changes(contact) } })}
        onDone={() => {
          const waits = Boolean(changes(contact).email);
          forget();
          onDone(
            waits ? (
              <Trans>Your changes are saved. Open the link in the mail to your new email address to confirm it.</Trans>
            ) : (
              <Trans>Your contact details are changed.</Trans>
            ),
          );
        }}
      >
        <Detail
          name="email"
          label={<Trans>Email address</Trans>}
          hint={<Trans>We mail a link to a new address. Open it to confirm the address.</Trans>}
          contact={contact}
          type="email"
          autoComplete="email"
          maxLength={254}
        />
        <Detail
          name="phone"
          label={<Trans>Telephone</Trans>}
          hint={<Trans>For example 780-555-0100</Trans>}
          contact={contact}
          type="tel"
          autoComplete="tel"
          maxLength={30}
        />
        <Detail name="mobilePhone" label={<Trans>Mobile telephone</Trans>} contact={contact} type="tel" autoComplete="tel" maxLength={30} />
        <Detail name="street" label={<Trans>Street and number</Trans>} {...ofAddress} autoComplete="street-address" maxLength={200} />
        <Detail name="locality" label={<Trans>City, town or village</Trans>} {...ofAddress} autoComplete="address-level2" maxLength={100} />
        <Select
          label={<Trans>Province or territory</Trans>}
          value={province}
          onChoose={setProvince}
          choices={provinces.map(({ code, name }) => ({ value: code, name: i18n._(name) }))}
          required={ofAddress.required}
        />
        <Detail name="postalCode" label={<Trans>Postal code</Trans>} {...ofAddress} autoComplete="postal-code" maxLength={7} />
      </Form>
    </div>
  );
}

interface DetailProps extends Pick<ComponentProps<'input'>, 'type' | 'autoComplete' | 'maxLength' | 'required'>, FieldProps {
  readonly name: Name;
  readonly contact: Contact;
}

/** One of the contact details. */
function Detail({ name, contact, label, hint, ...input }: DetailProps): ReactNode {
  const [text, setText] = useTyped(name, contact);
  return (
    <Field label={label} hint={hint}>
      {(attributes) => <input {...input} {...attributes} value={text} onChange={({ target }) => setText(target.value)} />}
    </Field>
  );
}

function draftOf(name: Name): string {
  return `contact ${name}`;
}

/** The text of a field: what was typed, or else what is on record. Only what was typed is kept beyond the end of the session. */
function useTyped(name: Name, contact: Contact): readonly [string, (text: string) => void] {
  return useDraftOver(draftOf(name), shown(contact, name));
}

/** The first text of a field. */
function shown(contact: Contact, name: Name): string {
  const value = contact[name] ?? '';
  return name === 'phone' || name === 'mobilePhone' ? sayTelephone(value) : value;
}

/** Only what was changed is sent. Null removes a value. */
function changes(contact: Contact) {
  const isChanged = (name: Name): boolean => typedOver(draftOf(name)) !== undefined;
  const text = (name: Name): string => (typedOver(draftOf(name)) ?? shown(contact, name)).trim();
  const address = { street: text('street'), locality: text('locality'), province: text('province'), postalCode: text('postalCode') };
  return {
    ...(isChanged('email') && { email: text('email') || null }),
    ...(isChanged('phone') && { phone: readTelephone(text('phone')) || null }),
    ...(isChanged('mobilePhone') && { mobilePhone: readTelephone(text('mobilePhone')) || null }),
    ...((['street', 'locality', 'province', 'postalCode'] as const).some(isChanged) && { address }),
  };
}
