import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { LongList } from '../../elements/lists/long-list.tsx';
import { Paged } from '../../elements/lists/paged.tsx';
import { Select } from '../../elements/forms/select.tsx';
import { Empty } from '../../elements/states/states.tsx';
import { graphql } from '../generated/gql.ts';
import type { MandateFacts } from './record/fields.ts';
import { mandateKinds } from './names.ts';
import { MandateState } from './mandate-state.tsx';
import { Timeline } from './timeline.tsx';

const document = graphql(`
  query Mandates($status: MandateStatus, $awaitsMyApproval: Boolean, $sealAwaitsMyApproval: Boolean, $lapsesSoon: Boolean, $after: String)
  @purpose(is: MANDATE_ADMINISTRATION) {
    mandates(
      first: 50
      after: $after
      status: $status
      awaitsMyApproval: $awaitsMyApproval
      sealAwaitsMyApproval: $sealAwaitsMyApproval
      lapsesSoon: $lapsesSoon
    ) {
      totalCount
      edges {
        node {
          ...MandateFacts
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const views = {
  all: {},
  mine: { awaitsMyApproval: true },
  seals: { sealAwaitsMyApproval: true },
  lapsing: { lapsesSoon: true },
  force: { status: 'IN_FORCE' },
  awaiting: { status: 'AWAITING_APPROVAL' },
  later: { status: 'NOT_YET_VALID' },
  expired: { status: 'EXPIRED' },
  revoked: { status: 'REVOKED' },
} as const;

type View = keyof typeof views;

/** The mandates in one state, the newest first. */
export function MandateList({ onOpen }: { readonly onOpen: (id: string) => void }): ReactNode {
  const { t } = useLingui();
  const [view, setView] = useState<View>('all');
  return (
    <>
      <div className="filter">
        <Select
          label={<Trans>Show</Trans>}
          value={view}
          onChoose={setView}
          choices={[
            { value: 'all', name: t`All mandates` },
            { value: 'mine', name: t`Mandates that await my approval` },
            { value: 'seals', name: t`Seals that await my approval` },
            { value: 'lapsing', name: t`Mandates that lapse within 30 days` },
            { value: 'force', name: t`Mandates in force` },
            { value: 'awaiting', name: t`Mandates that await approval` },
            { value: 'later', name: t`Mandates that are not valid yet` },
            { value: 'expired', name: t`Expired mandates` },
            { value: 'revoked', name: t`Revoked mandates` },
          ]}
        />
      </div>
      <Paged query={document} variables={views[view]} connection={({ mandates }) => mandates} isFresh>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <Empty>
              <Trans>There is no such mandate.</Trans>
            </Empty>
          ) : (
            <>
              <Timeline mandates={rows} />
              <LongList
                className="entries mandates"
                label={t`Mandates`}
                rows={rows}
                total={total}
                keyOf={({ id, reference }) => id ?? reference}
                rowHeight={130}
              >
                {(mandate) => <Entry mandate={mandate} onOpen={onOpen} />}
              </LongList>
            </>
          )
        }
      </Paged>
    </>
  );
}

function Entry({ mandate, onOpen }: { readonly mandate: MandateFacts; readonly onOpen: (id: string) => void }): ReactNode {
  const { i18n } = useLingui();
  const { id, kind, reference, partner } = mandate;
  return (
    <>
      <div>
        <h2 className="entry">
          <button type="button" className="open" onClick={() => id && onOpen(id)}>
            <span className="text">{i18n._(mandateKinds[kind])}</span> <span className="number">{reference}</span>
          </button>
        </h2>
        <p>{partner.name}</p>
      </div>
      <div>
        <MandateState mandate={mandate} />
      </div>
    </>
  );
}
