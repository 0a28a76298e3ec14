import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Browser, Page } from '@playwright/test';
import { launchBrowser } from './launchBrowser.ts';
import { median } from './median.ts';

/**
 * A median in ms, from the start of the process, beside its floor: the same moment of a bare Node server with a page
 * of one heading, in the same browser. `ratio`: the one divided by the other.
 */
export type StartFigures = { moment: string; runs: number; medianMs: number; floorMs: number; ratio: number };

const root = path.resolve(import.meta.dirname, '../..');
const blankServer = `
  const server = require('node:http').createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html').end('<!doctype html><title>blank</title><h1>blank</h1>');
  });
  server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port + '/'));`;

type Started = { startedAt: number; link: string; linkMs: number; end(): Promise<void> };

const now = (): number => performance.timeOrigin + performance.now();

/** Starts a program and waits for the first address in its output. */
const startUntilLink = async (command: string, args: string[], folder = root): Promise<Started> => {
  const startedAt = now();
  const child = spawn(command, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface(child.stdout)) {
    const link = /http:\/\/\S+/.exec(line)?.[0];
    if (link === undefined) continue;
    const end = async (): Promise<void> => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    };
    return { startedAt, link, linkMs: now() - startedAt, end };
  }
  throw new Error(`${command} ${args.join(' ')} printed no link`);
};

const paintName = 'first-contentful-paint';

/** Moments in the page, in ms since the epoch. */
const readMoments = async (page: Page, resource: string): Promise<{ paint: number; answer: number }> => {
  await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, paintName);
  return page.evaluate(
    ([name, part]) => {
      const resources = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
      const answers = resources
        .filter((entry) => entry.name.includes(part))
        .map((entry) => entry.responseEnd);
      const paints = performance.getEntriesByName(name).map(({ startTime }) => startTime);
      const first = (times: number[]): number => performance.timeOrigin + Math.min(...times);
      return { paint: first(paints), answer: first(answers) };
    },
    [paintName, resource] as const,
  );
};

const showOnce = async (browser: Browser, command: string, args: string[], resource?: string) => {
  const { startedAt, link, linkMs, end } = await startUntilLink(command, args);
  const context = await browser.newContext();
  const page = await context.newPage();
  const answered = resource ? page.waitForResponse((response) => response.url().includes(resource)) : null;
  await page.goto(link);
  await (await answered)?.finished();
  const { paint, answer } = await readMoments(page, resource ?? '');
  await context.close();
  await end();
  return { linkMs, paintMs: paint - startedAt, answerMs: answer - startedAt };
};

/** The project without its build, in a folder of its own. */
const copyProject = (): string => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'relay-console-bench-'));
  for (const name of ['package.json', 'tsconfig.json', 'electron', 'renderer', 'build'])
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  return folder;
};

const measureNpmStart = async (data: string): Promise<{ withBuild: number; built: number[] }> => {
  const folder = copyProject();
  const args = ['build/start.ts', '--link-only', '--data-dir', data];
  const times: number[] = [];
  for (let run = 0; run < 6; run += 1) {
    const started = await startUntilLink(process.execPath, args, folder);
    await started.end();
    times.push(started.linkMs);
  }
  rmSync(folder, { recursive: true });
  const [withBuild = Number.NaN, ...built] = times;
  return { withBuild, built };
};

/** Measures how soon the console is there. Needs `out/` and Chromium. */
export const measureStart = async (runs = 10): Promise<StartFigures[]> => {
  const data = mkdtempSync(path.join(os.tmpdir(), 'relay-console-bench-data-'));
  const browser = await launchBrowser();
  const opened: Awaited<ReturnType<typeof showOnce>>[] = [];
  const blank: Awaited<ReturnType<typeof showOnce>>[] = [];
  const server = ['out/server/server.js', '--data-dir', data];
  for (let run = 0; run < runs; run += 1) {
    opened.push(await showOnce(browser, process.execPath, server, '/rpc/'));
    blank.push(await showOnce(browser, process.execPath, ['-e', blankServer]));
  }
  await browser.close();
  const npmStart = await measureNpmStart(data);
  rmSync(data, { recursive: true });
  const floor = {
    linkMs: median(blank.map(({ linkMs }) => linkMs)),
    paintMs: median(blank.map(({ paintMs }) => paintMs)),
  };
  const figure = (moment: string, times: readonly number[], floorMs: number): StartFigures => {
    const medianMs = median(times);
    return { moment, runs: times.length, medianMs, floorMs, ratio: medianMs / floorMs };
  };
  return [
    figure(
      'link printed',
      opened.map(({ linkMs }) => linkMs),
      floor.linkMs,
    ),
    figure(
      'first page painted',
      opened.map(({ paintMs }) => paintMs),
      floor.paintMs,
    ),
    figure(
      'first operation answered',
      opened.map(({ answerMs }) => answerMs),
      floor.paintMs,
    ),
    figure('npm start, link printed', npmStart.built, floor.linkMs),
    figure('cold npm start with its build, link printed', [npmStart.withBuild], floor.linkMs),
  ];
};
