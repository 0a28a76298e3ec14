import { StageFailure } from '../../proof/stage.ts';
import { addressMissing } from '../connection/addressMissing.ts';
import type { Controller } from '../connection/locateDirectory.ts';
import type { ResolvedDirectory } from '../resolvedDirectory.ts';

/** The first address of a controller. Throws StageFailure (controllerAddressMissing, typedControllerUnknown). */
export const requireAddress = (
  { host, addresses: [first] }: Controller,
  directory: ResolvedDirectory,
): string => {
  if (first === undefined) throw new StageFailure(addressMissing(host, directory));
  return first;
};
