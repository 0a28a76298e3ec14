import { useTranslation } from 'react-i18next';
import { oauthFlows } from '../../../../electron/contract/oauth/oauthClient.ts';
import { ChoiceControl } from '../../../controls/ChoiceControl.tsx';
import type { FlowChoice, SignInPlace } from '../form/signIn/signInForm.ts';
import { signInOf } from '../form/signInOf.ts';
import { useImpossible } from '../useImpossible.ts';
import { useMailField } from '../useMailField.ts';
import { useMailValue } from '../useMailValue.ts';
import { useFollowChoice } from './useFollowChoice.ts';

const flows: readonly FlowChoice[] = [...oauthFlows, 'implicit'];

/** How the application comes to a token; ROPC, which cannot do MFA, and the implicit flow, which is gone, say so. */
export const FlowControl = ({ place }: { place: SignInPlace }) => {
  const { t } = useTranslation('mail');
  const field = useMailField();
  const impossible = useImpossible();
  const { followFlow } = useFollowChoice(place);
  const grant = `${place}.client.grant` as const;
  const flow = useMailValue((form) => signInOf(form, place).client.grant.flow);
  const warnings: Partial<Record<FlowChoice, string>> = { ropc: t('flows.ropc.warning') };
  return (
    <ChoiceControl<FlowChoice>
      {...field(`${grant}.flow`)}
      choices={flows.map((value) => ({
        value,
        label: t(`flows.${value}.label`),
        help: t(`flows.${value}.help`),
      }))}
      warning={impossible(`${grant}.flow`) ?? warnings[flow]}
      onChanged={followFlow}
    />
  );
};
