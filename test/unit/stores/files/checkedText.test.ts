import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import {
  DamagedText,
  fromCheckedText,
  toCheckedText,
} from '../../../../electron/stores/files/checkedText.ts';

const faultOf = (text: string): string => {
  try {
    fromCheckedText(text);
    return 'none';
  } catch (error) {
    if (error instanceof DamagedText) return error.reason;
    throw error;
  }
};

describe('a checked text', () => {
  it('gives back any JSON that was put into it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const expected: unknown = JSON.parse(JSON.stringify({ value }));
        expect(fromCheckedText(toCheckedText({ value })).content).toEqual(expected);
      }),
    );
  });

  it('notices an edit, and blanks that mean nothing in JSON', () => {
    const text = toCheckedText({ port: 25 });
    expect(faultOf(text)).toBe('none');
    expect(faultOf(text.replace('25', '26'))).toBe('checksum');
    expect(faultOf(`${text}\n`)).toBe('checksum');
  });

  it('notices bytes that are no UTF-8 beside a real U+FFFD', () => {
    const bytes = Buffer.from(toCheckedText({ name: 'é\uFFFD' }));
    const index = bytes.indexOf(0xc3);
    bytes[index] = 0xff;
    expect(faultOf(bytes.toString('utf8'))).not.toBe('none');
  });

  it('says where JSON breaks without quoting it', () => {
    const broken = '{\n"password": "planted"\n"port": 25}';
    try {
      fromCheckedText(broken);
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({ reason: 'syntax', detail: 'line 3 column 1' });
      expect(String(error)).not.toContain('planted');
    }
  });

  it('takes a file without its checksum line as edited on purpose', () => {
    const [brace, , ...rest] = toCheckedText({ port: 25 }).split('\n');
    expect(fromCheckedText([brace, ...rest].join('\n'))).toEqual({
      content: { port: 25 },
      hasChecksum: false,
    });
  });
});
