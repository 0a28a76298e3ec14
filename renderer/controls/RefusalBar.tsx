import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { asFailure } from '../texts/asFailure.ts';
import { FailureBar } from './FailureBar.tsx';

const useStyles = makeStyles({ list: { margin: 0, paddingInlineStart: '16px' } });

type RefusalBarProps = {
  error: unknown;
  /** Ways out of it. */
  children?: ReactNode;
};

/** What a call refused, each fault in a sentence; for what no field of the form shows. */
export const RefusalBar = ({ error, children }: RefusalBarProps) => {
  const { t } = useTranslation('fieldErrors');
  const styles = useStyles();
  const failure = error ? asFailure(error) : null;
  const issues = failure?.code === 'INVALID_INPUT' ? failure.data.issues : [];
  return (
    <FailureBar error={error}>
      {issues.length > 0 && (
        <ul className={styles.list}>
          {issues.map(({ path, code, parameters }) => (
            <li key={`${path.join('.')} ${code}`}>{t(`codes.${code}`, parameters)}</li>
          ))}
        </ul>
      )}
      {children}
    </FailureBar>
  );
};
