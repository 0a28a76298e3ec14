import { stageNames } from '../../contract/proof/proof.ts';
import { directoryStageNames } from '../../services/directory/proof/directoryStageNames.ts';
import type { CommandEntry } from './command.ts';

/** Every command; what it does is `cli:commands.<name>` in the locale files. */
export const commands = {
  proveMail: {
    words: ['prove', 'mail'],
    usage: 'prove mail (--profile NAME | --draft FILE)',
    operands: 0,
    options: ['profile', 'draft', 'to', 'until', 'user', 'json'],
    load: async () => (await import('./proveMail.ts')).proveMail,
  },
  proveDirectory: {
    words: ['prove', 'directory'],
    usage: 'prove directory (--saved | --draft FILE)',
    operands: 0,
    options: ['saved', 'draft', 'stage', 'user', 'json'],
    repeatable: ['stage'],
    choices: { stage: directoryStageNames },
    meanings: { draft: 'directoryDraft', stage: 'directoryStage', user: 'directoryUser' },
    load: async () => (await import('./proveDirectory.ts')).proveDirectory,
  },
  sendTest: {
    words: ['send', 'test'],
    usage: 'send test (--profile NAME | --draft FILE)',
    operands: 0,
    options: ['profile', 'draft', 'to', 'user', 'json'],
    load: async () => (await import('./sendTest.ts')).sendTest,
  },
  explain: {
    words: ['explain'],
    usage: 'explain TEXT|-',
    operands: Infinity,
    options: ['protocol', 'stage', 'json'],
    choices: { stage: stageNames },
    load: async () => (await import('./explain.ts')).explain,
  },
  watch: {
    words: ['watch'],
    usage: 'watch',
    operands: 0,
    options: ['user', 'json'],
    load: async () => (await import('./watch.ts')).watch,
  },
  radar: {
    words: ['radar'],
    usage: 'radar',
    operands: 0,
    options: ['user', 'json'],
    load: async () => (await import('./radar.ts')).radar,
  },
  call: {
    words: ['call'],
    usage: 'call OPERATION',
    operands: 1,
    options: ['input', 'user', 'json'],
    load: async () => (await import('./callOperation.ts')).callOperation,
  },
  signIn: {
    words: ['sign-in'],
    usage: 'sign-in (--user NAME | --windows)',
    operands: 0,
    options: ['user', 'windows'],
    load: async () => (await import('./signIn.ts')).signIn,
  },
  signOut: {
    words: ['sign-out'],
    usage: 'sign-out',
    operands: 0,
    options: [],
    load: async () => (await import('./signOut.ts')).signOut,
  },
} as const satisfies Record<string, CommandEntry>;

export type CommandName = keyof typeof commands;

export const commandNames = Object.keys(commands) as CommandName[];

/** The entry of a command. */
export const commandOf = (name: CommandName): CommandEntry => commands[name];
