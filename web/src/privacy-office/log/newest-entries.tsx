import { Trans, useLingui } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { LongList } from '../../elements/lists/long-list.tsx';
import { Paged } from '../../elements/lists/paged.tsx';
import { PurposeName } from '../../elements/names/purpose-name.tsx';
import { Select } from '../../elements/forms/select.tsx';
import { Empty } from '../../elements/states/states.tsx';
import { useFormats } from '../../elements/time/use-formats.ts';
import type { AccessOutcome } from '../../generated/vocabulary.ts';
import { RoleName } from '../../layout/role-name.tsx';
import { graphql } from '../generated/gql.ts';
import type { NewestEntriesQuery } from '../generated/graphql.ts';

const document = graphql(`
  query NewestEntries($outcome: AccessOutcome, $after: String) @purpose(is: ACCESS_REVIEW) {
    accessEntries(first: 20, after: $after, filter: { outcome: $outcome }) {
      totalCount
      notice
      edges {
        node {
          id
          number
          at
          role
          purpose
          outcome
          command
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** The newest entries. Their data subjects are in the register, under pseudonyms. */
export function NewestEntries(): ReactNode {
  const { t } = useLingui();
  const [outcome, setOutcome] = useState<AccessOutcome | ''>('');
  return (
    <section>
      <h2>
        <Trans>The newest entries</Trans>
      </h2>
      <div className="filter">
        <Select
          label={<Trans>Show</Trans>}
          value={outcome}
          onChoose={setOutcome}
          choices={[
            { value: '', name: t`All entries` },
            { value: 'REFUSED', name: t`What was refused` },
            { value: 'FAILED', name: t`What broke` },
          ]}
        />
      </div>
      <Paged query={document} variables={{ outcome: outcome || null }} connection={({ accessEntries }) => accessEntries}>
        {({ rows, total, data }) =>
          rows.length === 0 ? (
            <Empty>{outcome === '' ? <Trans>The log has no entries yet.</Trans> : <Trans>There is no such entry.</Trans>}</Empty>
          ) : (
            <>
              <p className="quiet">{data.accessEntries?.notice}</p>
              <LongList
                className="entries log"
                label={t`The newest entries`}
                rows={rows}
                total={total}
                keyOf={({ id }) => id}
                rowHeight={56}
              >
                {(entry) => <Entry entry={entry} />}
              </LongList>
            </>
          )
        }
      </Paged>
    </section>
  );
}

type Listed = NonNullable<NonNullable<NewestEntriesQuery['accessEntries']>['edges'][number]['node']>;

/** An entry in words: its number, when, who, why, and how it ended. */
function Entry({ entry: { number, at, role, purpose, outcome, command } }: { readonly entry: Listed }): ReactNode {
  const { instant } = useFormats();
  return (
    <>
      <strong className="place">
        <Trans>Entry {number}</Trans>
      </strong>
      <span>
        {role ? <RoleName role={role} /> : <code>{command}</code>}
        {purpose && (
          <>
            {' · '}
            <PurposeName purpose={purpose} />
          </>
        )}
      </span>
      <time className="quiet" dateTime={at}>
        {instant(at)}
      </time>
      <span className={outcome === 'ANSWERED' ? 'quiet' : 'late'}>
        <Outcome outcome={outcome} />
      </span>
    </>
  );
}

function Outcome({ outcome }: { readonly outcome: AccessOutcome }): ReactNode {
  if (outcome === 'ANSWERED') return <Trans>answered</Trans>;
  return outcome === 'REFUSED' ? <Trans>refused</Trans> : <Trans>failed</Trans>;
}
