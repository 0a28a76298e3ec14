import type { DirectoryWrite } from '../../../../electron/contract/directory/directoryValues.ts';
import { provenValues } from '../../../../electron/contract/directory/provenValues.ts';

/** True when values differ from those in force in nothing that a proof proves, so that they are saved without one. */
export const onlyUseDiffers = (values: DirectoryWrite, inForce: DirectoryWrite | null): boolean =>
  inForce !== null && JSON.stringify(provenValues(values)) === JSON.stringify(provenValues(inForce));
