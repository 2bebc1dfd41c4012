import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState, type ComponentType, type ReactNode } from 'react';
import { addSentences } from '../../choose-language.ts';
import { personName } from '../../elements/names/person-name.ts';
import { useFormats } from '../../elements/time/use-formats.ts';
import { useMissing } from '../../elements/forms/use-missing.ts';
import type { MyInformationQuery } from '../generated/graphql.ts';
import { Loading } from '../../elements/states/states.tsx';
import { sayAddress } from '../../elements/names/say-address.ts';
import { sayTelephone } from '../../elements/names/telephone.ts';
import { laterSentences } from '../later-sentences.ts';
import { Balance } from '../purchases/balance.tsx';
import { AskCorrection } from './ask-correction.tsx';
import { Authority } from './authority.tsx';
import { inTime } from '../../in-time.ts';
import { myInformation } from './document.ts';
import { Fact } from './fact.tsx';
import { Household } from './household.tsx';
import { Section, type Clauses } from './section.tsx';

/** Loaded with the first change, to keep the first page small. */
const LostCard = lazyForm(async () => (await import('../changes/lost-card.tsx')).LostCard);
const WaitingEmail = lazyForm(async () => (await import('../changes/waiting-email.tsx')).WaitingEmail);
const ChangeContact = lazyForm(async () => (await import('../changes/change-contact.tsx')).ChangeContact);

function lazyForm<P>(load: () => Promise<ComponentType<P>>) {
  return lazy(async () => {
    const [Form] = await inTime(Promise.all([load(), addSentences(laterSentences)]));
    return { default: Form };
  });
}

interface Props {
  readonly data: MyInformationQuery;
  readonly say: (sentence: ReactNode) => void;
  readonly onChanged: () => void;
}

