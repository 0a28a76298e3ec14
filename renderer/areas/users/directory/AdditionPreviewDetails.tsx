import { makeStyles, MessageBar, MessageBarBody, Spinner, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { AdditionPreview } from '../../../../electron/contract/directory/addition.ts';
import { NumberControl } from '../../../controls/NumberControl.tsx';
import { TitledSection } from '../../../controls/TitledSection.tsx';

const useStyles = makeStyles({
  section: { display: 'grid', gap: tokens.spacingVerticalXS },
  names: { overflowWrap: 'anywhere', color: tokens.colorNeutralForeground2 },
});

type AdditionPreviewDetailsProps = {
  /** Undefined: it is not known yet. */
  preview: AdditionPreview | undefined;
  isReading: boolean;
  hasRoles: boolean;
};

const isCounted = ({ parts }: AdditionPreview): boolean =>
  parts.every(({ isCut, uncounted }) => !isCut && uncounted.length === 0);

/** Who would gain rights, and the question for the number where that is more than the settings let pass. */
export const AdditionPreviewDetails = ({ preview, isReading, hasRoles }: AdditionPreviewDetailsProps) => {
  const { t } = useTranslation('directory');
  const styles = useStyles();
  return (
    <TitledSection title={t('people.preview')} className={styles.section}>
      <div role="status">
        {isReading && <Spinner size="tiny" labelPosition="after" label={t('people.counting')} />}
        {!isReading && preview && <Gainers preview={preview} hasRoles={hasRoles} />}
      </div>
      {preview?.exceedsGuard && (
        <>
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              {isCounted(preview)
                ? t('people.guard', {
                    ...{ count: preview.gaining, guard: preview.guard },
                    setting: t('fields.gainGuard.label'),
                  })
                : t('people.guardUncounted', { count: preview.gaining })}
            </MessageBarBody>
          </MessageBar>
          <NumberControl name="confirmedGaining" label={t('people.confirm')} required />
        </>
      )}
    </TitledSection>
  );
};

type GainersProps = { preview: AdditionPreview; hasRoles: boolean };

const Gainers = ({ preview: { gaining, examples }, hasRoles }: GainersProps) => {
  const { t } = useTranslation(['directory', 'roles']);
  const styles = useStyles();
  const more = gaining - examples.length;
  if (!hasRoles) return <Text>{t('people.noRole')}</Text>;
  return (
    <>
      <Text block weight="semibold">
        {t('people.gaining', { count: gaining })}
      </Text>
      <Text block size={200}>
        {t('people.disabledUncounted')}
      </Text>
      <Text block size={200} className={styles.names}>
        {examples.join(', ')} {more > 0 && t('roles:users.more', { count: more })}
      </Text>
    </>
  );
};
