import { explain } from '../../services/knowledge/explain.ts';
import type { Implementer } from '../implementer.ts';

/** Answers the operations of `knowledge`: explaining error texts. Each does what its line in the contract says. */
export const createKnowledgeOperations = (os: Implementer) => ({
  explainError: os.knowledge.explainError.handler(({ input }) => ({ explanation: explain(input) })),
});
