import { explain } from '../../services/knowledge/explain.ts';
import type { Implementer } from '../implementer.ts';

export const createKnowledgeOperations = (os: Implementer) => ({
  explainError: os.knowledge.explainError.handler(({ input }) => ({ explanation: explain(input) })),
});
