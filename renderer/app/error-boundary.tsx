import { Component, type ReactNode } from 'react';
import { SpokenContext } from '../words/context.tsx';

interface Props {
  readonly children: ReactNode;
}

/** An error in one screen leaves the others, and says so. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  static override contextType = SpokenContext;
  declare context: React.ContextType<typeof SpokenContext>;
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    const words = this.context?.words.app;
    return (
      <div role="alert" style={{ padding: 24 }}>
        <p>{words?.broken}</p>
        <button type="button" onClick={() => this.setState({ failed: false })}>
          {words?.reload}
        </button>
      </div>
    );
  }
}
