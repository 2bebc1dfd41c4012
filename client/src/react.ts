import {
  createElement,
  Fragment,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import type { Partition } from './partition.ts';
import { whyMissing, type Missing } from './report.ts';
import type { Session } from './session.ts';

/** The client of a purpose and case; undefined once the session or the case has ended. The component is rendered again when it ends. */
export function useClient<Client, Operation>(session: Session<Client, Operation>, { purpose, case: id }: Partition): Client | undefined {
  return useSyncExternalStore(
    useCallback((listener) => session.subscribe(listener), [session]),
    () => session.client({ purpose, case: id }),
  );
}

/**
 * Says why the field at a path of an operation's newest answer has no value.
 * @example const missing = useWithheld(session, client, { query, variables }); missing(['resident', 'email'])?.code
 */
export function useWithheld<Client, Operation>(
  session: Session<Client, Operation>,
  client: Client,
  operation: Operation,
): (path: readonly (string | number)[]) => Missing | undefined {
  const report = useSyncExternalStore(
    useCallback((listener) => session.subscribe(listener), [session]),
    () => session.report(client, operation),
  );
  return (path) => report && whyMissing(report, path);
}

/**
 * Renders the component once more after a value has changed, such as the reason why a session ended. React holds the last update of
 * unmounted components, and with it all that they had read, until a component renders again. It renders at once, because no timer runs in a
 * page that a browser keeps for Back, and once more after the session has notified all its listeners (`Session`, `clear`).
 */
export function useRenderAgain(changed: unknown): void {
  const [, renderAgain] = useState({});
  const before = useRef(changed);
  useLayoutEffect(() => {
    if (before.current === changed) return undefined;
    before.current = changed;
    renderAgain({});
    const timer = setTimeout(() => renderAgain({}));
    return () => clearTimeout(timer);
  }, [changed]);
}

/**
 * Takes the focus from a field before it is removed together with all that was read. React keeps the field that was used last, and with it
 * the elements around it, until that field loses the focus or another one gets it.
 */
function useLeaveField<Client, Operation>(
  session: Session<Client, Operation>,
  { purpose, case: id }: Partition,
  client: Client | undefined,
): void {
  useEffect(
    () =>
      session.subscribe(() => {
        if (session.client({ purpose, case: id }) === client) return;
        const { document } = globalThis as { readonly document?: { readonly activeElement: { blur?: () => void } | null } };
        document?.activeElement?.blur?.();
      }),
    [session, purpose, id, client],
  );
}

/** The content for one purpose and case. */
export interface PartitionedProps<Client, Operation> {
  readonly session: Session<Client, Operation>;
  readonly partition: Partition;
  /** Shown once the session or the case has ended. */
  readonly ended?: ReactNode;
  readonly children: (client: Client) => ReactNode;
}

/** Renders with the client of a purpose and case. For another client all components are mounted again, so that none keeps its state. */
export function Partitioned<Client, Operation>({ session, partition, ended, children }: PartitionedProps<Client, Operation>): ReactNode {
  const client = useClient(session, partition);
  useLeaveField(session, partition, client);
  useRenderAgain(client);
  if (client === undefined) return ended;
  return createElement(Fragment, { key: session.idOf(client) }, children(client));
}
