import { Trans } from '@lingui/react/macro';
import { useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { useSignedIn } from '../../session/signed.tsx';
import { acknowledgements } from './acknowledgements.ts';
import { graphql } from '../generated/gql.ts';
import type { PurposeTextsQuery } from '../generated/graphql.ts';
import { PurposeName } from '../names/purpose-name.tsx';
import { Failed, Loading } from '../states/states.tsx';
import { useFirstFocus } from '../forms/use-first-focus.ts';

const document = graphql(`
  query PurposeTexts {
    purposeTexts {
      purpose
      version
      text
    }
  }
`);

type Text = NonNullable<PurposeTextsQuery['purposeTexts']>[number];

interface Props {
  /** Of the text that the gateway wants to be read first. */
  readonly version: unknown;
  /** Goes on. Undefined: the person does again what was refused. */
  readonly onRead?: (() => void) | undefined;
}

/**
 * The text that an employee reads and acknowledges before the first use of a purpose. `Problem` shows it, so it shows no `Problem` itself.
 */
export default function PurposeToRead({ version, onRead }: Props): ReactNode {
  const [{ data, fetching }, ask] = useQuery({ query: document });
  const askAgain = (): void => ask({ requestPolicy: 'network-only' });
  if (fetching) return <Loading />;
  const text = data?.purposeTexts?.find((one) => one.version === version);
  if (text) return <Acknowledge text={text} onRead={onRead} />;
  return (
    <Failed onRetry={data ? (onRead ?? askAgain) : askAgain}>
      {data ? (
        <Trans>The text of this purpose has just changed.</Trans>
      ) : (
        <Trans>The gateway does not answer. Nothing was changed or lost; try again in a moment.</Trans>
      )}
    </Failed>
  );
}

/** The heading gets the focus, because what the person wanted to see is not there. */
function Acknowledge({ text: { purpose, version, text }, onRead }: Omit<Props, 'version'> & { readonly text: Text }): ReactNode {
  const { clients } = useSignedIn();
  const heading = useFirstFocus<HTMLHeadingElement>();
  const [state, setState] = useState<'unread' | 'failed' | 'read'>('unread');
  const acknowledge = async (): Promise<void> => {
    const result = await clients.client({ purpose })?.mutation(acknowledgements[purpose]!, { version }).toPromise();
    if (!result || result.error) return setState('failed');
    setState('read');
    onRead?.();
  };
  if (state === 'read')
    return (
      <output className="state">
        <Trans>Thank you. You can go on now.</Trans>
      </output>
    );
  return (
    <section className="purpose-text" aria-labelledby="purpose-to-read">
      <h2 id="purpose-to-read" tabIndex={-1} ref={heading}>
        <Trans>
          Before you go on: <PurposeName purpose={purpose} />
        </Trans>
      </h2>
      {text.split('\n\n').map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {state === 'failed' && (
        <Failed onRetry={() => location.reload()}>
          <Trans>This could not be noted. Load the page again; the text may have changed meanwhile.</Trans>
        </Failed>
      )}
      <p>
        <button type="button" className="main" onClick={() => void acknowledge()}>
          <Trans>I have read this</Trans>
        </button>
      </p>
    </section>
  );
}
