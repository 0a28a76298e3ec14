import { describe, expect, it } from 'vitest';
import { keyFrom, keyState, readKey } from '../../../../../../renderer/areas/mail/form/signIn/privateKey.ts';
import {
  certificateContent,
  leafOf,
} from '../../../../../../renderer/areas/mail/signIn/certificateContent.ts';
import { emptySecret } from '../../../../../../renderer/controls/secretForm.ts';

const pem = (text: string) => `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`;

describe('a file with a certificate', () => {
  it('is sent as it is when it is PEM, else in base64', () => {
    expect(certificateContent(new TextEncoder().encode(pem('AAAA')))).toBe(pem('AAAA'));
    expect(certificateContent(new Uint8Array([0x30, 0x82, 0x01]))).toBe('MIIB');
  });

  it('shows the application’s own certificate of a chain', () => {
    expect(leafOf(pem('AAAA') + pem('BBBB')).trim()).toBe(pem('AAAA').trim());
    expect(leafOf('no certificate')).toBe('');
  });
});

describe('its private key', () => {
  it('is written anew to where such a key is kept, and goes along when that changes', () => {
    const read = readKey({ ...emptySecret, source: 'environment', name: 'KEY' }, 'PEM');
    expect(read).toMatchObject({ source: 'vault', secret: { action: 'set', value: 'PEM' } });
    expect(keyFrom(read, 'insecure')).toMatchObject({ source: 'insecure', secret: { value: 'PEM' } });
    expect(keyState(read)).toBe('read');
  });

  it('may stay where it is stored, and is missing elsewhere', () => {
    const stored = {
      ...emptySecret,
      storedIn: 'vault' as const,
      secret: { action: 'keep' as const, value: '' },
    };
    expect(keyState(stored)).toBe('stored');
    expect(keyState(keyFrom(stored, 'insecure'))).toBe('missing');
    expect(keyState(keyFrom(keyFrom(stored, 'insecure'), 'vault'))).toBe('stored');
  });
});
