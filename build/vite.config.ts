import { readFileSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite';

const root = path.resolve(import.meta.dirname, '..');
const from = (file: string): string => path.join(root, file);

/**
 * One program outside the page, bundled with everything it needs but Electron, Node and native modules: it starts
 * from one file, and its packages need not be shipped.
 */
const program = (
  name: string,
  entry: string,
  threads: readonly string[] = [],
  format: 'es' | 'cjs' = 'es',
): EnvironmentOptions => ({
  consumer: 'server',
  resolve: { noExternal: true, external: ['electron', '@node-rs/argon2'] },
  build: {
    outDir: from(`out/${name}`),
    emptyOutDir: true,
    copyPublicDir: false,
    ssr: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: [from(entry), ...threads.map(from)],
      external: ['electron', '@node-rs/argon2', /^node:/],
      output: {
        format,
        entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
        /** Beside the threads, which are looked for beside the file that starts them. */
        chunkFileNames: '[name]-[hash].js',
      },
    },
  },
});

/** Threads beside the desktop program, the loopback door and the command line. */
const threads = [
  'electron/stores/database/sqliteWorker.ts',
  'electron/protocols/oauth/clientCertificateWorker.ts',
];

/** Puts files that a program reads while it runs beside it, under their own names. */
const besidePrograms = (files: readonly string[]): Plugin => ({
  name: 'beside-programs',
  applyToEnvironment: ({ name }) => ['main', 'server', 'cli'].includes(name),
  generateBundle() {
    for (const file of files)
      this.emitFile({ type: 'asset', fileName: path.basename(file), source: readFileSync(from(file)) });
  },
});

/**
 * What two pages or more share is two files: split by which pages share it, it is a hundred, and asking for them takes
 * longer than reading what another page needs.
 */
const sharedByPages = [
  { name: 'packages', test: /node_modules/, minShareCount: 2, priority: 2 },
  { name: 'shared', minShareCount: 2, priority: 1 },
];

/** `vite build --app --config build/vite.config.ts` writes the pages and every program to `out/`. */
export default defineConfig({
  root: from('renderer'),
  base: '/',
  plugins: [react(), besidePrograms(['electron/protocols/outlook/outlook.ps1'])],
  environments: {
    client: {
      build: {
        ...{ outDir: from('out/renderer'), emptyOutDir: true, target: 'chrome140' },
        /** In kB: the file of all packages is large on purpose. */
        chunkSizeWarningLimit: 1_000,
        rolldownOptions: { output: { codeSplitting: { groups: sharedByPages } } },
      },
    },
    main: program('main', 'electron/main.ts', threads),
    server: program('server', 'electron/server.ts', threads),
    cli: program('cli', 'electron/cli.ts', threads),
    /** A sandboxed preload cannot be an ES module. */
    preload: program('preload', 'electron/preload/preload.ts', [], 'cjs'),
  },
  builder: {
    async buildApp(builder) {
      for (const environment of Object.values(builder.environments))
        if (environment.name !== 'ssr') await builder.build(environment);
    },
  },
});
