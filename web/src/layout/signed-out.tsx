import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, type ReactNode } from 'react';
import { withShared } from '../choose-language.ts';
import { signInAddress } from '../session/signed.tsx';
import { tellTabs } from '../session/tabs.ts';
import { LanguageButtons } from './language-buttons.tsx';
import { Masthead } from './masthead.tsx';

/** The start page of a person who has not signed in. The server makes the public pages, which need no script. */
export function SignedOut(): ReactNode {
  const { i18n, t } = useLingui();
  useEffect(() => tellTabs({ is: null }), []);
  const inLanguage = (path: string): string => `${path}?lang=${i18n.locale}`;
  const doors = [
    ['/statement', t`Privacy statement`, t`What we promise to do with your information, and what changed since earlier versions.`],
    ['/partners', t`Partners`, t`What organizations outside the municipality may ever see, and under which conditions.`],
    ['/services', t`Services and prices`, t`What the recreation department offers, for whom, and for how much.`],
    ['/ask', t`Ask, comment or complain`, t`Write to our privacy officers. You need no account.`],
    ['/request-state', t`How far along is my request?`, t`Look up a message by its number and code.`],
  ] as const;
  return (
    <>
      <title>{t`Recreation department`}</title>
      <Masthead>
        <LanguageButtons parts={[withShared()]} />
      </Masthead>
      <main className="start">
        <h1>
          <Trans>Your information at the recreation department</Trans>
        </h1>
        <p className="lead">
          <Trans>Sign in to see what is held about you, why, and who looked at it.</Trans>
        </p>
        <p>
          <a className="button" href={inLanguage(signInAddress)}>
            <Trans>Sign in</Trans>
          </a>
        </p>
        <h2>
          <Trans>Without signing in</Trans>
        </h2>
        <ul className="doors">
          {doors.map(([path, name, text]) => (
            <li key={path}>
              <a href={inLanguage(path)}>{name}</a>
              <p>{text}</p>
            </li>
          ))}
        </ul>
      </main>
    </>
  );
}
