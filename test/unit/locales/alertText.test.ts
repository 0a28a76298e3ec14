import { expect, it } from 'vitest';
import { alertAdvice } from '../../../electron/locales/alertText.ts';
import { loadTranslator } from '../../../electron/locales/translate.ts';

it('says the cause of a refusal as a sentence of its own, and nothing where no server was asked', async () => {
  const translate = await loadTranslator('en', ['alerts', 'findings']);
  const cause = translate('findings:wrongCredentials.title');
  const adviceFor = (parameters: Record<string, string>) =>
    alertAdvice(
      { code: 'mailRefused', parameters: { recipient: 'z@corp.example', ...parameters } },
      translate,
    );
  expect(adviceFor({ finding: 'wrongCredentials' })).toBe(`${cause}. ${adviceFor({})}`);
});