/** The held information, kind by kind. */
export function Held({ data, say, onChanged }: Props): ReactNode {
  const { me, privacyStatement, tickets, requests } = data;
  const { t, i18n } = useLingui();
  const { day, dayOf } = useFormats();
  const missing = useMissing(myInformation, {});
  const [isChanging, setIsChanging] = useState(false);
  const [isLost, setIsLost] = useState(false);
  const clauses: Clauses = new Map(privacyStatement?.clauses.map(({ name, text }) => [name, text]));
  const address = me?.address;
  const purchased = me?.purchases?.edges?.[0]?.node?.purchasedAt;
  const paid = me?.payments?.edges?.[0]?.node?.paidAt;
  const asked = tickets?.edges[0]?.node?.openedAt;
  const filed = requests?.edges[0]?.node?.filedAt;
  const covered = me?.accessHistory?.coverage?.since;
  const dayIn = (instant: string | null | undefined): string | undefined => (instant ? dayOf(instant) : undefined);
  const [identified, reached] = [dayIn(me?.identitySince), dayIn(me?.contactSince)];
  return (
    <>
      <Authority
        text={clauses.get('authority')}
        missing={missing(['privacyStatement'])}
        version={privacyStatement?.version}
        address={`/statement?${new URLSearchParams({ version: privacyStatement?.version ?? '', lang: i18n.locale }).toString()}`}
        from={privacyStatement && day(privacyStatement.effectiveFrom)}
      />
      <Section name={t`Who you are`} clause="identity" clauses={clauses}>
        <dl className="facts">
          <Fact name={<Trans>Name</Trans>} value={personName(me)} missing={missing(['me', 'familyName'])} since={identified} />
          <Fact
            name={<Trans>Birth date</Trans>}
            value={me?.birthDate && day(me.birthDate)}
            missing={missing(['me', 'birthDate'])}
            since={identified}
          />
          <Fact
            name={<Trans>Number of your card</Trans>}
            value={me?.cardNumber?.replace(/.{4}(?=.)/g, '$& ')}
            missing={missing(['me', 'cardNumber'])}
            since={dayIn(me?.cardSince)}
          />
        </dl>
        {me?.id && isLost ? (
          <Suspense fallback={<Loading />}>
            <LostCard
              id={me.id}
              onCancel={() => setIsLost(false)}
              onReplaced={(sentence) => {
                setIsLost(false);
                onChanged();
                say(sentence);
              }}
            />
          </Suspense>
        ) : (
          <p className="no-print">
            <button type="button" onClick={() => setIsLost(true)}>
              <Trans>Report the card as lost</Trans>
            </button>
          </p>
        )}
        <AskCorrection about={t`my name or birth date`} />
      </Section>
      <Section
        name={t`How to reach you`}
        clause="identity"
        clauses={clauses}
        since={reached && <Trans>All of this has been unchanged since {reached}.</Trans>}
      >
        {me?.id && isChanging ? (
          <Suspense fallback={<Loading />}>
            <ChangeContact
              id={me.id}
              contact={{ ...me, ...address }}
              onCancel={() => setIsChanging(false)}
              onDone={(sentence) => {
                setIsChanging(false);
                onChanged();
                say(sentence);
              }}
            />
          </Suspense>
        ) : (
          <>
            <dl className="facts">
              <Fact name={<Trans>Email address</Trans>} value={me?.email} missing={missing(['me', 'email'])} />
              <Fact name={<Trans>Telephone</Trans>} value={me?.phone && sayTelephone(me.phone)} missing={missing(['me', 'phone'])} />
              <Fact
                name={<Trans>Mobile telephone</Trans>}
                value={me?.mobilePhone && sayTelephone(me.mobilePhone)}
                missing={missing(['me', 'mobilePhone'])}
              />
              <Fact name={<Trans>Address</Trans>} value={sayAddress(address)} missing={missing(['me', 'address', 'street'])} />
            </dl>
            {me?.waitingEmail && (
              <Suspense fallback={<Loading />}>
                <WaitingEmail address={me.waitingEmail} />
              </Suspense>
            )}
            <p className="no-print">
              <button type="button" onClick={() => setIsChanging(true)}>
                <Trans>Change how to reach you</Trans>
              </button>
            </p>
          </>
        )}
      </Section>
      <Household me={me} missing={missing} clauses={clauses} />
      <Section name={t`What you bought and owe`} clause="willing" clauses={clauses}>
        <Balance account={me?.account} missing={missing(['me', 'account', 'balance'])} />
        <dl className="facts">
          <Fact
            name={<Trans>Purchases</Trans>}
            value={me?.purchases?.totalCount}
            missing={missing(['me', 'purchases', 'totalCount'])}
            since={dayIn(purchased)}
          />
          <Fact
            name={<Trans>Payments at the counter</Trans>}
            value={me?.payments?.totalCount}
            missing={missing(['me', 'payments', 'totalCount'])}
            since={dayIn(paid)}
          />
        </dl>
        <p>
          <Link to="/purchases">
            <Trans>See each purchase and payment</Trans>
          </Link>
        </p>
      </Section>
      <Section name={t`What you asked`} clause="helpdesk" clauses={clauses}>
        <dl className="facts">
          <Fact
            name={<Trans>Questions to the helpdesk</Trans>}
            value={tickets?.totalCount}
            missing={missing(['tickets'])}
            since={dayIn(asked)}
          />
          <Fact
            name={<Trans>Requests to the privacy office</Trans>}
            value={requests?.totalCount}
            missing={missing(['requests'])}
            since={dayIn(filed)}
          />
        </dl>
        <p>
          <Link to="/helpdesk">
            <Trans>Read the questions</Trans>
          </Link>{' '}
          <Link to="/requests">
            <Trans>Read the requests</Trans>
          </Link>
        </p>
      </Section>
      <Section name={t`Who looked at your record`} clause="rights" clauses={clauses}>
        <dl className="facts">
          <Fact
            name={<Trans>Reads by others</Trans>}
            value={me?.accessHistory?.totalCount}
            missing={missing(['me', 'accessHistory', 'totalCount'])}
            since={dayIn(covered)}
          />
        </dl>
        <p>
          <Link to="/who-looked">
            <Trans>See each read</Trans>
          </Link>
        </p>
      </Section>
      <Section
        name={t`Your account`}
        clause="safeguards"
        clauses={clauses}
        since={<Trans>Each session and each change of your account has its day on the page about sign-ins.</Trans>}
      >
        <p>
          <Trans>
            Your email address to sign in, your passkeys, and when and with which browser you signed in. No password is kept, only a value
            that checks it.
          </Trans>
        </p>
        <p>
          <Link to="/sign-ins">
            <Trans>See sign-ins and devices</Trans>
          </Link>
        </p>
      </Section>
      <Section name={t`Visits to the website`} clause="telemetry" clauses={clauses}>
        <p>
          <Trans>No visit is kept under your name, so there is none to show here.</Trans>
        </p>
      </Section>
    </>
  );
}
