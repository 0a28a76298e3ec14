import { Field, Input, makeStyles } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { DirectoryProof } from './useDirectoryProof.ts';

const useStyles = makeStyles({
  /** Label and control in one line: the room above belongs to what went wrong. */
  option: { gridTemplateColumns: 'minmax(88px, max-content) minmax(0, 1fr)' },
  control: { minWidth: 0 },
});

/** Whose groups the proof reads. While it runs nothing is disabled: that would lose the focus. */
export const TestUserInput = ({ proof }: { proof: DirectoryProof }) => {
  const { t } = useTranslation('directory');
  const styles = useStyles();
  return (
    <Field className={styles.option} label={t('proof.testUser')} orientation="horizontal" size="small">
      <Input
        className={styles.control}
        size="small"
        value={proof.testUser}
        placeholder={t('proof.testUserExample')}
        readOnly={proof.running}
        autoComplete="off"
        spellCheck={false}
        onChange={(_, { value }) => proof.setTestUser(value)}
      />
    </Field>
  );
};
