import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Certificate } from '../../../electron/contract/proof/evidence.ts';
import { DetailList } from '../../controls/DetailList.tsx';

const useStyles = makeStyles({
  authority: { flexBasis: '100%', fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  label: { color: tokens.colorNeutralForeground2 },
  fingerprint: {
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    overflowWrap: 'anywhere',
  },
});

/** Whom one would trust, beside the button that does it: what to compare before. */
export const OfferedAuthority = ({ certificate }: { certificate: Certificate }) => {
  const { t } = useTranslation('proof');
  const styles = useStyles();
  const { subject, issuer, selfSigned, fingerprint } = certificate;
  return (
    <div className={styles.authority}>
      <DetailList
        rows={[
          { label: t('changes.subject'), value: subject },
          { label: t('shell:evidence.issuer'), value: selfSigned ? t('shell:evidence.itself') : issuer },
        ]}
      />
      <div className={styles.label}>{t('shell:evidence.fingerprint')}</div>
      <div className={styles.fingerprint}>{fingerprint}</div>
    </div>
  );
};
