import { describe, expect, it } from 'vitest';
import type { Certificate } from '../../../../electron/contract/proof/evidence.ts';
import { createEvidenceWriter } from '../../../../electron/services/proof/evidenceWriter.ts';
import { shownText } from '../../../../electron/services/proof/shownText.ts';

const mask = (text: string): string => text.replaceAll('hunter22', '[secret]');
const hostile = 'X\u001b[2Jhunter22\u202egnp.exe\u0007';
const shown = 'X\ufffd[2J[secret]\ufffdgnp.exe\ufffd';

const certificate = (names: string[]): Certificate => ({
  ...{ subject: hostile, issuer: hostile, names, serialNumber: '01', fingerprint: 'AB', pem: 'pem' },
  ...{ validFrom: '2026-01-01T00:00:00Z', validTo: '2027-01-01T00:00:00Z', keyType: 'rsa', keyBits: 2_048 },
  ...{ isAuthority: false, selfSigned: true },
});

describe('what a peer said, as evidence', () => {
  it.each([
    ['a fact', shown, hostile],
    ['each part of a fact', [shown, 'plain'], [hostile, 'plain']],
  ])('is made fit to be shown in %s', (_, expected, value) => {
    const writer = createEvidenceWriter(mask);
    writer.fact('extensions', value);
    expect(writer.read().facts.extensions).toEqual(expected);
  });

  it('leaves numbers and truth values as they are', () => {
    const writer = createEvidenceWriter(mask);
    writer.fact('port', 25);
    writer.fact('encrypted', true);
    expect(writer.read().facts).toEqual({ port: 25, encrypted: true });
  });

  it('is limited in length and in number', () => {
    const writer = createEvidenceWriter(mask);
    writer.fact(
      'extensions',
      Array.from({ length: 1_000 }, () => 'x'.repeat(16_000)),
    );
    const { extensions } = writer.read().facts;
    expect(JSON.stringify(extensions).length).toBeLessThan(150_000);
    expect((extensions as string[]).at(-1)).toBe('…');
  });

  it('is made fit to be shown in a certificate, whose PEM stays', () => {
    const writer = createEvidenceWriter(mask);
    writer.certificates([certificate(Array.from({ length: 5_000 }, () => hostile))]);
    const [read] = writer.read().certificates;
    expect(read).toMatchObject({ subject: shown, issuer: shown, pem: 'pem' });
    expect(read?.names[0]).toBe(shown);
    expect(read?.names.length).toBeLessThan(200);
  });
});

describe('a shown text', () => {
  it('is never cut inside a character', () => {
    const cut = shownText('ab😀cd', mask, 4);
    expect(cut).toBe('ab\ufffd…');
    expect(cut.isWellFormed()).toBe(true);
  });
});
