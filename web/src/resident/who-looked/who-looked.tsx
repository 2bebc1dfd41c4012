import { Trans, useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { gatewayNow } from '../../elements/time/local-time.ts';
import { LongList } from '../../elements/lists/long-list.tsx';
import { Paged } from '../../elements/lists/paged.tsx';
import { Empty } from '../../elements/states/states.tsx';
import { useFormats } from '../../elements/time/use-formats.ts';
import { useStatus } from '../../elements/states/use-status.tsx';
import { graphql } from '../generated/gql.ts';
import { useLogCheck, type EntryVerdict } from '../log/use-log-check.ts';
import { LogVerdict } from '../log/log-verdict.tsx';
import { groupEntries, type Entry } from './entry-groups.ts';
import { Erased } from './erased.tsx';
import { allReads, Filters, type Chosen } from './filters.tsx';
import { Group } from './group.tsx';
import type { Questioned } from './question-entry.tsx';
import { ReadsOfYear } from './reads-of-year.tsx';

const document = graphql(`
  query WhoLooked($after: String, $filter: AccessEntryFilter, $includeOwn: Boolean!) @purpose(is: SELF_SERVICE) {
    me {
      id
      accessHistory(first: 50, after: $after, filter: $filter, includeOwn: $includeOwn) {
        totalCount
        notice
        coverage {
          since
        }
        edges {
          node {
            id
            entryId
            at
            kind
            why
            purpose
            relationship
            fields
            case
            by {
              role
              partner {
                name
              }
            }
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

/** The reads of the resident's record: by case, each read questionable, and checked against the signed log. */
export default function WhoLooked(): ReactNode {
  const [now] = useState(gatewayNow);
  const [chosen, setChosen] = useState(allReads);
  const [status, say] = useStatus();
  const onQuestioned = ({ number, dueOn }: Questioned): void =>
    say(
      <Trans>
        Your question {number} is filed. The answer is due by {dueOn}. You find it under <Link to="/requests">Requests</Link>.
      </Trans>,
    );
  return (
    <>
      <h1>
        <Trans>Who looked</Trans>
      </h1>
      <p className="lead">
        <Trans>Every read about you is recorded. Here you see who looked, why, and what they saw.</Trans>
      </p>
      {status}
      <ReadsOfYear now={now} />
      <Filters chosen={chosen} onChoose={setChosen} />
      <Paged
        query={document}
        variables={{ filter: filterOf(chosen, now), includeOwn: chosen.includeOwn }}
        connection={({ me }) => me?.accessHistory}
      >
        {({ rows, total, data, extensions }) => (
          <>
            <Reads
              entries={rows}
              isAll={rows.length >= total && isUnfiltered(chosen) && !rows.some(({ kind }) => kind === 'ENTRIES_ERASED')}
              receipt={receiptOf(extensions)}
              onQuestioned={onQuestioned}
            />
            <Coverage since={data.me?.accessHistory?.coverage?.since} notice={data.me?.accessHistory?.notice} />
          </>
        )}
      </Paged>
    </>
  );
}

interface ReadsProps {
  readonly entries: readonly Entry[];
  /** Whether no other read is in the log. */
  readonly isAll: boolean;
  readonly receipt: unknown;
  readonly onQuestioned: (receipt: Questioned) => void;
}

function Reads({ entries, isAll, receipt, onQuestioned }: ReadsProps): ReactNode {
  const { t } = useLingui();
  const [round, setRound] = useState(0);
  const check = useLogCheck([...new Set(entries.flatMap(({ entryId }) => entryId ?? []))], receipt, round);
  const verdicts: ReadonlyMap<string, EntryVerdict> = check.kind === 'checked' ? check.entries : new Map();
  const opened = groupEntries(entries, 'RECORD_OPENED');
  const found = groupEntries(entries, 'APPEARED_IN_SEARCH');
  return (
    <>
      {entries.length > 0 && <LogVerdict check={check} onAgain={() => setRound(round + 1)} />}
      <section aria-labelledby="opened">
        <h2 id="opened">
          <Trans>Your record was opened</Trans>
        </h2>
        {opened.length === 0 ? (
          <None isAll={isAll}>
            <Trans>Nobody opened your record.</Trans>
          </None>
        ) : (
          <LongList className="entries" label={t`Your record was opened`} rows={opened} keyOf={({ key }) => key} rowHeight={190}>
            {(group) => <Group group={group} verdicts={verdicts} onQuestioned={onQuestioned} />}
          </LongList>
        )}
      </section>
      <section aria-labelledby="found">
        <h2 id="found">
          <Trans>Your name appeared in a search</Trans>
        </h2>
        <p className="quiet">
          <Trans>Your name was among the results of a search. Your record was not opened.</Trans>
        </p>
        {found.length === 0 ? (
          <None isAll={isAll}>
            <Trans>Your name appeared in no search.</Trans>
          </None>
        ) : (
          <LongList className="entries" label={t`Your name appeared in a search`} rows={found} keyOf={({ key }) => key} rowHeight={190}>
            {(group) => <Group group={group} verdicts={verdicts} onQuestioned={onQuestioned} />}
          </LongList>
        )}
      </section>
      <Erased entries={entries} />
    </>
  );
}

/** Said where no read is shown. @param children what holds if there is no other read */
function None({ isAll, children }: { readonly isAll: boolean; readonly children: ReactNode }): ReactNode {
  return <Empty>{isAll ? children : <Trans>No such read is among those that are shown.</Trans>}</Empty>;
}

function Coverage({ since, notice }: { readonly since: string | undefined; readonly notice: string | null | undefined }): ReactNode {
  const { instant } = useFormats();
  const begin = since && instant(since);
  return (
    <section className="notice">
      {begin && (
        <p>
          <Trans>Since {begin} the log is complete.</Trans>
        </p>
      )}
      <p>{notice}</p>
    </section>
  );
}

const oneDay = 86_400_000;

function isUnfiltered({ role, purpose, time }: Chosen): boolean {
  return role === '' && purpose === '' && time === 'all';
}

function filterOf({ role, purpose, time }: Chosen, now: number) {
  const days = { all: undefined, month: 30, year: 365 }[time];
  return {
    ofAccount: false,
    ...(role && { role }),
    ...(purpose && { purpose }),
    ...(days && { from: new Date(now - days * oneDay).toISOString() }),
  };
}

/** @param extensions of an answer */
function receiptOf(extensions: Readonly<Record<string, unknown>> | undefined): unknown {
  const privacy = extensions?.['privacy'];
  return typeof privacy === 'object' && privacy !== null && 'receipt' in privacy ? privacy.receipt : undefined;
}
