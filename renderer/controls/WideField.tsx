import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({ wide: { gridColumn: '1 / -1', minWidth: 0 } });

/** Lets a field take both columns of its section. */
export const WideField = ({ children }: { children: ReactNode }) => (
  <div className={useStyles().wide}>{children}</div>
);
