import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { Suspense, use, useState, type ReactNode } from 'react';
import { chooseLanguage, currentLanguage } from './choose-language.ts';
import { ErrorBoundary } from './elements/error-boundary.tsx';
import { Loading } from './elements/states.tsx';
import { Frame } from './layout/frame.tsx';
import { ChooseRole } from './layout/choose-role.tsx';
import { SignedOut } from './layout/signed-out.tsx';
import { pagesOfRoles } from './pages.ts';
import type { RolePages } from './role-pages.ts';
import { readSession, type BrowserSession } from './session/read-session.ts';
import { Signed } from './session/signed.tsx';

/** The pages of whoever has signed in. */
export function App(): ReactNode {
  const [opened] = useState(open);
  return (
    <I18nProvider i18n={i18n}>
      <ErrorBoundary>
        <Suspense fallback={<Loading />}>
          <Pages opened={opened} />
        </Suspense>
      </ErrorBoundary>
    </I18nProvider>
  );
}

interface Opened {
  readonly session: BrowserSession;
  /** Undefined: there are no pages for the role. */
  readonly rolePages: RolePages | undefined;
}

/** Finds out who has signed in, and loads the pages of that role and no others. */
async function open(): Promise<Opened | undefined> {
  const session = await readSession();
  if (!session) return undefined;
  const load = session.role === null ? undefined : pagesOfRoles[session.role];
  if (!load) return { session, rolePages: undefined };
  const { default: rolePages } = await load();
  await chooseLanguage(currentLanguage(), [rolePages.sentences]);
  return { session, rolePages };
}

function Pages({ opened }: { readonly opened: Promise<Opened | undefined> }): ReactNode {
  const found = use(opened);
  if (!found) return <SignedOut />;
  if (!found.rolePages) return <ChooseRole session={found.session} />;
  return (
    <Signed session={found.session}>
      <Frame rolePages={found.rolePages} />
    </Signed>
  );
}
