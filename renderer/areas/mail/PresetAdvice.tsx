import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Preset } from '../../../electron/contract/mail/preset.ts';
import { Disclosure } from '../../controls/Disclosure.tsx';
import { presetSteps } from './form/presetSteps.ts';
import { modeOf } from './form/signInOf.ts';
import { OAuthOffer } from './OAuthOffer.tsx';
import { exactDay } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';
import { useMailValue } from './useMailValue.ts';

const useStyles = makeStyles({
  body: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  steps: { margin: 0, paddingInlineStart: '16px' },
  truth: { margin: 0 },
});

/** What has to be done at a provider for the chosen way to sign in, why, and with what that was compared when (REQUIREMENTS G02). */
export const PresetAdvice = ({ preset }: { preset: Preset }) => {
  const { t } = useTranslation(['presets', 'mail']);
  const styles = useStyles();
  const day = exactDay(preset.checkedOn, useLanguage());
  const mode = useMailValue((form) => modeOf(form, 'authentication'));
  const steps = t(presetSteps(preset, mode)).split('\n');
  return (
    <MessageBar intent={preset.passwordWorks || preset.oauth ? 'info' : 'warning'} layout="multiline">
      <MessageBarBody className={styles.body}>
        <MessageBarTitle>{t(`${preset.name}.title`)}</MessageBarTitle>
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {preset.oauth && <OAuthOffer provider={preset.oauth.provider} />}
        <Disclosure title={t('mail:start.why', { day })}>
          <p className={styles.truth}>{t(`${preset.name}.truth`)}</p>
          <p className={styles.truth}>{t('mail:start.source', { source: preset.source })}</p>
        </Disclosure>
      </MessageBarBody>
    </MessageBar>
  );
};
