import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { lazy, Suspense, use, type ReactNode } from 'react';
import { chooseLanguage, currentLanguage, withShared } from './choose-language.ts';
import { ErrorBoundary } from './elements/states/error-boundary.tsx';
import { PageFailed } from './elements/states/page-failed.tsx';
import { Loading } from './elements/states/states.tsx';
import { Frame, routerOf, type PageRouter } from './layout/frame.tsx';
import { loadPage } from './load-page.tsx';
import { pagesOfRoles } from './pages.ts';
import type { RolePages } from './role-pages.ts';
import { readSession, type BrowserSession } from './session/read-session.ts';
import { Signed } from './session/signed.tsx';

/** Few people act in several capacities. */
const ChooseRole = lazy(async () => ({ default: (await import('./layout/choose-role.tsx')).ChooseRole }));

/** Not loaded for people who have signed in. */
const SignedOut = loadPage(async () => ({ default: (await import('./layout/signed-out.tsx')).SignedOut }));

/** The pages of the person who has signed in. */
export function App({ opened }: { readonly opened: Promise<Opened | undefined> }): ReactNode {
  return (
    <I18nProvider i18n={i18n}>
      <ErrorBoundary
        fallback={
          <main className="narrow">
            <PageFailed />
          </main>
        }
      >
        <Suspense fallback={<Loading />}>
          <Pages opened={opened} />
        </Suspense>
      </ErrorBoundary>
    </I18nProvider>
  );
}

/** The session of the person who has signed in, and their pages. */
export interface Opened {
  readonly session: BrowserSession;
  /** Undefined: there are no pages for the role. */
  readonly shown: { readonly rolePages: RolePages; readonly router: PageRouter } | undefined;
}

/** Finds out who has signed in, and loads only the pages of that role. @returns undefined: no one has signed in */
export async function open(): Promise<Opened | undefined> {
  const session = await readSession();
  if (!session) {
    await Promise.all([SignedOut.preload(), chooseLanguage(currentLanguage(), [withShared()])]);
    return undefined;
  }
  if (window.opener) (await import('./session/take-over.ts')).takeOver(session);
  const load = session.role === null ? undefined : pagesOfRoles[session.role];
  if (!load) {
    await chooseLanguage(currentLanguage(), [withShared()]);
    return { session, shown: undefined };
  }
  const { default: rolePages } = await load();
  await chooseLanguage(currentLanguage(), [rolePages.sentences]);
  const router = routerOf(rolePages);
  await router.load();
  return { session, shown: { rolePages, router } };
}

function Pages({ opened }: { readonly opened: Promise<Opened | undefined> }): ReactNode {
  const found = use(opened);
  if (!found) return <SignedOut />;
  if (!found.shown) return <ChooseRole session={found.session} />;
  return (
    <Signed session={found.session}>
      <Frame {...found.shown} />
    </Signed>
  );
}
