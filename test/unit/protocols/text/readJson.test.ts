import { describe, expect, it } from 'vitest';
import { readJson, readJsonObject } from '../../../../electron/protocols/text/readJson.ts';

describe('a JSON text', () => {
  it.each([
    ['{"a":[1]}', { a: [1] }],
    ['\uFEFF{"a":1}', { a: 1 }],
    [' null\n', null],
    ['"words"', 'words'],
    ['', undefined],
    ['<html>', undefined],
    ['{"a":1', undefined],
    ['{"a":1} {}', undefined],
  ])('%j gives its value, or undefined', (text, value) => {
    expect(readJson(text)).toEqual(value);
  });

  it.each([
    ['\uFEFF{"a":1}', { a: 1 }],
    ['[1]', null],
    ['null', null],
    ['1', null],
    ['no JSON', null],
  ])('%j is of use only where it is an object', (text, value) => {
    expect(readJsonObject(text)).toEqual(value);
  });
});
