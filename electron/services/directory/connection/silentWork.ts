import { createEvidenceWriter } from '../../proof/evidenceWriter.ts';
import type { StageWork } from '../../proof/stage.ts';

const nothing = (): void => undefined;

/** What a step works with when nobody proves: the same as in a proof, and what it writes is read by nobody. */
export const silentWork = (signal: AbortSignal): StageWork => ({
  signal,
  evidence: createEvidenceWriter((text) => text),
  transcript: { client: nothing, server: nothing, note: nothing },
  ask: nothing,
});
