/** Names of what can be wrong with a command line; the texts are `cli:usage.<code>`. */
export type UsageCode =
  | 'badAddress'
  | 'badChoice'
  | 'dataFolderForeign'
  | 'dataFolderOpen'
  | 'dataFolderUnusable'
  | 'fileUnreadable'
  | 'inputTooLong'
  | 'incompleteCommand'
  | 'missingOperation'
  | 'missingPassword'
  | 'missingText'
  | 'missingUser'
  | 'missingValue'
  | 'needsProfileOrDraft'
  | 'needsSavedOrDraft'
  | 'noDirectory'
  | 'noArrivalInDraft'
  | 'noArrivalInProfile'
  | 'noRegularFile'
  | 'noSuchProfile'
  | 'notJson'
  | 'otherEncoding'
  | 'repeatedOption'
  | 'secretInArguments'
  | 'sessionFileOpen'
  | 'tooManyWords'
  | 'unexpectedValue'
  | 'unknownCommand'
  | 'unknownLetter'
  | 'unknownOperation'
  | 'unknownOption';

/** The command line cannot be understood, or what it points to cannot be used. */
export class UsageError extends Error {
  readonly code: UsageCode;
  readonly parameters: Readonly<Record<string, string>>;

  constructor(code: UsageCode, parameters: Readonly<Record<string, string>> = {}, cause?: unknown) {
    super(code, { cause });
    this.name = 'UsageError';
    this.code = code;
    this.parameters = parameters;
  }
}
