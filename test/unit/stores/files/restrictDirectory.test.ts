import { expect, it } from 'vitest';
import { restrictDirectory } from '../../../../electron/stores/files/restrictDirectory.ts';

type Started = { program: string; args: readonly string[] };

const fakeSystem = (platform: NodeJS.Platform, refuse = false) => {
  const started: Started[] = [];
  const run = async (program: string, args: readonly string[]) => {
    started.push({ program, args });
    if (refuse) throw new Error('icacls: Access is denied.');
    return '';
  };
  const environment = { SystemRoot: String.raw`D:\Windows` };
  return { started, parts: { platform, environment, userId: undefined, run } };
};

// Never run on Windows itself: what is shown here is what would be started there.
it('leaves the data directory to the system, the administrators and the owner on Windows', async () => {
  const { started, parts } = fakeSystem('win32');
  await restrictDirectory(String.raw`C:\ProgramData\Relay Console`, parts);
  expect(started).toEqual([
    {
      program: String.raw`D:\Windows\System32\icacls.exe`,
      args: [
        String.raw`C:\ProgramData\Relay Console`,
        '/inheritance:r',
        '/grant:r',
        '*S-1-5-18:(OI)(CI)F',
        '*S-1-5-32-544:(OI)(CI)F',
        '*S-1-3-4:(OI)(CI)F',
      ],
    },
  ]);
});

it('reports that icacls refused', async () => {
  const { parts } = fakeSystem('win32', true);
  await expect(restrictDirectory('C:\\data', parts)).rejects.toThrow('Access is denied');
});
