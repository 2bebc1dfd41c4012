import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Said } from '../../elements/said.tsx';
import { useFormats } from '../../elements/use-formats.ts';
import type { RecordOfRequesterQuery } from '../generated/graphql.ts';

type Requester = NonNullable<RecordOfRequesterQuery['resident']>;

interface Props {
  readonly resident: Requester;
  readonly questioned: string | undefined;
}

/** Who looked at the record of the person who asks, and first of all the read that the request questions. */
export function Reads({ resident: { accessHistory }, questioned }: Props): ReactNode {
  const rows = (accessHistory?.edges ?? []).flatMap(({ node }) => (node ? [node] : []));
  const asked = rows.find(({ entryId }) => entryId === questioned);
  return (
    <>
      {questioned !== undefined && (
        <section aria-labelledby="questioned">
          <h3 id="questioned">
            <Trans>The read that is questioned</Trans>
          </h3>
          {asked ? <Read read={asked} /> : <p>{<Trans>It is not among the newest reads of this record.</Trans>}</p>}
        </section>
      )}
      <details>
        <summary>
          <Trans>Who looked: {accessHistory?.totalCount ?? 0}</Trans>
        </summary>
        <p className="quiet">{accessHistory?.notice}</p>
        <ol className="entries">
          {rows.map((read) => (
            <li key={read.id}>
              <Read read={read} />
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}

type OneRead = NonNullable<NonNullable<NonNullable<NonNullable<Requester['accessHistory']>['edges']>[number]['node']>>;

function Read({ read: { at, why, fields, by } }: { readonly read: OneRead }): ReactNode {
  const { instant } = useFormats();
  const reader = by?.partner?.name ?? [by?.employee?.givenName, by?.employee?.familyName].filter(Boolean).join(' ');
  const shown = fields?.join(', ');
  return (
    <>
      <p>
        {at && <time dateTime={at}>{instant(at)}</time>}
        {reader && ` · ${reader}`}
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
