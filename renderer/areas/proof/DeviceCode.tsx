import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { CopyableLink } from '../../controls/CopyableLink.tsx';
import { CopyButton } from '../../controls/CopyButton.tsx';
import { exactTime } from '../../texts/moments.ts';
import { useLanguage } from '../../texts/useLanguage.ts';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  code: {
    fontFamily: tokens.fontFamilyMonospace,
    letterSpacing: '0.08em',
    overflowWrap: 'anywhere',
    userSelect: 'all',
  },
});

type DeviceCodeProps = {
  url: string;
  code: string;
  /** ISO 8601. */
  expiresAt: string;
};

/** The code that somebody types at an address, on whatever device, and until when it counts. */
export const DeviceCode = ({ url, code, expiresAt }: DeviceCodeProps) => {
  const { t } = useTranslation('proof');
  const styles = useStyles();
  const until = exactTime(expiresAt, useLanguage());
  return (
    <>
      <Text size={200}>{t('person.deviceCode.text')}</Text>
      <CopyableLink address={url} what={t('person.address')} />
      <div className={styles.row}>
        <Text size={700} weight="semibold" className={styles.code}>
          {code}
        </Text>
        <CopyButton text={code} what={t('person.deviceCode.code')} />
      </div>
      <Text size={200}>{t('person.deviceCode.until', { until })}</Text>
    </>
  );
};
