import { useFormContext } from 'react-hook-form';
import type { MailForm } from '../form/mailForm.ts';
import { flowAfter, grantUserAfter, offeredServer, serverAfter, serverField } from '../form/offeredServer.ts';
import type { SignInPlace } from '../form/signIn/signInForm.ts';

/** Gives what follows a choice of provider, cloud or flow: the provider's server, its usual flow, the account. */
export const useFollowChoice = (place: SignInPlace) => {
  const { watch, getValues, setValue } = useFormContext<MailForm>();
  /** As text: the form's own values change under the hand. */
  const before = offeredServer(watch(), place);
  const take = { shouldDirty: true };
  const followCloud = () => {
    const after = getValues();
    if (after.kind !== 'microsoft365' || place === 'arrival.authentication')
      setValue(serverField(after, place), serverAfter(before, after, place), take);
  };
  return {
    followCloud,
    followProvider: () => {
      followCloud();
      setValue(`${place}.client.grant.flow`, flowAfter(getValues(), place), take);
    },
    followFlow: () => setValue(`${place}.client.grant.userName`, grantUserAfter(getValues(), place), take),
  };
};
