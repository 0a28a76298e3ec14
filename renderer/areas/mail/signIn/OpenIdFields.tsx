import { useTranslation } from 'react-i18next';
import { ChoiceControl } from '../../../controls/ChoiceControl.tsx';
import { TextControl } from '../../../controls/TextControl.tsx';
import type { ClientForm, SignInPlace } from '../form/signIn/signInForm.ts';
import { flowOf } from '../form/signIn/signInForm.ts';
import { signInOf } from '../form/signInOf.ts';
import { useMailField } from '../useMailField.ts';
import { useMailValue } from '../useMailValue.ts';

type Found = ClientForm['place']['endpoints']['found'];

/** Where a provider of one's own is: found by its issuer, or typed address by address. */
export const OpenIdFields = ({ place }: { place: SignInPlace }) => {
  const { t } = useTranslation('mail');
  const field = useMailField();
  const endpoints = `${place}.client.place.endpoints` as const;
  const found = useMailValue((form) => signInOf(form, place).client.place.endpoints.found);
  const flow = useMailValue((form) => flowOf(signInOf(form, place).client));
  return (
    <>
      <ChoiceControl<Found>
        {...field(`${endpoints}.found`)}
        choices={(['discovered', 'typed'] as const).map((value) => ({
          value,
          label: t(`endpoints.${value}.label`),
          help: t(`endpoints.${value}.help`),
        }))}
      />
      {found === 'discovered' && <TextControl {...field(`${endpoints}.issuer`, true)} wide="edited" />}
      {found === 'typed' && <TextControl {...field(`${endpoints}.token`, true)} wide="edited" />}
      {found === 'typed' && (
        <TextControl {...field(`${endpoints}.authorization`, flow === 'authorizationCode')} wide="edited" />
      )}
      {found === 'typed' && (
        <TextControl {...field(`${endpoints}.device`, flow === 'deviceCode')} wide="edited" />
      )}
      <TextControl {...field(`${place}.client.place.scopes`)} wide="edited" />
    </>
  );
};
