import { Trans, useLingui } from '@lingui/react/macro';
import { useId, useState, type ReactNode } from 'react';
import { LongList } from '../../../elements/lists/long-list.tsx';
import { Paged } from '../../../elements/lists/paged.tsx';
import { personName } from '../../../elements/names/person-name.ts';
import { Said } from '../../../elements/states/said.tsx';
import { useFormats } from '../../../elements/time/use-formats.ts';
import { graphql } from '../../generated/gql.ts';
import type { ReadOfRequesterFragment } from '../../generated/graphql.ts';
import { Folded } from '../folded.tsx';
import { ProposeErasure } from '../erasure/propose-erasure.tsx';

void graphql(`
  fragment ReadOfRequester on AccessHistoryEntry {
    id
    entryId
    at
    kind
    why
    fields
    by {
      role
      employee {
        id
        givenName
        familyName
      }
      partner {
        id
        name
      }
    }
  }
`);

const document = graphql(`
  query ReadsOfRequester($id: ID!, $after: String) @purpose(is: RIGHTS_FULFILMENT) {
    resident(id: $id) {
      id
      accessHistory(first: 50, after: $after) {
        totalCount
        notice
        edges {
          node {
            ...ReadOfRequester
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

interface QuestionedProps {
  /** The `Resident.id` of who asks. */
  readonly id: string;
  /** The `entryId` of the read that the request questions. */
  readonly entry: string;
}

/** The read that the request questions. */
export function Questioned({ id, entry }: QuestionedProps): ReactNode {
  return (
    <section aria-labelledby="questioned">
      <h3 id="questioned">
        <Trans>The read that is questioned</Trans>
      </h3>
      <Paged
        query={document}
        variables={{ id }}
        connection={({ resident }) => resident?.accessHistory}
        until={(rows) => rows.some(({ entryId }) => entryId === entry)}
      >
        {({ rows, isComplete }) => {
          const asked = rows.find(({ entryId }) => entryId === entry);
          if (asked) return <Read read={asked} />;
          if (!isComplete) return null;
          return (
            <p>
              <Trans>It is not among the reads of this record.</Trans>
            </p>
          );
        }}
      </Paged>
    </section>
  );
}

interface ReadsProps {
  /** The `Resident.id` of who asks. */
  readonly id: string;
  /** How many there are. */
  readonly total: number;
}

/** The reads of the record of the person who asks. */
export function Reads({ id, total }: ReadsProps): ReactNode {
  const { t } = useLingui();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const choose = (entryId: string, isChosen: boolean): void =>
    setChosen(isChosen ? [...chosen, entryId] : chosen.filter((one) => one !== entryId));
  return (
    <Folded id="reads" title={<Trans>Who looked: {total}</Trans>}>
      <Paged query={document} variables={{ id }} connection={({ resident }) => resident?.accessHistory}>
        {({ rows, total: known, data }) => (
          <>
            <p className="quiet">{data.resident?.accessHistory?.notice}</p>
            <LongList
              className="entries"
              label={t`Who looked`}
              rows={rows}
              total={known}
              keyOf={({ id: read }) => read ?? ''}
              rowHeight={100}
            >
              {(read) => (
                <>
                  <Read read={read} />
                  {read.entryId && read.kind !== 'ENTRIES_ERASED' && (
                    <ToErase
                      isChosen={chosen.includes(read.entryId)}
                      onChoose={(isChosen) => choose(read.entryId!, isChosen)}
                      at={read.at}
                    />
                  )}
                </>
              )}
            </LongList>
            <ProposeErasure entryIds={chosen} onProposed={() => setChosen([])} />
          </>
        )}
      </Paged>
    </Folded>
  );
}

interface ToEraseProps {
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  readonly at: string | null | undefined;
}

function ToErase({ isChosen, onChoose, at }: ToEraseProps): ReactNode {
  const { t } = useLingui();
  const { instant } = useFormats();
  const id = useId();
  const when = at ? instant(at) : '';
  return (
    <div className="check">
      <input
        id={id}
        type="checkbox"
        aria-label={t`Erase the read of ${when}`}
        checked={isChosen}
        onChange={({ target }) => onChoose(target.checked)}
      />
      <label htmlFor={id}>
        <Trans>Erase</Trans>
      </label>
    </div>
  );
}

function Read({ read: { at, why, fields, by } }: { readonly read: ReadOfRequesterFragment }): ReactNode {
  const { instant } = useFormats();
  const reader = by?.partner?.name ?? personName(by?.employee);
  const shown = fields?.join(', ');
  return (
    <>
      <p className="beside">
        {reader && <strong>{reader}</strong>}{' '}
        {at && (
          <time className="quiet" dateTime={at}>
            {instant(at)}
          </time>
        )}
      </p>
      <p>{why && <Said sentence={why} />}</p>
      {shown && (
        <p className="quiet">
          <Trans>Shown: {shown}</Trans>
        </p>
      )}
    </>
  );
}
