import { useRef, type ComponentType, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { Problem } from './problem.tsx';
import { Loading } from './states.tsx';
import type { Answers } from '../use-answers.ts';

/** The properties of a read. */
export interface ReadProps {
  readonly reads: Answers<unknown>;
  /** Shown below, as far as there is any. */
  readonly children: ReactNode;
  /** Shown in place of the data if no data have come. Default: the problem. */
  readonly failed?: ComponentType<{ readonly error: CombinedError; readonly onRetry: () => void }> | undefined;
}

/**
 * The state of a read: it loads, it failed, it has come. If an answer has both errors and data, the data are shown below the problem; a
 * problem with a later page of a list stands below the list. Asking again moves the focus here: the button goes, and a problem that is
 * still there is read out once more.
 */
export function Read({ reads: { answers, isReading, askAgain }, children, failed: Failed = Problem }: ReadProps): ReactNode {
  const region = useRef<HTMLDivElement>(null);
  const place = answers.findIndex((answer) => answer?.error);
  const error = answers[place]?.error;
  const Shown = answers[0]?.data ? Problem : Failed;
  const isFirst = place === 0 || !answers[0]?.data;
  const retry = (): void => {
    region.current?.focus({ preventScroll: true });
    askAgain();
  };
  const problem = !isReading && error && <Shown error={error} onRetry={retry} />;
  return (
    <div ref={region} className="read" tabIndex={-1} aria-busy={isReading}>
      {isFirst && (isReading ? <Loading /> : problem)}
      {children}
      {!isFirst && problem}
    </div>
  );
}
