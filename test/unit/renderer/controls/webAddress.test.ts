import { expect, it } from 'vitest';
import { isWebAddress } from '../../../../renderer/controls/webAddress.ts';

it('leads to web pages only, whatever a server calls an address', () => {
  expect(isWebAddress('https://microsoft.com/devicelogin')).toBe(true);
  expect(isWebAddress('http://localhost:8080/device')).toBe(true);
  expect(isWebAddress('javascript:alert(1)')).toBe(false);
  expect(isWebAddress('data:text/html,x')).toBe(false);
  expect(isWebAddress('microsoft.com/devicelogin')).toBe(false);
});
