import { Component, type ReactNode } from 'react';

interface Props {
  /** Where the person is. Elsewhere nothing has failed. */
  readonly at?: string | undefined;
  /** Shown in place of what failed: `PageFailed`, or `PartFailed`. */
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

interface State {
  readonly at: string | undefined;
  readonly failed: boolean;
}

/** Shows something in place of what failed: its code was not loaded, or it has a mistake. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { at: this.props.at, failed: false };

  static getDerivedStateFromError(): Partial<State> {
    return { failed: true };
  }

  static getDerivedStateFromProps({ at }: Props, state: State): State | null {
    return at === state.at ? null : { at, failed: false };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : this.props.children;
  }
}
