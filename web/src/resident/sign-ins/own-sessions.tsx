import { Trans, useLingui } from '@lingui/react/macro';
import { startTransition, Suspense, use, useState, type ReactNode } from 'react';
import { roleNames } from '../../generated/names.ts';
import { CheckBox } from '../../elements/forms/check-box.tsx';
import { ConfirmButton } from '../../elements/forms/confirm-button.tsx';
import { Failed, Loading, NoAnswer } from '../../elements/states/states.tsx';
import { useFormats } from '../../elements/time/use-formats.ts';
import { endAllSessions, endOwnSession, keepSignedIn, readOwnSessions, SessionOver, type OwnSession } from '../../session/own-sessions.ts';
import { useSignedIn, type SignedIn } from '../../session/signed.tsx';

interface Props {
  readonly say: (sentence: ReactNode) => void;
}

/** The sessions in which the resident is signed in. Each can be ended, and this browser can stay signed in. */
export function OwnSessions({ say }: Props): ReactNode {
  const signedIn = useSignedIn();
  const [reading, setReading] = useState(() => read(signedIn));
  return (
    <Suspense fallback={<Loading />}>
      <Listed reading={reading} onReadAgain={() => startTransition(() => setReading(read(signedIn)))} say={say} />
    </Suspense>
  );
}

/** @returns undefined: the gateway refused, or could not be reached */
async function read({ session, clients }: SignedIn): Promise<readonly OwnSession[] | undefined> {
  try {
    return await readOwnSessions(session);
  } catch (error) {
    if (error instanceof SessionOver) clients.end('SESSION_ENDED');
    return undefined;
  }
}

interface ListedProps extends Props {
  readonly reading: ReturnType<typeof read>;
  readonly onReadAgain: () => void;
}

function Listed({ reading, onReadAgain, say }: ListedProps): ReactNode {
  const { session: own, clients, signOut, goOn } = useSignedIn();
  const sessions = use(reading);
  const [hasFailed, setHasFailed] = useState(false);
  const make = async (change: () => Promise<void>, done: () => void): Promise<void> => {
    try {
      await change();
      setHasFailed(false);
      done();
      onReadAgain();
    } catch (error) {
      if (error instanceof SessionOver) clients.end('SESSION_ENDED');
      setHasFailed(true);
    }
  };
  const readAgain = (): void => {
    setHasFailed(false);
    onReadAgain();
  };
  const keep = (isKept: boolean): Promise<void> =>
    make(
      async () => goOn(await keepSignedIn(own, isKept)),
      () =>
        say(
          isKept ? (
            <Trans>This browser stays signed in. Do not choose that on a device that others use.</Trans>
          ) : (
            <Trans>This browser does not stay signed in.</Trans>
          ),
        ),
    );
  const end = (id: string): Promise<void> =>
    make(
      () => endOwnSession(own, id),
      () => say(<Trans>That session has ended.</Trans>),
    );
  const currentFirst = sessions?.toSorted((one, other) => Number(other.isCurrent) - Number(one.isCurrent)) ?? [];
  const current = currentFirst.find(({ isCurrent }) => isCurrent);
  return (
    <>
      <section aria-labelledby="sessions">
        <h2 id="sessions">
          <Trans>Where you are signed in</Trans>
        </h2>
        {(hasFailed || !sessions) && (
          <Failed onRetry={readAgain}>
            {hasFailed ? <Trans>The gateway did not confirm that. Read the list again to see whether it was done.</Trans> : <NoAnswer />}
          </Failed>
        )}
        {sessions && (
          <>
            <ul className="entries">
              {currentFirst.map((session) => (
                <li key={session.id}>
                  <Session session={session} onEnd={() => void end(session.id)} />
                </li>
              ))}
            </ul>
            <p className="after-list">
              <ConfirmButton action={<Trans>Sign out everywhere</Trans>} onConfirm={() => void make(() => endAllSessions(own), signOut)}>
                <p>
                  <Trans>Every browser and app in which you are signed in is signed out, this one too.</Trans>
                </p>
              </ConfirmButton>
            </p>
          </>
        )}
      </section>
      {current && <Choices isKept={current.keptSince !== null} onKeep={(isKept) => void keep(isKept)} />}
    </>
  );
}

interface ChoicesProps {
  readonly isKept: boolean;
  readonly onKeep: (isKept: boolean) => void;
}

/** The settings of this browser that the resident can choose, and the data that it keeps. */
function Choices({ isKept, onKeep }: ChoicesProps): ReactNode {
  return (
    <section aria-labelledby="choices">
      <h2 id="choices">
        <Trans>Your choices</Trans>
      </h2>
      <CheckBox
        label={<Trans>Keep me signed in on this browser</Trans>}
        hint={<Trans>For up to 30 days. Only on a device of your own.</Trans>}
        isChecked={isKept}
        onChange={onKeep}
      />
      <p className="quiet prose">
        <Trans>
          These pages keep two cookies at most: one says that you are signed in, and one which language you chose, until you close the
          browser. Nothing that you read or type is kept in the browser.
        </Trans>
      </p>
    </section>
  );
}

interface SessionProps {
  readonly session: OwnSession;
  readonly onEnd: () => void;
}

function Session({ session, onEnd }: SessionProps): ReactNode {
  const { t, i18n } = useLingui();
  const { instant } = useFormats();
  const { role, browser, system, isCurrent, keptSince } = session;
  const [since, used, until] = [instant(session.madeAt), instant(session.lastUsedAt), instant(session.expiresAt)];
  return (
    <div className="session">
      <div>
        <h3>
          {browser === null ? t`A browser that is not known` : system === null ? browser : t`${browser} on ${system}`}
          {isCurrent && (
            <span className="mark">
              <Trans>This browser</Trans>
            </span>
          )}
        </h3>
        <p className="quiet">{role === null ? t`No capacity chosen yet` : i18n._(roleNames[role])}</p>
        <p className="quiet">
          <Trans>Since {since}</Trans>
        </p>
        <p className="quiet">
          <Trans>Last used {used}</Trans>
        </p>
        {keptSince !== null && (
          <p className="quiet">
            <Trans>Stays signed in until {until} at the latest</Trans>
          </p>
        )}
      </div>
      {!isCurrent && (
        <button type="button" aria-label={t`End the session since ${since}`} onClick={onEnd}>
          <Trans>End the session</Trans>
        </button>
      )}
    </div>
  );
}
