import { describe, expect, it } from 'vitest';
import { isPublicUrl } from '../../../electron/contract/settings/publicUrl.ts';

describe('the address of the console in mails', () => {
  it.each([
    'https://console.corp.example',
    'https://console.corp.example:8443/relay/',
    'http://127.0.0.1:8080/',
  ])('is %s', (value) => {
    expect(isPublicUrl(value)).toBe(true);
  });

  it.each([
    'http://console.corp.example/',
    'http://127.0.0.1.evil.example/',
    'http://127.0.0.1:8080@evil.example/',
    'https://user:secret@console.corp.example/',
    'https://console.corp.example/?next=1',
    'https://console.corp.example/#top',
    'https://console.corp.example:99999/',
    'javascript:alert(1)',
    'console.corp.example',
  ])('is not %s', (value) => {
    expect(isPublicUrl(value)).toBe(false);
  });
});
