import { describe, expect, it } from 'vitest';
import { explain } from '../../../../electron/services/knowledge/explain.ts';
import { findingTable } from '../../../../electron/services/knowledge/findingTable.ts';
import { recordFigure } from '../../../integration/stores/recordFigure.ts';
import { type HeldOutError, inputOf, readErrors, readNothings } from './heldOut/heldOutText.ts';

/** Claim no cause: they say only whether trying again helps. */
const withoutCause = ['replyTemporary', 'replyPermanent'];

const judge = (error: HeldOutError) => {
  const finding = explain(inputOf(error))?.finding;
  const code = finding?.code ?? null;
  const isRight = error.codes.some((right) => right === code);
  const isTrue = isRight || error.lessExact?.some((right) => right === code);
  const isClaim = code !== null && !withoutCause.includes(code);
  return {
    shown: [code, error.codes.join(' or '), inputOf(error).text.slice(0, 200)],
    isRight,
    isClaim,
    isWrong: isClaim && !isTrue,
    isWrongActor: isRight && !error.who.some((actor) => actor === finding?.who),
    isWrongOutlook: isRight && error.permanent !== null && error.permanent !== finding?.permanent,
  };
};

const sets = [
  'providers',
  'serverLogs',
  'clientsAndTls',
  'bounces',
  'secondSet',
  'thirdSet',
  'directorySet',
  'directorySecondSet',
  'cloudSet',
  'cloudSecondSet',
];

describe.each(sets)('texts that the rules were not made from: %s', (name) => {
  const errors = readErrors(name);
  const judged = errors.map(judge);
  const shown = (what: 'isWrong' | 'isWrongActor' | 'isWrongOutlook') =>
    judged.filter((one) => one[what]).map((one) => one.shown);

  it('lead to no wrong cause', () => {
    expect(shown('isWrong')).toEqual([]);
  });

  it('name somebody who can act', () => {
    expect(shown('isWrongActor')).toEqual([]);
  });

  it('say rightly whether it lasts', () => {
    expect(shown('isWrongOutlook')).toEqual([]);
  });

  it('are nearly all explained', () => {
    const right = judged.filter(({ isRight }) => isRight).length;
    const claims = judged.filter(({ isClaim }) => isClaim).length;
    const precision = 1 - shown('isWrong').length / claims;
    recordFigure(`explain-${name}`, { texts: errors.length, recall: right / errors.length, precision });
    expect(right / errors.length).toBeGreaterThan(0.85);
  });

  it('are judged in codes that exist', () => {
    const codes = errors.flatMap((error) => [...error.codes, ...(error.lessExact ?? [])]);
    expect(codes.filter((code) => !(code in findingTable))).toEqual([]);
  });
});

describe('texts that are no error of mail or of a directory', () => {
  const inputs = readNothings().map(inputOf);

  it('are not explained', () => {
    const claims = inputs.flatMap((input) => {
      const code = explain(input)?.finding.code;
      return code === undefined ? [] : [[code, input.text.slice(0, 200)]];
    });
    recordFigure('explain-nothing', { texts: inputs.length, claims: claims.length });
    expect(claims).toEqual([]);
  });
});
