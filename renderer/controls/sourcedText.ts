import type { UserName } from '../../electron/contract/mail/secret.ts';

/** How the form keeps a text that is typed or comes from a variable of the environment. */
export type SourcedText = { source: 'value' | 'environment'; value: string; name: string };

/** Nothing typed yet. */
export const emptySourcedText: SourcedText = { source: 'value', value: '', name: '' };

/** What the form shows of it. */
export const sourcedTextToForm = (text: UserName): SourcedText =>
  text.source === 'value'
    ? { source: 'value', value: text.value, name: '' }
    : { source: 'environment', value: '', name: text.name };

/** What the form means by it; the contract's schema judges it. */
export const sourcedTextFromForm = ({ source, value, name }: SourcedText): UserName =>
  source === 'value' ? { source, value } : { source, name };
