import { expect, it } from 'vitest';
import { stageNames } from '../../../../electron/contract/proof/proof.ts';
import type { CommandName } from '../../../../electron/hosts/cli/commands.ts';
import { helpText } from '../../../../electron/hosts/cli/help.ts';
import { loadTranslator } from '../../../../electron/locales/translate.ts';
import { directoryStageNames } from '../../../../electron/services/directory/proof/directoryStageNames.ts';

const stageLine = async (command: CommandName): Promise<string | undefined> => {
  const lines = (await helpText(await loadTranslator('en', ['cli']), command)).split('\n');
  return lines[lines.findIndex((line) => line.includes('--stage')) + 1];
};

it('names the stages that a command takes, and no others', async () => {
  expect(await stageLine('explain')).toContain(`: ${stageNames.join(', ')}.`);
  expect(await stageLine('proveDirectory')).toContain(`: ${directoryStageNames.join(', ')}.`);
});
