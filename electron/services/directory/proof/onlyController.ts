import { hostToAscii } from '../../../protocols/dns/hostToAscii.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import { StageFailure } from '../../proof/stage.ts';
import type { LocatedDirectory } from '../connection/locateDirectory.ts';

/**
 * The same with one controller alone. It has to be one of those that were found: a password is bound to what the settings say
 * of where controllers are, not to a name that somebody asks for. Throws StageFailure (controllerNotOfDomain).
 */
export const onlyController = (
  located: LocatedDirectory,
  wanted: string,
  domain: string,
): LocatedDirectory => {
  const controllers = located.controllers.filter(({ host }) => hostToAscii(host) === hostToAscii(wanted));
  if (located.controllers.length > 0 && controllers.length === 0)
    throw new StageFailure(makeFinding('controllerNotOfDomain', { controller: wanted, domain }));
  return { ...located, controllers };
};
