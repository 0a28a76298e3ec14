import { useState } from 'react';
import { readColumns, type UserColumn, withColumn } from './userColumns.ts';

const name = 'userColumns';

/** The columns that the table shows, kept in this browser, and what shows or hides one. */
export const useShownColumns = () => {
  const [shown, setShown] = useState(() => readColumns(localStorage.getItem(name)));
  const flip = (column: UserColumn) => {
    const next = withColumn(shown, column);
    localStorage.setItem(name, JSON.stringify(next));
    setShown(next);
  };
  return { shown, flip };
};

export type ShownColumns = ReturnType<typeof useShownColumns>;
