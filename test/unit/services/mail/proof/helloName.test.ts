import { describe, expect, it } from 'vitest';
import { helloName } from '../../../../../electron/services/mail/proof/helloName.ts';

describe('the name for EHLO', () => {
  it.each([
    ['relay.corp.example', 'srv1', '10.0.0.9', 'relay.corp.example'],
    ['münchen.example', 'srv1', '10.0.0.9', 'xn--mnchen-3ya.example'],
    ['10.0.0.1', 'srv1', '10.0.0.9', '[10.0.0.1]'],
    [null, 'srv1.corp.example', '10.0.0.9', 'srv1.corp.example'],
    [null, 'srv1', '10.0.0.9', '[10.0.0.9]'],
    [null, 'srv1', 'fd00::9', '[IPv6:fd00::9]'],
    [null, 'srv1', '::ffff:10.0.0.9', '[10.0.0.9]'],
    [null, 'srv 1.corp\r\nMAIL', undefined, '[127.0.0.1]'],
  ])('from %j, machine %j and address %j is %j', (clientName, machineName, localAddress, expected) => {
    expect(helloName({ clientName, machineName, localAddress })).toBe(expected);
  });
});
