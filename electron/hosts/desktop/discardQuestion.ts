import type { BrowserWindow, Dialog } from 'electron';
import type { Language } from '../../contract/languages.ts';
import { loadTranslator } from '../../locales/translate.ts';

export type QuestionParts = {
  dialog: Pick<Dialog, 'showMessageBox'>;
  /** The language that the pages speak. */
  chooseLanguage: () => Promise<Language>;
};

/** Asks whether unsaved changes may be lost, in the words of the page. Enter and Escape keep them. */
export const askToDiscard = async (
  window: BrowserWindow,
  { dialog, chooseLanguage }: QuestionParts,
): Promise<boolean> => {
  const translate = await loadTranslator(await chooseLanguage(), ['shell']);
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: translate('leave.title'),
    detail: translate('leave.consequence'),
    buttons: [translate('leave.stay'), translate('leave.discard')],
    ...{ defaultId: 0, cancelId: 0, noLink: true },
  });
  return response === 1;
};
