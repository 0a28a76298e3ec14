import { Button, Field, makeStyles, Select, Textarea, tokens } from '@fluentui/react-components';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ExplainInput,
  explainProtocols,
} from '../../../electron/contract/knowledge/knowledge.contract.ts';
import { stageNames } from '../../../electron/contract/proof/proof.ts';
import { StageOptions } from './StageOptions.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  text: { fontFamily: tokens.fontFamilyMonospace },
  choices: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 180px), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  choice: { minWidth: 0 },
  select: { minWidth: 0, width: '100%', textOverflow: 'ellipsis' },
  action: { alignSelf: 'start' },
});

const nothingTyped: ExplainInput = { text: '', protocol: null, stage: null };

type ExplainFormProps = { isBusy: boolean; onExplain: (input: ExplainInput) => void };

/** The error as it was pasted, and where it came from if that is known. Ctrl+Enter explains. */
export const ExplainForm = ({ isBusy, onExplain }: ExplainFormProps) => {
  const { t } = useTranslation('knowledge');
  const styles = useStyles();
  const [input, setInput] = useState(nothingTyped);
  const [isMissing, setMissing] = useState(false);
  const explain = () => {
    setMissing(input.text.trim() === '');
    if (input.text.trim() !== '') onExplain(input);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    explain();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) explain();
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <Field
        label={t('form.text')}
        hint={t('form.textHelp')}
        required
        {...(isMissing ? { validationMessage: t('form.textMissing') } : {})}
      >
        <Textarea
          rows={10}
          maxLength={65_536}
          resize="vertical"
          textarea={{ className: styles.text }}
          value={input.text}
          spellCheck={false}
          onChange={(_, { value }) => setInput({ ...input, text: value })}
          onKeyDown={press}
        />
      </Field>
      <div className={styles.choices}>
        <Field className={styles.choice} label={t('form.protocol')} hint={t('form.optional')}>
          <Select
            className={styles.choice}
            select={{ className: styles.select }}
            value={input.protocol ?? ''}
            onChange={(_, { value }) =>
              setInput({ ...input, protocol: explainProtocols.find((name) => name === value) ?? null })
            }
          >
            <option value="">{t('form.unknown')}</option>
            {explainProtocols.map((name) => (
              <option key={name} value={name}>
                {t(`protocols.${name}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field className={styles.choice} label={t('form.stage')} hint={t('form.optional')}>
          <Select
            className={styles.choice}
            select={{ className: styles.select }}
            value={input.stage ?? ''}
            onChange={(_, { value }) =>
              setInput({ ...input, stage: stageNames.find((name) => name === value) ?? null })
            }
          >
            <option value="">{t('form.unknown')}</option>
            <StageOptions />
          </Select>
        </Field>
      </div>
      <Button className={styles.action} type="submit" appearance="primary" disabledFocusable={isBusy}>
        {t('form.action')}
      </Button>
    </form>
  );
};
