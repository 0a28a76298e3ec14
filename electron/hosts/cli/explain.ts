import { explainInputSchema, type Explanation } from '../../contract/knowledge/knowledge.contract.ts';
import { loadTranslator, type Translate } from '../../locales/translate.ts';
import { explain as explainText } from '../../services/knowledge/explain.ts';
import type { Command, Invocation } from './command.ts';
import { exitCodes } from './exitCode.ts';
import { findingLines, wordFinding } from './findingText.ts';
import { UsageError } from './usageError.ts';

const longestText = 65_536;

const readText = async ({ words, terminal }: Invocation): Promise<string> => {
  const given = words.length === 1 && words[0] === '-' ? await terminal.readInput() : words.join(' ');
  if (given.trim() === '') throw new UsageError('missingText');
  return given.slice(0, longestText);
};

const unknown = (translate: Translate) => ({
  code: null,
  title: translate('cli:explain.unknown'),
  cause: null,
  remedy: translate('cli:explain.unknownRemedy'),
  who: null,
  permanent: null,
});

const lines = (translate: Translate, explanation: Explanation | null): string[] =>
  explanation
    ? [
        ...findingLines(translate, explanation.finding),
        translate('cli:explain.matched', { matched: explanation.matched }),
      ]
    : [translate('cli:explain.unknown'), translate('cli:explain.unknownRemedy')];

/** `explain`: what an error means, what to do and who must do it; needs no data folder. */
export const explain: Command = async (invocation) => {
  const { options, language, terminal } = invocation;
  const input = explainInputSchema.parse({
    text: await readText(invocation),
    protocol: options.get('protocol') ?? null,
    stage: options.get('stage') ?? null,
  });
  const explanation = explainText(input);
  const translate = await loadTranslator(language, ['cli', 'proof', 'findings']);
  if (options.has('json'))
    terminal.print(
      JSON.stringify(explanation ? wordFinding(translate, explanation.finding) : unknown(translate)),
    );
  else for (const line of lines(translate, explanation)) terminal.print(line);
  return explanation ? exitCodes.passed : exitCodes.failed;
};
