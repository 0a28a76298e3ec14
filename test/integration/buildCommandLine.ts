import path from 'node:path';
import { createBuilder } from 'vite';

/** Builds the command line as it is shipped: tests start it hundreds of times, each in half the time of its sources. */
export const setup = async (): Promise<void> => {
  const configFile = path.resolve(import.meta.dirname, '../../build/vite.config.ts');
  const builder = await createBuilder({ configFile, logLevel: 'error' });
  const { cli } = builder.environments;
  if (cli === undefined) throw new Error('The build knows no command line.');
  await builder.build(cli);
};
