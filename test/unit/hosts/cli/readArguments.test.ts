import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../../electron/hosts/cli/readArguments.ts';
import { UsageError } from '../../../../electron/hosts/cli/usageError.ts';

const faultOf = (...args: string[]): unknown => {
  try {
    return readArguments(args);
  } catch (error) {
    return error instanceof UsageError ? [error.code, error.parameters] : error;
  }
};

describe('the arguments', () => {
  it('are words and options in any order', () => {
    const { words, options } = readArguments([
      '--json',
      'prove',
      '--profile',
      'head office',
      'mail',
      '--to=a@b.example',
    ]);
    expect(words).toEqual(['prove', 'mail']);
    expect([...options]).toEqual([
      ['json', ''],
      ['profile', 'head office'],
      ['to', 'a@b.example'],
    ]);
  });

  it('keep a lone dash and everything behind two dashes as words', () => {
    expect(readArguments(['explain', '-']).words).toEqual(['explain', '-']);
    expect(readArguments(['explain', '--', '--ERR no such user']).words).toEqual([
      'explain',
      '--ERR no such user',
    ]);
  });

  it('keep every value, so that none is silently left out', () => {
    const { repeated } = readArguments(['prove', '--to', 'a@b.example', '--to', 'c@d.example', '--json']);
    expect([...repeated]).toEqual([['to', ['a@b.example', 'c@d.example']]]);
  });

  it('take no option for the value of the one before it', () => {
    const missing = ['missingValue', { option: '--profile', value: 'NAME' }];
    expect(faultOf('--profile', '--json')).toEqual(missing);
    expect(faultOf('--profile', '-h')).toEqual(missing);
    expect(readArguments(['--profile=--json', '--draft', '-']).options).toEqual(
      new Map([
        ['profile', '--json'],
        ['draft', '-'],
      ]),
    );
  });

  it('are refused by name when they cannot be understood', () => {
    expect(faultOf('--password', 'x')).toEqual(['unknownOption', { option: '--password' }]);
    expect(faultOf('-x')).toEqual(['unknownLetter', { option: '-x' }]);
    expect(faultOf('--constructor')).toEqual(['unknownOption', { option: '--constructor' }]);
    expect(faultOf('--untill', 'x')).toEqual([
      'unknownOption',
      { option: '--untill', suggestion: '--until' },
    ]);
    expect(faultOf('--profile')).toEqual(['missingValue', { option: '--profile', value: 'NAME' }]);
    expect(faultOf('--json=yes')).toEqual(['unexpectedValue', { option: '--json' }]);
    expect(faultOf('--until', 'never')).toEqual([
      'badChoice',
      { option: '--until', value: 'never', choices: 'envelope, deliver, arrive' },
    ]);
  });

  it('have a short form of help only', () => {
    expect(readArguments(['-h']).options.has('help')).toBe(true);
  });
});
