import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';

const root = path.join(import.meta.dirname, '../../..');

/**
 * One of the programs beside this file as a single file with its code compiled beforehand: it starts in a third of the
 * time, which counts when it is started a thousand times. Call `remove` when it is no longer needed.
 */
export const bundleProgram = async (name: string) => {
  const outDir = path.join(root, 'test-results', `program-${randomUUID()}`);
  await build({
    ...{ root, configFile: false, logLevel: 'error' },
    ssr: { noExternal: true },
    build: {
      ...{ ssr: path.join(import.meta.dirname, `${name}.ts`), outDir, target: 'node24' },
      rolldownOptions: { external: [/^node:/, '@node-rs/argon2'] },
    },
  });
  const file = path.join(outDir, `${name}.js`);
  const environment = { ...process.env, NODE_COMPILE_CACHE: path.join(outDir, 'compiled') };
  execFileSync(process.execPath, ['--eval', `import(${JSON.stringify(file)})`], {
    env: environment,
    cwd: root,
  });
  return { file, environment, remove: () => rmSync(outDir, { recursive: true, force: true }) };
};
