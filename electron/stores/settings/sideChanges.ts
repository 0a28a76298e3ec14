import type { Change } from '../../contract/settings/settings.contract.ts';
import { leafChanges } from './leafChanges.ts';

/** What is in force, and what waits. */
export type Sides<Values> = { active: Values | null; draft: Values | null };

/** Something that came or went as a whole, by its name. */
export const wholeChange = (path: string, before: string | null, after: string | null): Change => ({
  path,
  before: before && JSON.stringify(before),
  after: after && JSON.stringify(after),
});

type Side<Values> = {
  path: string;
  before: Values | null;
  after: Values | null;
  /** What a side that appears is compared with. */
  basis: Values | null;
};

/** What differs between the two sides of something before and after; `nameOf`: what values are called as a whole. */
export const createSideChanges = <Values>(nameOf: (values: Values) => string) => {
  const ofSide = ({ path, before, after, basis }: Side<Values>): Change[] => {
    if (before !== null && after !== null) return leafChanges(path, before, after);
    if (before === after) return [];
    const whole = wholeChange(path, before && nameOf(before), after && nameOf(after));
    return [whole, ...(after ? leafChanges(path, basis, after) : [])];
  };

  return {
    ofSide,
    ofBoth: (path: string, before: Sides<Values>, after: Sides<Values>): Change[] => [
      ...ofSide({
        ...{ path: `${path}.active`, before: before.active, after: after.active },
        basis: before.draft,
      }),
      ...ofSide({
        ...{ path: `${path}.draft`, before: before.draft, after: after.draft },
        basis: after.active,
      }),
    ],
  };
};
