import { Link, makeStyles, tokens } from '@fluentui/react-components';
import { CopyButton } from './CopyButton.tsx';
import { isWebAddress } from './webAddress.ts';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'start', gap: tokens.spacingHorizontalXS, minWidth: 0 },
  address: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
});

type CopyableLinkProps = {
  address: string;
  /** What is copied: `address`. */
  what: string;
};

/** An address that opens in the browser, and can be handed to somebody else. */
export const CopyableLink = ({ address, what }: CopyableLinkProps) => {
  const styles = useStyles();
  return (
    <span className={styles.row}>
      {isWebAddress(address) ? (
        <Link inline className={styles.address} href={address} target="_blank" rel="noopener noreferrer">
          {address}
        </Link>
      ) : (
        <span className={styles.address}>{address}</span>
      )}
      <CopyButton text={address} what={what} />
    </span>
  );
};
