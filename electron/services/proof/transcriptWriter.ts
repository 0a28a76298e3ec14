import type { StageName, TranscriptLine } from '../../contract/proof/proof.ts';
import { type Mask, shownText } from './shownText.ts';

const maximumText = 1_024;
/** A whole proof needs some fifty lines; a server that talks without end is cut short. */
const maximumLines = 1_000;

/** Writes down the dialogue of a proof, one line a call. */
export type TranscriptWriter = {
  client(text: string): void;
  server(text: string): void;
  /** What neither side said: addresses, protocols, numbers. No sentences. */
  note(text: string): void;
};

/** Which stage speaks, and of which controller, as events have it. */
export type StageLabel = { stage: StageName; controller?: string };

type TranscriptParts = {
  mask: Mask;
  /** Milliseconds since the proof started. */
  elapsed: () => number;
  emit: (line: TranscriptLine) => void;
};

/** Starts the transcript of a proof; gives the writer of each stage. It ends with `…` after 1,000 lines. */
export const createTranscript = ({ mask, elapsed, emit }: TranscriptParts) => {
  let lines = 0;
  const write = (about: StageLabel, direction: TranscriptLine['direction'], text: string): void => {
    lines += 1;
    if (lines > maximumLines) return;
    const shown = lines === maximumLines ? '…' : shownText(text.replaceAll('\n', ' '), mask, maximumText);
    emit({ ...about, atMs: elapsed(), direction, text: shown });
  };
  return (about: StageLabel): TranscriptWriter => ({
    client: (text) => write(about, 'client', text),
    server: (text) => write(about, 'server', text),
    note: (text) => write(about, 'note', text),
  });
};
