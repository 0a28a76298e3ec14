import { areas } from './route.ts';

export type ShortcutName = 'search' | 'save' | 'cancel' | 'refresh' | 'nextPane' | 'help' | `area${number}`;

export type Shortcut = {
  name: ShortcutName;
  /** Their English names: `Ctrl+E`. */
  keys: string;
};

/** The keys of an area by its place: `Alt+1` for the first, `Alt+0` for the tenth. */
export const areaKeys = (index: number): string => `Alt+${(index + 1) % 10}`;

/** Every key of the console, in the order in which the overview lists them. */
export const shortcuts: readonly Shortcut[] = [
  { name: 'search', keys: 'Ctrl+E' },
  { name: 'save', keys: 'Ctrl+S' },
  { name: 'cancel', keys: 'Esc' },
  { name: 'refresh', keys: 'F5' },
  { name: 'nextPane', keys: 'F6' },
  ...areas.map((_, index): Shortcut => ({ name: `area${index + 1}`, keys: areaKeys(index) })),
  { name: 'help', keys: '?' },
];

/** The keys of a shortcut, by their English names. */
export const keysOf = (name: ShortcutName): string =>
  shortcuts.find((shortcut) => shortcut.name === name)?.keys ?? '';

type Keystroke = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>;

const strokeOf = ({ key, ctrlKey, altKey, metaKey }: Keystroke): string =>
  [
    ctrlKey || metaKey ? 'Ctrl' : '',
    altKey ? 'Alt' : '',
    key === 'Escape' ? 'Esc' : key.length === 1 ? key.toUpperCase() : key,
  ]
    .filter(Boolean)
    .join('+');

/** The shortcut that a keystroke means; in a text field a plain character is text. */
export const shortcutOf = (stroke: Keystroke, inText: boolean): ShortcutName | null => {
  const keys = strokeOf(stroke);
  if (inText && keys.length === 1) return null;
  return shortcuts.find((shortcut) => shortcut.keys === keys)?.name ?? null;
};
