import { Trans } from '@lingui/react/macro';
import { Component, type ReactNode } from 'react';
import { Failed } from './states.tsx';

interface Props {
  readonly children: ReactNode;
}

/** Shows a sentence in place of pages that failed. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Failed onRetry={() => location.reload()}>
        <Trans>This page could not be shown. Load it again; nothing that you typed was sent.</Trans>
      </Failed>
    );
  }
}
