import { describe, expect, it } from 'vitest';
import { jsonLines, runProgram } from './program.ts';

const relaying = '554 5.7.1 <bob@elsewhere.example>: Relay access denied';

describe('explain', () => {
  it('gives cause, remedy and who must act as one JSON object', async () => {
    const { exitCode, output } = await runProgram(['explain', '--json', relaying]);
    const [answer] = jsonLines(output);
    expect(exitCode).toBe(0);
    expect(Object.keys(answer ?? {})).toEqual(['code', 'title', 'cause', 'remedy', 'who', 'permanent']);
    expect(answer).toMatchObject({ who: 'mailAdministrator', permanent: true });
  });

  it('reads a whole bounce from standard input, and words without quotes', async () => {
    const bounce = `Status: 5.7.1\nDiagnostic-Code: smtp; ${relaying}\n`;
    const [fromInput, fromWords] = await Promise.all([
      runProgram(['explain', '--protocol', 'smtp', '--json', '-'], { input: bounce }),
      runProgram(['explain', '--json', ...relaying.split(' ')]),
    ]);
    expect(fromInput.exitCode).toBe(0);
    expect(fromInput.output).toBe(fromWords.output);
  });

  it.each(['en', 'fr', 'de'])('speaks %s', async (language) => {
    const { output } = await runProgram(['explain', relaying], {
      environment: { LANG: `${language}.UTF-8` },
    });
    const lines = output.trim().split('\n');
    expect(lines).toHaveLength(5);
    expect(lines[1]).toMatch(language === 'fr' ? /^[^:]+\u202f: / : /^[^:]+: /);
    expect(lines.at(-1)).toContain('Relay access denied');
  });

  it('says honestly, with 1, what it does not know', async () => {
    const { exitCode, output } = await runProgram(['explain', '--json', 'The dog ate the message.']);
    expect(exitCode).toBe(1);
    expect(jsonLines(output)).toMatchObject([{ code: null, who: null }]);
  });

  it('looks at the beginning of a long log and says so', async () => {
    const { exitCode, output, faults } = await runProgram(['explain', '-'], {
      input: `${relaying}\n`.repeat(100_000),
    });
    expect(exitCode).toBe(0);
    expect(output).toContain('Relay access denied');
    expect(faults).toContain('64 KiB');
  });

  it('touches no data folder', async () => {
    const { exitCode } = await runProgram(['explain', relaying, '--data-dir', '/dev/null/not-a-folder']);
    expect(exitCode).toBe(0);
  });
});
