import { describe, expect, it } from 'vitest';
import { runProgram } from './program.ts';

const relaying = '554 5.7.1 Relay access denied';

describe('the command line', () => {
  it('says how it is used when nothing is asked, as a fault', async () => {
    const { exitCode, output, faults } = await runProgram([]);
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
    for (const command of ['prove mail', 'send test', 'explain', 'call']) expect(faults).toContain(command);
  });

  it.each([
    ['en', 'Usage:'],
    ['fr', 'Utilisation'],
    ['de', 'Aufruf:'],
  ])('has its help in %s', async (language, word) => {
    const byOption = await runProgram(['--help', '--language', language]);
    const byEnvironment = await runProgram(['prove', 'mail', '-h'], {
      environment: { LC_ALL: `${language}_CH.UTF-8` },
    });
    expect([byOption.exitCode, byEnvironment.exitCode]).toEqual([0, 0]);
    expect(byOption.output).toContain(word);
    expect(byEnvironment.output).toContain(word);
    expect(byEnvironment.output).toContain('--until envelope|deliver|arrive');
  });

  it('tells its version', async () => {
    const { exitCode, output } = await runProgram(['--version']);
    expect(exitCode).toBe(0);
    expect(output).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it.each([
    [['frobnicate'], 'frobnicate'],
    [['prove'], 'prove mail'],
    [['prove', 'mial'], 'prove mail'],
    [['explian', relaying], 'explain'],
    [['explain', '-ERR authentication failed'], 'explain -- '],
    [['prove', 'mail', '--draft', 'a', '--jsn'], '--json'],
    [['prove', 'mail', '--profile', '--json'], 'NAME'],
    [['prove', 'mail', '--profile', 'a', '--to', 'b@c.example,d@e.example'], 'b@c.example,d@e.example'],
    [['prove', 'mail', '--profile', 'a', '--to', 'b@c.example', '--to', 'd@e.example'], '--to'],
    [['prove', 'mail'], '--profile'],
    [['prove', 'mail', '--profile', 'a', '--draft', 'b'], '--draft'],
    [['prove', 'mail', '--profile', 'a', '--until', 'never'], 'never'],
    [['prove', 'mail', '--profile', 'a', '--input', '{}'], '--input'],
    [['prove', 'mail', '--draft', '/does/not/exist.json'], '/does/not/exist.json'],
    [['prove', 'mail', '--profile', 'a', 'extra', 'words'], 'extra words'],
    [['send', 'test', '--profile', 'a', 'extra'], 'extra'],
    [['explain'], '-'],
    [['explain', '--protocol', 'telepathy', 'x'], 'telepathy'],
    [['call'], 'mail.listProfiles'],
    [['call', 'mail.listProfiles', 'extra'], 'extra'],
    [['call', 'mail.listProfiles', '--data-dir', import.meta.filename], import.meta.filename],
    [['call', 'mail.listProfiles', '--input', '{'], 'JSON'],
  ])('refuses %j with 2 and names what is wrong', async (args, named) => {
    const { exitCode, output, faults } = await runProgram(args, {
      environment: { RELAY_CONSOLE_DATA: '/nonexistent/never-made' },
    });
    expect({ exitCode, output }).toEqual({ exitCode: 2, output: '' });
    expect(faults).toContain(named);
    expect(faults).not.toMatch(/^\s+at /m);
  });
});
