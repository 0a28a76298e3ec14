import { describe, expect, it } from 'vitest';
import { languages } from '../../../../../electron/contract/languages.ts';
import type { Finding } from '../../../../../electron/contract/proof/finding.ts';
import type { StageResult } from '../../../../../electron/contract/proof/proof.ts';
import { loadTranslator } from '../../../../../electron/locales/translate.ts';
import { createProofReports } from '../../../../../electron/services/proof/report/proofReport.ts';
import type { LoggedProof } from '../../../../../electron/services/proof/proofLog.ts';

const finding: Finding = {
  code: 'relayDenied',
  severity: 'error',
  who: 'mailAdministrator',
  permanent: true,
  parameters: { host: 'mail.corp.example' },
  changes: [],
  command: 'Test-NetConnection mail.corp.example -Port 2587',
};

const stage = (changes: Partial<StageResult>): StageResult => ({
  stage: 'connect',
  status: 'passed',
  durationMs: 12.34,
  evidence: { replies: [], facts: {}, certificates: [] },
  finding: null,
  ...changes,
});

const proof: LoggedProof = {
  proofId: '00000000-0000-4000-8000-000000000009',
  startedAt: '2026-11-20T14:02:33.000Z',
  by: 'anna',
  profileId: null,
  profileName: 'Relais « Zürich » <b>',
  target: 'mail.corp.example:25',
  outcome: 'failed',
  fingerprint: 'f00d',
  durationMs: 1234.5,
  stages: [
    stage({
      evidence: { replies: [], facts: { port: 2587, addresses: ['10.0.0.1', '::1'] }, certificates: [] },
    }),
    stage({
      stage: 'envelope',
      status: 'failed',
      finding,
      evidence: {
        replies: [
          {
            command: 'RCPT TO',
            code: 554,
            enhanced: '5.7.1',
            text: '<img src=x onerror=alert(1)>: Relay access denied',
          },
        ],
        facts: { encrypted: false },
        certificates: [],
      },
    }),
    stage({ stage: 'deliver', status: 'skipped' }),
  ],
  transcript: [
    { stage: 'envelope', atMs: 3, direction: 'server', text: '554 5.7.1 <script>steal()</script>' },
  ],
};

/** The texts of the findings are somebody else's: here each one is its own key. */
const loadTexts: typeof loadTranslator = async (language) => {
  const translate = await loadTranslator(language, ['report', 'proof', 'directory']);
  return (key, parameters) => (key.startsWith('findings:') ? key : translate(key, parameters));
};

const report = createProofReports({
  area: 'mail',
  find: (id) => (id === proof.proofId ? proof : null),
  loadTexts,
});

describe('the report of a proof', () => {
  it.each(languages)('says stage, cause, remedy and who in %s, every text found', async (language) => {
    const { content } = await report({ proofId: proof.proofId, format: 'html', language });
    for (const text of [
      'findings:relayDenied.cause',
      'findings:relayDenied.remedy',
      'Test-NetConnection',
      '2587',
      '10.0.0.1\n::1',
    ])
      expect(content).toContain(text);
    expect(content).toContain(`lang="${language}"`);
    const shown = content.replace(/<style>.*<\/style>|<[^>]*>/gs, '');
    expect(shown).not.toMatch(/\b(?:facts|stages|statuses|actors|outcomes|certificate)\.\w/);
  });

  it('runs nothing and loads nothing, whatever the server said', async () => {
    const { content } = await report({ proofId: proof.proofId, format: 'html', language: 'fr' });
    expect(content).not.toMatch(/<(?:script|img|link|iframe|b>»)/i);
    expect(content).toContain('&lt;script&gt;steal()&lt;/script&gt;');
    expect(content).toContain("default-src 'none'");
    expect(content).toContain('Relais « Zürich » &lt;b&gt;');
  });

  it('has a file name that every system takes', async () => {
    const { fileName } = await report({ proofId: proof.proofId, format: 'html', language: 'de' });
    expect(fileName).toBe('proof-relais-zurich-b-2026-11-20T14-02.html');
  });

  it('is the same for programs as JSON', async () => {
    const { content, mediaType } = await report({ proofId: proof.proofId, format: 'json', language: 'en' });
    expect(mediaType).toBe('application/json');
    expect(JSON.parse(content)).toMatchObject({
      outcome: 'failed',
      stages: [{}, { finding: { code: 'relayDenied', cause: 'findings:relayDenied.cause' } }, {}],
    });
  });

  it('is there only for proofs of this program', async () => {
    const unknown = {
      proofId: '00000000-0000-4000-8000-00000000000a',
      format: 'html',
      language: 'en',
    } as const;
    await expect(report(unknown)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('says of a directory which controller each stage is about, and of trusts why they are silent', async () => {
    const about: LoggedProof = {
      ...proof,
      ...{ profileName: 'corp.example', target: '' },
      stages: [
        stage({
          ...{ stage: 'trusts', controller: 'dc1.corp.example' },
          evidence: {
            ...{ replies: [], certificates: [] },
            facts: {
              trusts: ['partner.example · PARTNER · forest · bidirectional · domainRecordsMissing'],
              signing: 'notTold',
            },
          },
        }),
      ],
    };
    const report = createProofReports({ area: 'directory', find: () => about, loadTexts: loadTranslator });
    const texts = await loadTranslator('de', ['proof', 'findings', 'report']);
    const { content } = await report({ proofId: about.proofId, format: 'html', language: 'de' });
    expect(content).toContain(texts('report:subject.directory'));
    expect(content).toContain('dc1.corp.example');
    expect(content).toContain(texts('findings:domainRecordsMissing.title'));
    expect(content).toContain(texts('proof:demands.notTold'));
  });
});
