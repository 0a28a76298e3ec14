import { useFormContext } from 'react-hook-form';
import type { MailForm } from '../form/mailForm.ts';
import { flowAfter, grantUserAfter, serverAfter, serverField } from '../form/offeredServer.ts';
import type { SignInPlace } from '../form/signIn/signInForm.ts';
import { proofAfter } from '../form/signIn/usualProof.ts';
import { modeOf, signInOf } from '../form/signInOf.ts';

/** Gives what follows a choice of provider, cloud or flow: the provider's server, its usual flow, credential and account. */
export const useFollowChoice = (place: SignInPlace) => {
  const { getValues, setValue } = useFormContext<MailForm>();
  const take = { shouldDirty: true };
  const followCloud = () => {
    const after = getValues();
    if (after.kind !== 'microsoft365' || place === 'arrival.authentication')
      setValue(serverField(after, place), serverAfter(after, place), take);
  };
  const followProof = () => {
    const form = getValues();
    const { client } = signInOf(form, place);
    setValue(`${place}.client.proof.kind`, proofAfter({ mode: modeOf(form, place), client }), take);
  };
  return {
    followCloud,
    followProvider: () => {
      followCloud();
      setValue(`${place}.client.grant.flow`, flowAfter(getValues(), place), take);
      followProof();
    },
    followFlow: () => {
      setValue(`${place}.client.grant.userName`, grantUserAfter(getValues(), place), take);
      followProof();
    },
  };
};
