import { describe, expect, it } from 'vitest';
import { remedyText } from '../../../../electron/contract/proof/remedyText.ts';
import { languages } from '../../../../electron/contract/languages.ts';
import { loadTranslator } from '../../../../electron/locales/translate.ts';

const parameters = { host: 'login.example.test', port: '443' };

describe.each(languages)('what to do, in %s', (language) => {
  it('is one text for most findings', async () => {
    const say = await loadTranslator(language, ['findings', 'proof']);
    const remedy = say('findings:connectionTimedOut.remedy', parameters);
    expect(remedyText({ code: 'connectionTimedOut', parameters }, say)).toBe(remedy);
  });

  it('names a setting for a proxy that was not followed, and the server', async () => {
    const say = await loadTranslator(language, ['findings', 'proof']);
    const proxyIgnored = 'AutoConfigURL=http://wpad/wpad.dat';
    const text = remedyText({ code: 'connectionTimedOut', parameters: { ...parameters, proxyIgnored } }, say);
    expect(text).toContain(say('findings:connectionTimedOut.remedy', parameters));
    expect(text).not.toContain(say('proof:finding.proxyWanted'));
    for (const part of [proxyIgnored, 'HTTPS_PROXY=http://', 'login.example.test', '443'])
      expect(text).toContain(part);
  });

  it.each(['providerUnreachable', 'providerNotResolved'])(
    'tells how a proxy is set where a provider is out of reach, unless one is set: %s',
    async (code) => {
      const say = await loadTranslator(language, ['findings', 'proof']);
      const wanted = say('proof:finding.proxyWanted');
      expect(wanted).toMatch(/HTTPS_PROXY=http:\/\/\w+:PORT/);
      expect(remedyText({ code, parameters }, say).endsWith(wanted)).toBe(true);
      const proxyIgnored = 'HTTPS_PROXY=socks5://proxy:1080';
      const text = remedyText({ code, parameters: { ...parameters, proxyIgnored } }, say);
      expect(text).not.toContain(wanted);
      expect(text.match(/HTTPS_PROXY=http/g)).toHaveLength(1);
    },
  );
});
