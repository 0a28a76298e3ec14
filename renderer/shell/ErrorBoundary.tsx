import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageNotLoaded } from './PageNotLoaded.ts';

const NotLoadedMessage = () => {
  const { t } = useTranslation();
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{t('fault.notLoaded')}</MessageBarTitle>
        {t('program.gone')}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => window.location.reload()}>{t('fault.reload')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
};

const FaultMessage = ({ detail, onAgain }: { detail: string; onAgain: () => void }) => {
  const { t } = useTranslation();
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{t('fault.title')}</MessageBarTitle>
        {t('fault.advice', { detail })}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={onAgain}>{t('fault.again')}</Button>
      </MessageBarActions>
    </MessageBar>
  );
};

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
    return error instanceof PageNotLoaded ? (
      <NotLoadedMessage />
    ) : (
      <FaultMessage detail={error.message} onAgain={() => this.setState({ error: null })} />
    );
  }
}
