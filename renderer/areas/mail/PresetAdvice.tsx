import { makeStyles, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Preset } from '../../../electron/contract/mail/preset.ts';
import { exactDay } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';

const useStyles = makeStyles({ steps: { marginBlock: '4px', paddingInlineStart: '20px' } });

/** What holds today at a provider, what has to be done there, and where that was looked up (REQUIREMENTS G02). */
export const PresetAdvice = ({ preset }: { preset: Preset }) => {
  const { t } = useTranslation(['presets', 'mail']);
  const styles = useStyles();
  const day = exactDay(preset.checkedOn, useLanguage());
  return (
    <MessageBar intent={preset.passwordWorks ? 'info' : 'warning'} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t(`${preset.name}.title`)}</MessageBarTitle>
        {t(`${preset.name}.truth`)}
        <ol className={styles.steps}>
          {t(`${preset.name}.steps`)
            .split('\n')
            .map((step) => (
              <li key={step}>{step}</li>
            ))}
        </ol>
        {t('mail:start.source', { source: preset.source, day })}
      </MessageBarBody>
    </MessageBar>
  );
};
