import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Answered } from '../../elements/states/answered.tsx';
import { categoryNames } from '../../elements/names/category-names.ts';
import { mandateKindNames } from '../mandate-kind-names.ts';
import { Empty } from '../../elements/states/states.tsx';
import { typeset } from '../../elements/names/typeset.ts';
import { useFormats } from '../../elements/time/use-formats.ts';
import { Whole } from '../../elements/states/whole.tsx';
import { graphql } from '../generated/gql.ts';
import type { WhoMayLookQuery } from '../generated/graphql.ts';
import { ReaderName } from './reader-name.tsx';
import '../../elements/elements.css';
import { roleNames } from '../../generated/names.ts';

const document = graphql(`
  query WhoMayLook @purpose(is: SELF_SERVICE) {
    whoMayLook {
      id
      role
      categories
      partner {
        name
      }
      need {
        kind
        number
        mandateKind
        openedAt
        closedAt
      }
    }
  }
`);

type Ground = NonNullable<WhoMayLookQuery['whoMayLook']>[number];

/** The readers who may read the resident's record now: each open case and each mandate in force, in a sentence. */
export default function WhoMayLook(): ReactNode {
  return (
    <>
      <h1>
        <Trans>Who may look now</Trans>
      </h1>
      <p className="lead">
        <Trans>No one may open your record without a reason. These are the current reasons. When one ends, so does the access.</Trans>
      </p>
      <Answered query={document} variables={{}}>
        {({ whoMayLook }) => {
          // A list that could not be read must not be shown as empty.
          if (!whoMayLook) return null;
          return (
            <>
              <Cases grounds={whoMayLook.filter(({ need }) => need?.kind !== 'MANDATE')} />
              <Mandates grounds={whoMayLook.filter(({ need }) => need?.kind === 'MANDATE')} />
            </>
          );
        }}
      </Answered>
      <p className="quiet">
        <Trans>
          A court can order that a mandate stay secret for a time. Until that time ends it is not in this list, so there can be more than
          you see here. Who has looked is under <Link to="/who-looked">Who looked</Link>.
        </Trans>
      </p>
    </>
  );
}

function Cases({ grounds }: { readonly grounds: readonly Ground[] }): ReactNode {
  return (
    <section aria-labelledby="cases">
      <h2 id="cases">
        <Trans>Because you are being served</Trans>
      </h2>
      {grounds.length === 0 ? (
        <Empty>
          <Trans>No employee is serving you or working on a question or request of yours.</Trans>
        </Empty>
      ) : (
        <ul className="entries">
          {grounds.map((ground) => (
            <li key={ground.id}>
              <RoleHeading ground={ground} />
              <p>
                <Need ground={ground} />
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Mandates({ grounds }: { readonly grounds: readonly Ground[] }): ReactNode {
  const { i18n } = useLingui();
  return (
    <section aria-labelledby="mandates">
      <h2 id="mandates">
        <Trans>Because the law allows it</Trans>
      </h2>
      {grounds.length === 0 ? (
        <Empty>
          <Trans>No mandate names you.</Trans>
        </Empty>
      ) : (
        <ul className="entries">
          {grounds.map((ground) => {
            const seen = ground.categories
              ?.map((category) => typeset(i18n._(categoryNames[category]).toLocaleLowerCase(i18n.locale)))
              .join(', ');
            return (
              <li key={ground.id}>
                <RoleHeading ground={ground} />
                <p>
                  <Need ground={ground} />
                </p>
                {seen && (
                  <p className="quiet">
                    <Trans>May see: {seen}.</Trans>
                  </p>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

function RoleHeading({ ground: { role, partner } }: { readonly ground: Ground }): ReactNode {
  const { i18n } = useLingui();
  return (
    <h3>
      <ReaderName partner={partner} role={role && i18n._(roleNames[role])} />
    </h3>
  );
}

/** The reason in one sentence. */
function Need({ ground: { need } }: { readonly ground: Ground }): ReactNode {
  const { i18n } = useLingui();
  const { dayOf, instant } = useFormats();
  if (!need) return <Trans>The reason is not told.</Trans>;
  const { mandateKind } = need;
  const number = <Whole>{need.number}</Whole>;
  const until = need.closedAt && dayOf(need.closedAt);
  const from = need.openedAt ? dayOf(need.openedAt) : '';
  const since = need.openedAt ? instant(need.openedAt) : '';
  if (need.kind === 'ENCOUNTER')
    return <Trans>Since {since}, you or an adult of your home has been served at the counter or on the phone.</Trans>;
  if (need.kind === 'TICKET')
    return (
      <Trans>
        An employee is working on your question {number}, which you asked on {from}.
      </Trans>
    );
  if (need.kind === 'REQUEST')
    return (
      <Trans>
        A privacy officer is working on your request {number}, which was filed on {from}.
      </Trans>
    );
  const kind = mandateKind ? i18n._(mandateKindNames[mandateKind]) : '';
  return until ? (
    <Trans>
      {kind}, in force from {from} until {until}.
    </Trans>
  ) : (
    <Trans>
      {kind}, in force since {from}.
    </Trans>
  );
}
