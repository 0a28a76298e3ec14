import { describe, expect, it } from 'vitest';
import { feedProgram } from '../../../../electron/protocols/machine/feedProgram.ts';

const signal = new AbortController().signal;
const run = (code: string, input: string, until = signal) =>
  feedProgram(process.execPath, ['-e', code], input, until);

describe('a program with an input', () => {
  it('reads all of it and is read to its end', async () => {
    const { exitCode, output } = await run('process.stdin.pipe(process.stdout)', 'Zürich\n'.repeat(10_000));
    expect(exitCode).toBe(0);
    expect(output.toString()).toBe('Zürich\n'.repeat(10_000));
  });

  it('gives what it wrote when it fails, even if it read nothing', async () => {
    const { exitCode, output, faults } = await run(
      'console.log("no"); console.error("why"); process.exitCode = 3; process.stdin.destroy()',
      'x'.repeat(1_000_000),
    );
    expect({ exitCode, said: String(output), why: String(faults) }).toEqual({
      ...{ exitCode: 3, said: 'no\n', why: 'why\n' },
    });
  });

  it('that is not there is the system’s error', async () => {
    await expect(feedProgram('/nowhere/program', [], '', signal)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is ended by the signal, with its reason', async () => {
    const controller = new AbortController();
    const reason = new Error('cancelled');
    const running = run('setInterval(() => undefined, 1000)', '', controller.signal);
    controller.abort(reason);
    await expect(running).rejects.toBe(reason);
  });
});
