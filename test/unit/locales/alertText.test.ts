import { expect, it } from 'vitest';
import { alertAdvice, alertTitle } from '../../../electron/locales/alertText.ts';
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

it('names a secret that ends in words', async () => {
  const translate = await loadTranslator('en', ['alerts', 'findings']);
  const parameters = { profile: 'head-office', credential: 'clientSecret', count: 14, date: '2026-12-06' };
  const title = alertTitle({ code: 'credentialExpiring', parameters }, translate);
  expect(title).toContain(translate('alerts:credentials.clientSecret'));
  expect(title).not.toContain('clientSecret');
});
