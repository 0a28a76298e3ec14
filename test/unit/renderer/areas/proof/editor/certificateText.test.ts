import { describe, expect, it } from 'vitest';
import { certificateText } from '../../../../../../renderer/areas/proof/editor/certificateText.ts';

describe('certificateText', () => {
  it('leaves PEM as it is', () => {
    const pem = '-----BEGIN CERTIFICATE-----\nAQID\n-----END CERTIFICATE-----\n';
    expect(certificateText(new TextEncoder().encode(pem))).toBe(pem);
  });

  it('reads PEM in UTF-16, as Windows PowerShell writes it', () => {
    const pem = '-----BEGIN CERTIFICATE-----\nAQID\n-----END CERTIFICATE-----\n';
    expect(certificateText(Buffer.from(`\ufeff${pem}`, 'utf16le'))).toBe(pem);
  });

  it('wraps DER, as Windows writes .cer files, in lines of 64', () => {
    const bytes = Uint8Array.from({ length: 100 }, (_, index) => 255 - index);
    const [first, ...lines] = certificateText(bytes).trimEnd().split('\n');
    expect(first).toBe('-----BEGIN CERTIFICATE-----');
    expect(lines[0]).toHaveLength(64);
    expect(Buffer.from(lines.slice(0, -1).join(''), 'base64')).toEqual(Buffer.from(bytes));
  });
});
