import { makeFinding } from '../../knowledge/makeFinding.ts';
import { StageFailure } from '../../proof/stage.ts';
import type { Controller } from '../connection/locateDirectory.ts';

/** The first address of a controller. Throws StageFailure (controllerAddressMissing). */
export const requireAddress = ({ host, addresses: [first] }: Controller): string => {
  if (first === undefined)
    throw new StageFailure(makeFinding('controllerAddressMissing', { controller: host }));
  return first;
};
