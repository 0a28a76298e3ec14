import { useTranslation } from 'react-i18next';
import { cloudPlaces } from '../../../../electron/contract/oauth/cloudPlaces.ts';
import { type Cloud, clouds } from '../../../../electron/contract/oauth/oauthClient.ts';
import { ChoiceControl } from '../../../controls/ChoiceControl.tsx';
import { SourcedTextControl } from '../../../controls/SourcedTextControl.tsx';
import { unverifiedHosts } from '../form/unverifiedHosts.ts';
import type { SignInPlace } from '../form/signIn/signInForm.ts';
import { signInOf } from '../form/signInOf.ts';
import { tokenPurpose } from '../form/tokenPurpose.ts';
import { useImpossible } from '../useImpossible.ts';
import { useMailField } from '../useMailField.ts';
import { useMailValue } from '../useMailValue.ts';
import { useFollowChoice } from './useFollowChoice.ts';

/** Which of Microsoft's clouds, and which directory in it; hosts that nobody confirmed are named. */
export const CloudFields = ({ place }: { place: SignInPlace }) => {
  const { t } = useTranslation('mail');
  const field = useMailField();
  const impossible = useImpossible();
  const { followCloud } = useFollowChoice(place);
  const unverified = useMailValue((form) =>
    unverifiedHosts(signInOf(form, place).client.place.cloud, tokenPurpose(form, place)),
  );
  return (
    <>
      <ChoiceControl<Cloud>
        {...field(`${place}.client.place.cloud`)}
        wide="edited"
        choices={clouds.map((value) => ({
          value,
          label: t(`clouds.${value}`),
          help: cloudPlaces[value].login,
        }))}
        warning={
          unverified.length > 0 ? t('warnings.cloudUnverified', { hosts: unverified.join(', ') }) : undefined
        }
        onChanged={followCloud}
      />
      <SourcedTextControl
        {...field(`${place}.client.place.tenantId`, true)}
        warning={impossible(`${place}.client.place.tenantId.value`)}
      />
    </>
  );
};
