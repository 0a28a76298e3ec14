import { STATUS_CODES } from 'node:http';
import { failures, type FailureCode } from '../../contract/failures.ts';
import { languageOf } from '../../contract/languages.ts';
import { loadTranslator, type Translate } from '../../locales/translate.ts';
import { failureText, type FieldText } from '../failureText.ts';

/** What goes wrong on `/api`: one of the contract's failures, or something that only this door refuses. */
export type Fault = { status: number; code: string; data?: unknown; allow?: string };

export const problemType = 'application/problem+json';

const isFailureCode = (code: string): code is FailureCode => Object.hasOwn(failures, code);

/** The first language that is asked for (RFC 9110 12.5.4), if it is one of ours. */
const chooseLanguage = (acceptLanguage: string) =>
  languageOf(acceptLanguage.split(/[,;]/)[0]?.trim() ?? '') ?? 'en';

const hasContent = (data: unknown): boolean => Object.keys(data ?? {}).length > 0;

const textOf = (translate: Translate, code: FailureCode, data: unknown) => {
  const { title, advice, fields } = failureText(translate, code, data);
  const fieldLine = ({ path, text }: FieldText): string =>
    path === '' ? text : translate('cli:labelled', { label: path, text });
  // What is the same each time is no detail of this occurrence (RFC 9457 3.1.4); the page of the API has it.
  const detail = fields.length > 0 ? fields.map(fieldLine).join(' ') : advice;
  return { title, ...(hasContent(data) ? { detail } : {}) };
};

const incidentOf = (data: unknown): string | undefined =>
  failures.INTERNAL.data.safeParse(data).data?.incident;

/**
 * A fault as problem details (RFC 9457), with our `code` and `data` beside. `type` leads to the page of the API;
 * `instance` is the incident of the log.
 */
export const problemOf = async (
  { status, code, data, allow = '' }: Fault,
  acceptLanguage = '',
): Promise<string> => {
  const own = { status, code, ...(data === undefined ? {} : { data }) };
  const translate = await loadTranslator(chooseLanguage(acceptLanguage), ['errors', 'fieldErrors', 'cli']);
  if (!isFailureCode(code)) {
    const detail = translate(`errors:door.${code}`, { allow });
    return JSON.stringify({ type: 'about:blank', title: STATUS_CODES[status], detail, ...own });
  }
  const incident = incidentOf(data);
  return JSON.stringify({
    type: `/api/#${code}`,
    ...textOf(translate, code, data),
    ...own,
    ...(incident === undefined ? {} : { instance: `urn:uuid:${incident}` }),
  });
};
