import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Certificate } from '../../electron/contract/proof/evidence.ts';
import { exactDay } from '../texts/moments.ts';
import { useLanguage } from '../texts/useLanguage.ts';
import { CopyButton } from './CopyButton.tsx';
import { DetailList } from './DetailList.tsx';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  name: { flexGrow: 1, overflowWrap: 'anywhere' },
  fingerprint: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase100 },
});

/** Subject, issuer, dates, key and fingerprint of one certificate. */
export const CertificateCard = ({ certificate }: { certificate: Certificate }) => {
  const { t } = useTranslation();
  const styles = useStyles();
  const language = useLanguage();
  const { subject, issuer, names, validFrom, validTo, keyType, keyBits, fingerprint, pem } = certificate;
  const rows = [
    { label: t('evidence.issuer'), value: certificate.selfSigned ? t('evidence.itself') : issuer },
    ...(names.length > 0 ? [{ label: t('evidence.names'), value: names.join(', ') }] : []),
    {
      label: t('evidence.valid'),
      value: t('evidence.fromTo', { from: exactDay(validFrom, language), to: exactDay(validTo, language) }),
    },
    { label: t('evidence.key'), value: [keyType, keyBits].filter(Boolean).join(' ') },
    {
      label: t('evidence.fingerprint'),
      value: <span className={styles.fingerprint}>{fingerprint}</span>,
    },
  ];
  return (
    <>
      <div className={styles.head}>
        <Text weight="semibold" className={styles.name}>
          {subject}
        </Text>
        <CopyButton text={pem} what={t('evidence.pem')} />
      </div>
      <DetailList rows={rows} />
    </>
  );
};
