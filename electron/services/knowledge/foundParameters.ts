import type { FindingCode } from './findingTable.ts';
import type { CloudRefusal } from './symptom.ts';

/** What a finding's text may name and the words of the error tell: where it stands is the first group. */
const places: Partial<Record<FindingCode, Readonly<Record<string, RegExp>>>> = {
  oauthClockWrong: {
    serverTime: /\bCurrent time: ?(\d[\dT:/ -]{9,20}(?:\.\d{1,7})?(?:Z| ?[AP]M)?)/i,
  },
  oauthRedirectNotRegistered: {
    redirectUri: /\bredirect[ _]ur[il](?: \(or reply URL\))?(?:=| |: ?)'?(https?:\/\/[^\s'"<>]{1,200})/i,
  },
  oauthRefused: {
    error:
      /\b(AADSTS\d{4,8})\b|\berror(?:Code|_code)?\\?["']?\s?[:=]\s?\\?["']?([a-z]{2,20}(?:_[a-z]{1,20}){1,5})\b/i,
  },
};

/** Particulars of a finding that stand in the text that it rests on. */
export const parametersInText = (code: FindingCode, text: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(places[code] ?? {}).flatMap(([name, pattern]) => {
      const match = pattern.exec(text);
      const value = match?.[1] ?? match?.[2];
      return value === undefined ? [] : [[name, value.trim()]];
    }),
  );

const errorOf = ({ errorNo, error, status }: CloudRefusal): string | null => {
  if (errorNo) return `AADSTS${String(errorNo)}`;
  return error || (status ? `HTTP ${String(status)}` : null);
};

/** The same of a refusal that was received. */
export const parametersOfRefusal = (refusal: CloudRefusal): Record<string, string> => {
  const error = errorOf(refusal);
  return { ...(error ? { error } : {}), ...(refusal.hresult ? { hresult: refusal.hresult } : {}) };
};
