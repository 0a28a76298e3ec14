import { describe, expect, it } from 'vitest';
import { bindName } from '../../../../../electron/services/directory/connection/bindName.ts';

describe('the name of a simple bind', () => {
  it.each([
    'anna@corp.example',
    'CORP\\anna',
    'corp.example\\anna',
    'CN=Anna,DC=corp,DC=example',
    'OU=x,DC=y',
  ])('is left as it is where the directory takes it: %s', (name) => {
    expect(bindName(name, 'corp.example')).toBe(name);
  });

  it('is completed where it is a bare account', () => {
    expect(bindName('svc-console', 'corp.example')).toBe('svc-console@corp.example');
  });
});
