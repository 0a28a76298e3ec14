import {
  type ExplainInput,
  explainInputSchema,
  type Explanation,
  explainProtocols,
} from '../../contract/knowledge/knowledge.contract.ts';
import { loadTranslator, type Translate } from '../../locales/translate.ts';
import { explain as explainText } from '../../services/knowledge/explain.ts';
import { stageNames } from '../../contract/proof/proof.ts';
import { chosen } from './chosen.ts';
import type { Command, Invocation } from './command.ts';
import { exitCodes } from './exitCode.ts';
import { findingLines, wordFinding } from './findingText.ts';
import { readBeginning } from './readGivenText.ts';
import { UsageError } from './usageError.ts';

/** In bytes of a source, and in characters of arguments. */
const longestText = 65_536;

const beginningOf = (text: string) => ({
  text: text.slice(0, longestText),
  isWhole: text.length <= longestText,
});

const readText = async (invocation: Invocation, translate: Translate): Promise<string> => {
  const given = invocation.words.join(' ');
  const { text, isWhole } =
    given === '-' ? await readBeginning('-', invocation, longestText) : beginningOf(given);
  if (text.trim() === '') throw new UsageError('missingText');
  if (!isWhole) invocation.terminal.complain(translate('cli:explain.onlyBeginning'));
  return text;
};

/** Naming the protocol helps where it was not named. */
const unknownRemedy = (translate: Translate, { protocol }: ExplainInput): string => {
  const remedy = translate('cli:explain.unknownRemedy');
  if (protocol !== null) return remedy;
  return `${remedy} ${translate('cli:explain.nameProtocol', { choices: explainProtocols.join(', ') })}`;
};

const unknown = (translate: Translate, input: ExplainInput) => ({
  code: null,
  title: translate('cli:explain.unknown'),
  cause: null,
  remedy: unknownRemedy(translate, input),
  who: null,
  permanent: null,
});

const lines = (translate: Translate, input: ExplainInput, explanation: Explanation | null): string[] =>
  explanation
    ? [
        ...findingLines(translate, explanation.finding),
        translate('cli:explain.matched', { matched: explanation.matched }),
      ]
    : [translate('cli:explain.unknown'), unknownRemedy(translate, input)];

/** `explain`: what an error means, what to do and who must do it; needs no data folder. */
export const explain: Command = async (invocation) => {
  const { options, language, terminal } = invocation;
  const translate = await loadTranslator(language, ['cli', 'proof', 'findings']);
  const stage = options.get('stage');
  const input = explainInputSchema.parse({
    text: await readText(invocation, translate),
    protocol: options.get('protocol') ?? null,
    stage: stage === undefined ? null : chosen('stage', stage, stageNames),
  });
  const explanation = explainText(input);
  if (options.has('json'))
    terminal.print(
      JSON.stringify(explanation ? wordFinding(translate, explanation.finding) : unknown(translate, input)),
    );
  else for (const line of lines(translate, input, explanation)) terminal.print(line);
  return explanation ? exitCodes.passed : exitCodes.failed;
};
