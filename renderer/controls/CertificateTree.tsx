import { makeStyles, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Certificate } from '../../electron/contract/proof/evidence.ts';
import { CertificateCard } from './CertificateCard.tsx';

const useStyles = makeStyles({
  level: { listStyleType: 'none', margin: 0, paddingInlineStart: 0 },
  deeper: {
    listStyleType: 'none',
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalM,
    borderInlineStartWidth: tokens.strokeWidthThin,
    borderInlineStartStyle: 'solid',
    borderInlineStartColor: tokens.colorNeutralStroke1,
  },
});

/** The chain as the server sent it: the issuer above, what it signed one step further in. */
export const CertificateTree = ({ chain }: { chain: readonly Certificate[] }) => {
  const { t } = useTranslation();
  if (chain.length === 0) return <p>{t('evidence.noCertificate')}</p>;
  return <Level fromRoot={[...chain].reverse()} deeper={false} />;
};

const Level = ({ fromRoot, deeper }: { fromRoot: readonly Certificate[]; deeper: boolean }) => {
  const styles = useStyles();
  const [certificate, ...below] = fromRoot;
  if (!certificate) return null;
  return (
    <ul className={deeper ? styles.deeper : styles.level}>
      <li>
        <CertificateCard certificate={certificate} />
        <Level fromRoot={below} deeper />
      </li>
    </ul>
  );
};
