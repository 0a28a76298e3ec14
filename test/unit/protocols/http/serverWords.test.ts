import { describe, expect, it } from 'vitest';
import { hideSecrets, serverWords } from '../../../../electron/protocols/http/serverWords.ts';

describe('what a server says in a body that nobody expects', () => {
  it.each([
    ['', ''],
    [' EWS  is\r\ndisabled ', 'EWS is disabled'],
    ['<html><head><title>\n Sign\n in </title></head><body>more</body></html>', 'Sign in'],
    ['<!DOCTYPE html><html><body>no title</body></html>', ''],
    ['x'.repeat(1_000), 'x'.repeat(300)],
  ])('%j is told as %j', (text, words) => {
    expect(serverWords(text, [])).toBe(words);
  });

  it('never has a secret', () => {
    expect(serverWords('no: s3cret and s3cret', ['s3cret'])).toBe('no: *** and ***');
    expect(hideSecrets('nothing', [''])).toBe('nothing');
  });
});
