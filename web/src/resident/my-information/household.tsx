import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Missing } from '../../../../client/src/report.ts';
import { personName } from '../../elements/names/person-name.ts';
import { useFormats } from '../../elements/time/use-formats.ts';
import type { MyInformationQuery } from '../generated/graphql.ts';
import { AskCorrection } from './ask-correction.tsx';
import { Fact, Since } from './fact.tsx';
import { Section, type Clauses } from './section.tsx';

interface Props {
  readonly me: MyInformationQuery['me'];
  readonly missing: (path: readonly string[]) => Missing | undefined;
  readonly clauses: Clauses;
}

/** With whom the resident lives, and who is in the resident’s care, each since when. */
export function Household({ me, missing, clauses }: Props): ReactNode {
  const { t } = useLingui();
  const { day, dayOf } = useFormats();
  const household = me?.household;
  const others = household?.members?.filter(({ residentId }) => residentId !== me?.id).map(personName);
  const minors = me?.guardianships;
  return (
    <Section name={t`Your household`} clause="identity" clauses={clauses}>
      <dl className="facts">
        <Fact
          name={<Trans>You live with</Trans>}
          value={others?.filter(Boolean).join(', ')}
          missing={missing(['me', 'household', 'members'])}
          empty={<Trans>Nobody else to show</Trans>}
          since={household?.since ? dayOf(household.since) : undefined}
        />
        <Fact
          name={<Trans>Minors in your care</Trans>}
          value={
            minors?.length
              ? minors.map(({ id, minor, since }) => (
                  <div key={id}>
                    {personName(minor)}
                    {since && <Since day={day(since)} />}
                  </div>
                ))
              : undefined
          }
          missing={missing(['me', 'guardianships'])}
          empty={<Trans>Nobody on record</Trans>}
        />
      </dl>
      {minors?.length ? (
        <p>
          <Link to="/family">
            <Trans>See what is held about the minors</Trans>
          </Link>
        </p>
      ) : null}
      <AskCorrection about={t`my household`} />
    </Section>
  );
}
