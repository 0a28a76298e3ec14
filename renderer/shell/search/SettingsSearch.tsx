import { Caption1, Combobox, makeStyles, Option, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusField } from '../../controls/focusField.ts';
import { navigate, useRoute } from '../RouteContext.ts';
import { useShortcut } from '../shortcutRegistry.ts';
import { keysOf } from '../shortcuts.ts';
import { useKeyText } from '../useKeyText.ts';
import { findSettings } from './findSettings.ts';
import type { SearchableSetting } from './searchableSetting.ts';
import { useNamedSettings } from './useNamedSettings.ts';

const useStyles = makeStyles({
  search: { width: '100%', maxWidth: '420px', minWidth: '120px' },
  result: { display: 'grid' },
  place: { color: tokens.colorNeutralForeground3 },
});

const keyOf = ({ area, field }: SearchableSetting): string => `${area ?? ''} ${field ?? ''}`;

/** Finds a setting by what it is called in any language or product, and goes to it. */
export const SettingsSearch = () => {
  const { t } = useTranslation(['shell', 'directory', 'mail', 'settings']);
  const styles = useStyles();
  const keyText = useKeyText();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const { named, load } = useNamedSettings();
  useShortcut('search', () => input.current?.focus());
  const route = useRoute();
  const found = findSettings(named, text).slice(0, 8);
  const go = (key: string | undefined) => {
    const setting = found.find((candidate) => keyOf(candidate) === key);
    if (!setting) return;
    setText('');
    setOpen(false);
    const isHere = route.area === setting.area;
    const id = setting.id ?? (isHere ? route.id : null);
    const isNamed = isHere && route.id === id && route.field === setting.field;
    /** After the list has closed, which takes the focus back to the input. */
    if (setting.area === null || isNamed)
      return void requestAnimationFrame(() => focusField(setting.field ?? ''));
    navigate({ area: setting.area, id, field: setting.field });
  };
  return (
    <Combobox
      input={{ ref: input }}
      className={styles.search}
      freeform
      expandIcon={null}
      aria-label={t('search.label')}
      placeholder={t('search.placeholder', { keys: keyText(keysOf('search')) })}
      value={text}
      selectedOptions={[]}
      open={open && text !== ''}
      onOpenChange={(_, data) => setOpen(data.open)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || text === '') return;
        event.preventDefault();
        setText('');
      }}
      onFocus={() => void load()}
      onChange={(event) => {
        setText(event.target.value);
        setOpen(true);
      }}
      onOptionSelect={(_, { optionValue }) => go(optionValue)}
    >
      {found.map((setting) => (
        <Option key={keyOf(setting)} value={keyOf(setting)} text={t(setting.label)} checkIcon={null}>
          <span className={styles.result}>
            {t(setting.label)}
            {setting.area && setting.field && (
              <Caption1 className={styles.place}>{t(`areas.${setting.area}`)}</Caption1>
            )}
          </span>
        </Option>
      ))}
      {found.length === 0 && (
        <Option disabled value="" text="" checkIcon={null}>
          {t('search.nothing')}
        </Option>
      )}
    </Combobox>
  );
};
