import { useState } from 'react';

/** The row that keys act on, and the row from which a range is selected. */
export const useRowCursor = (total: number) => {
  const [wanted, setWanted] = useState(0);
  const [anchor, setAnchor] = useState(0);
  return {
    active: Math.max(0, Math.min(wanted, total - 1)),
    anchor,
    /** Goes to a row; a range begins there. */
    moveTo: (index: number) => {
      setWanted(index);
      setAnchor(index);
    },
    /** Goes to the other end of a range. */
    extendTo: setWanted,
  };
};

export type RowCursor = ReturnType<typeof useRowCursor>;
