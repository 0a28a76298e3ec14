import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { Translation } from 'react-i18next';

type ErrorBoundaryState = { error: Error | null };

/** Keeps a fault of one page from taking the console with it. Give it a `key` to start afresh at another place. */
export class ErrorBoundary extends Component<{ children: ReactNode }, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { error: null };

  static getDerivedStateFromError(error: Error): ErrorBoundaryState {
    return { error };
  }

  override render() {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <Translation>
        {(t) => (
          <MessageBar intent="error" layout="multiline" role="alert">
            <MessageBarBody>
              <MessageBarTitle>{t('fault.title')}</MessageBarTitle>
              {t('fault.advice', { detail: error.message })}
            </MessageBarBody>
            <MessageBarActions>
              <Button onClick={() => this.setState({ error: null })}>{t('fault.again')}</Button>
            </MessageBarActions>
          </MessageBar>
        )}
      </Translation>
    );
  }
}
