import { describe, expect, it } from 'vitest';
import { makeFinding } from '../../../../../electron/services/knowledge/makeFinding.ts';
import { withIgnoredProxy, writeWay } from '../../../../../electron/services/mail/proof/proxyWay.ts';
import { createEvidenceWriter } from '../../../../../electron/services/proof/evidenceWriter.ts';

const proxy = { host: 'proxy', port: 8080, credential: { userName: 'anna', password: 'geheim' } };
const script = 'AutoConfigURL=http://wpad/wpad.dat';
const direct = { proxy: null, ignored: [script] };

describe('the way to a web service', () => {
  it.each([
    [{ proxy, ignored: [] }, { proxy: 'proxy:8080' }],
    [direct, { proxyIgnored: [script] }],
    [{ proxy: null, ignored: [] }, {}],
  ])('is a fact: %j', (way, facts) => {
    const evidence = createEvidenceWriter((text) => text);
    writeWay(way, evidence);
    expect(evidence.read().facts).toEqual(facts);
  });

  it.each(['hostNotFound', 'connectionTimedOut', 'oauthProviderUnreachable'] as const)(
    'may be why nobody was reached: %s',
    (code) => {
      const finding = makeFinding(code, { host: 'login.example.test', port: '443' });
      const { proxyIgnored, ...others } = withIgnoredProxy(finding, direct).parameters;
      expect(proxyIgnored).toBe(script);
      expect(others).toEqual(finding.parameters);
    },
  );

  it('is no matter where somebody answered, or where nothing was left aside', () => {
    const refused = makeFinding('clientSecretWrong', {});
    expect(withIgnoredProxy(refused, direct)).toEqual(refused);
    const silent = makeFinding('connectionTimedOut', {});
    expect(withIgnoredProxy(silent, { proxy, ignored: [] })).toEqual(silent);
  });
});
