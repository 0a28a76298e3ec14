export type JsonPath = (string | number)[];

export type JsonScan = {
  /** Where the text stops to be JSON, counted from 1, the column in UTF-16 code units; null: it is JSON. */
  fault: { line: number; column: number } | null;
  /** The first name that an object has a second time (RFC 8259, 4: what that means is open); null: there is none. */
  repeated: JsonPath | null;
};

/** What a token may be: a first value or name may also be none, where the object or array is empty. */
type Awaited = 'value' | 'firstValue' | 'name' | 'firstName' | 'colon' | 'next';
/** An object or array that is not closed yet, and which of its values is read. */
type Opened = { names: Set<string> | null; step: string | number };

const blank = /[\t\n\r ]*/y;
/** RFC 8259, 3, 6 and 7; a string whose second group is empty does not end. */
const token =
  /("[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*("?))|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:]/y;

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at;
  return pattern.exec(text);
};

const afterValueStart = (first: string): Awaited => {
  if (first === '{') return 'firstName';
  return first === '[' ? 'firstValue' : 'next';
};

/** What may follow a value: the end of what holds it, or a comma. */
const afterValue = (first: string, inner: Opened | undefined): Awaited | null => {
  if (!inner) return null;
  if (first === ',') return inner.names ? 'name' : 'value';
  return first === (inner.names ? '}' : ']') ? 'next' : null;
};

/** What comes after a token that begins with `first`; null: it may not stand here. */
const follow = (awaited: Awaited, first: string, inner: Opened | undefined): Awaited | null => {
  if (awaited === 'next') return afterValue(first, inner);
  if (awaited === 'colon') return first === ':' ? 'value' : null;
  if (awaited === 'firstName' && first === '}') return 'next';
  if (awaited === 'firstValue' && first === ']') return 'next';
  if (awaited === 'name' || awaited === 'firstName') return first === '"' ? 'colon' : null;
  return ',:]}'.includes(first) ? null : afterValueStart(first);
};

/** Keeps what is open, and tells whether a name stands there a second time. */
const enter = (opened: Opened[], awaited: Awaited, part: string): boolean => {
  const inner = opened.at(-1);
  if (part === '{') opened.push({ names: new Set(), step: '' });
  else if (part === '[') opened.push({ names: null, step: 0 });
  else if (part === '}' || part === ']') opened.pop();
  else if (part === ',' && typeof inner?.step === 'number') inner.step += 1;
  if (!inner?.names || (awaited !== 'name' && awaited !== 'firstName') || part === '}') return false;
  const name = String(JSON.parse(part));
  const isRepeated = inner.names.has(name);
  inner.names.add(name);
  inner.step = name;
  return isRepeated;
};

const read = (text: string): { stopped: number | null; repeated: JsonPath | null } => {
  const opened: Opened[] = [];
  let awaited: Awaited = 'value';
  let repeated: JsonPath | null = null;
  let at = 0;
  for (;;) {
    at += matchAt(blank, text, at)?.[0].length ?? 0;
    const found = matchAt(token, text, at);
    if (!found) break;
    const [part, string, end] = found;
    const next = follow(awaited, part.charAt(0), opened.at(-1));
    if (next === null) return { stopped: at, repeated };
    at += part.length;
    if (string !== undefined && end === '') return { stopped: at, repeated };
    if (enter(opened, awaited, part)) repeated ??= opened.map(({ step }) => step);
    awaited = next;
  }
  const isWhole = at === text.length && awaited === 'next' && opened.length === 0;
  return { stopped: isWhole ? null : at, repeated };
};

const placeOf = (text: string, at: number): NonNullable<JsonScan['fault']> => {
  const lines = text.slice(0, at).split(/\r\n?|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
};

/** Tells of a text what `readJson` keeps to itself: where it stops to be JSON, and which name would be read over. */
export const scanJson = (text: string): JsonScan => {
  const own = text.replace(/^\uFEFF/, '');
  const { stopped, repeated } = read(own);
  return { fault: stopped === null ? null : placeOf(own, stopped), repeated };
};
