import { Trans, useLingui } from '@lingui/react/macro';
import { Link, useRouter } from '@tanstack/react-router';
import { useRef, type ReactNode } from 'react';
import { useMutation } from 'urql';
import { Form } from '../../elements/forms/form.tsx';
import { TextField } from '../../elements/forms/text-field.tsx';
import { useIsShown } from '../../elements/lists/use-is-shown.ts';
import { usePasskey } from '../../elements/forms/use-passkey.tsx';
import type { DataCategory, Role } from '../../generated/vocabulary.ts';
import { drafts, useDraft } from '../../session/drafts.ts';
import '../privacy-office.css';
import { graphql } from '../generated/gql.ts';
import { ChooseCategories } from './record/choose-categories.tsx';
import { ChoosePartner } from './record/choose-partner.tsx';
import { ChoosePeople } from './record/choose-people.tsx';
import { kindOfPartner, mandateKinds } from './names.ts';
import { splitDraft } from './record/split-draft.ts';
import { startOfDay } from '../../elements/time/local-time.ts';

const record = graphql(`
  mutation RecordMandate($input: RecordMandateInput!) @purpose(is: MANDATE_ADMINISTRATION) {
    recordMandate(input: $input) {
      mandate {
        id
        status
      }
    }
  }
`);

/** The fields of the form, by which their drafts are named. */
const names = {
  partner: 'mandate partner',
  reference: 'mandate reference',
  issuer: 'mandate issuer',
  from: 'mandate from',
  until: 'mandate until',
  sealed: 'mandate sealed until',
  categories: 'mandate categories',
  people: 'mandate people',
} as const;

/** All that is typed into the form. */
const typed = (): string => JSON.stringify(Object.values(names).map((name) => drafts.read(name)));

/** A form for the legal authority of a partner, as the document has it. */
export default function RecordMandate(): ReactNode {
  const { i18n } = useLingui();
  const router = useRouter();
  const [partner] = useDraft(names.partner);
  const [reference] = useDraft(names.reference);
  const [issuer] = useDraft(names.issuer);
  const [from] = useDraft(names.from);
  const [until] = useDraft(names.until);
  const [sealed] = useDraft(names.sealed);
  const [categories] = useDraft(names.categories);
  const [people] = useDraft(names.people);
  const [passkey, withPasskey] = usePasskey();
  const [, execute] = useMutation(record);
  const isShown = useIsShown();
  const sent = useRef('');
  const [partnerId = '', role = ''] = splitDraft(partner);
  const kind = kindOfPartner[role as keyof typeof kindOfPartner];
  const isSealable = kind === 'COURT_ORDER';
  const namesPeople = kind !== undefined && kind !== 'AUDIT_ENGAGEMENT';
  const send = () => {
    sent.current = typed();
    return withPasskey(() =>
      execute({
        input: {
          kind: kind!,
          partnerId,
          reference,
          issuer,
          subjectIds: namesPeople ? [...splitDraft(people)] : [],
          categories: splitDraft(categories) as DataCategory[],
          validFrom: startOfDay(from),
          ...(until && { validUntil: startOfDay(until, 1) }),
          ...(isSealable && sealed && { sealedUntil: startOfDay(sealed, 1) }),
        },
      }),
    );
  };
  const done = (id: string | null | undefined): void => {
    // Text typed since then belongs to another mandate.
    if (typed() === sent.current) for (const name of Object.values(names)) drafts.write(name, '');
    // An officer who has gone on meanwhile stays where she is.
    if (isShown.current) void router.navigate({ to: '/mandates', state: id ? { opened: drafts.keepOpened(id) } : {} });
  };
  return (
    <>
      <p className="back">
        <Link to="/mandates">
          <Trans>All mandates</Trans>
        </Link>
      </p>
      <h1>
        <Trans>Record a mandate</Trans>
      </h1>
      <p className="lead">
        <Trans>Copy what the document says, and nothing that it does not say. Nothing is visible under it before others approve it.</Trans>
      </p>
      {passkey}
      <Form
        action={<Trans>Record the mandate</Trans>}
        onSend={send}
        onDone={({ recordMandate }) => done(recordMandate?.mandate?.id)}
        reasons={{
          FORMAT: <Trans>Check the dates: the last day must be later than the first, and a seal must end later than now.</Trans>,
          NOT_FOUND: <Trans>One of the people is no longer on record, or you may not name them. Choose the people again.</Trans>,
        }}
      >
        <ChoosePartner draft={names.partner} />
        {kind && (
          <p className="hint">
            <Trans>The document is of this kind: {i18n._(mandateKinds[kind])}.</Trans>
          </p>
        )}
        <TextField
          label={<Trans>Number or mark on the document</Trans>}
          draft={names.reference}
          maxLength={200}
          autoComplete="off"
          required
        />
        <TextField
          label={<Trans>Who issued it</Trans>}
          hint={<Trans>A court, or a department.</Trans>}
          draft={names.issuer}
          maxLength={200}
          required
        />
        {namesPeople && <ChoosePeople draft={names.people} />}
        {kind && <ChooseCategories draft={names.categories} role={role as Role} />}
        <TextField type="date" label={<Trans>First day</Trans>} draft={names.from} maxLength={10} required />
        <TextField
          type="date"
          label={<Trans>Last day</Trans>}
          hint={<Trans>Leave it empty if the document names no end: then officers reconfirm it every 90 days.</Trans>}
          draft={names.until}
          maxLength={10}
        />
        {isSealable && (
          <TextField
            type="date"
            label={<Trans>Sealed up to and including</Trans>}
            hint={<Trans>Only if the court orders it: until then the people do not see the reads under the order.</Trans>}
            draft={names.sealed}
            maxLength={10}
          />
        )}
      </Form>
    </>
  );
}
