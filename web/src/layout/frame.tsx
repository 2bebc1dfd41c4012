import { Trans, useLingui } from '@lingui/react/macro';
import { createRootRoute, createRoute, createRouter, Link, Outlet, RouterProvider, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, type ComponentType, type ReactNode } from 'react';
import { Provider } from 'urql';
import { Partitioned } from '../../../client/src/react.ts';
import { addSentences, withShared, type Sentences } from '../choose-language.ts';
import { Loading } from '../elements/states/states.tsx';
import type { RolePages } from '../role-pages.ts';
import { useSignedIn } from '../session/signed.tsx';
import { PageFailed, PartFailed } from '../elements/states/page-failed.tsx';
import { ErrorBoundary } from '../elements/states/error-boundary.tsx';
import { ForPurpose } from './for-purpose.tsx';
import { LanguageButtons } from './language-buttons.tsx';

/** A part that few people see, with its sentences. */
function later(load: () => Promise<{ readonly default: ComponentType }>) {
  return lazy(async () => {
    const [loaded] = await Promise.all([load(), addSentences(withShared())]);
    return loaded;
  });
}

const CapacitySwitch = later(() => import('./capacity-switch.tsx'));
const NotFound = later(() => import('./not-found.tsx'));

/** The addresses of the pages of a role. */
export type PageRouter = ReturnType<typeof routerOf>;

interface Props {
  readonly rolePages: RolePages;
  readonly router: PageRouter;
}

/** The pages of a role with what stands around each: navigation, language, account, sign-out. */
export function Frame({ rolePages, router }: Props): ReactNode {
  const { clients } = useSignedIn();
  return (
    <Partitioned session={clients} partition={{ purpose: rolePages.purpose }}>
      {(client) => (
        <Provider value={client}>
          <RouterProvider router={router} />
        </Provider>
      )}
    </Partitioned>
  );
}

/** Makes the addresses of the pages of a role. */
export function routerOf(rolePages: RolePages): ReturnType<typeof createRouter> {
  const root = createRootRoute({
    component: () => <Around rolePages={rolePages} />,
    notFoundComponent: NotFound,
    errorComponent: ({ error }) => {
      throw error;
    },
  });
  const routes = rolePages.pages.map(({ path, purpose, component: Page }) => {
    const within = (): ReactNode => (
      <ForPurpose purpose={purpose ?? rolePages.purpose}>
        <Page />
      </ForPurpose>
    );
    const component = purpose === undefined ? Page : Object.assign(within, { preload: Page.preload });
    return createRoute({ getParentRoute: () => root, path, component });
  });
  return createRouter({ routeTree: root.addChildren(routes), scrollRestoration: false });
}

function Around({ rolePages }: { readonly rolePages: RolePages }): ReactNode {
  const { t, i18n } = useLingui();
  const { session, signOut } = useSignedIn();
  const here = useRouterState({ select: ({ location }) => location.pathname });
  const shown = rolePages.pages.find(({ path }) => path === here);
  const [name, owner] = [shown && i18n._(shown.name), t`Recreation department`];
  const at = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation?.pathname });
  return (
    <>
      <title>{name === undefined ? owner : `${name} · ${owner}`}</title>
      <a className="skip" href="#content">
        <Trans>Skip to the content</Trans>
      </a>
      <header className="frame">
        <div className="top">
          <p className="place">
            <strong>{owner}</strong>
            {session.roles.length === 1 && i18n._(rolePages.name)}
          </p>
          {session.roles.length > 1 && (
            <ErrorBoundary fallback={<PartFailed />}>
              <Suspense>
                <CapacitySwitch />
              </Suspense>
            </ErrorBoundary>
          )}
          <div className="aside">
            <LanguageButtons parts={allSentences(rolePages)} />
            <a href="/oidc/account/sessions">
              <Trans>Account</Trans>
            </a>
            <button type="button" onClick={signOut}>
              <Trans>Sign out</Trans>
            </button>
          </div>
        </div>
        <nav aria-label={t`Pages`}>
          {rolePages.pages
            .filter(({ inNavigation, purpose }) => (inNavigation ?? true) && (purpose === undefined || session.purposes.includes(purpose)))
            .map(({ path, name }) => (
              <Link key={path} to={path} activeOptions={{ exact: path === '/' }}>
                {i18n._(name)}
              </Link>
            ))}
        </nav>
      </header>
      <main id="content" tabIndex={-1}>
        <ErrorBoundary at={at} fallback={<PageFailed />}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </ErrorBoundary>
      </main>
    </>
  );
}

function allSentences({ sentences, laterSentences }: RolePages): readonly Sentences[] {
  return laterSentences ? [sentences, laterSentences] : [sentences];
}
