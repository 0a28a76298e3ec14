import type { Rule } from './rule.ts';

/** The pickup folder and the built-in mailbox: codes that the operating system gives for files. */
export const folderRules: readonly Rule[] = [
  {
    code: 'folderMissing',
    when: { systemCode: 'ENOENT' },
    examples: [String.raw`ENOENT: no such file or directory, open 'C:\inetpub\mailroot\Pickup\1.eml'`],
  },
  {
    code: 'folderIsFile',
    when: { systemCode: 'ENOTDIR' },
    examples: ["ENOTDIR: not a directory, open '/srv/pickup/1.eml'"],
  },
  {
    code: 'diskFull',
    when: { systemCode: ['ENOSPC', 'EDQUOT', 'EFBIG'] },
    examples: ['ENOSPC: no space left on device, write'],
  },
  {
    code: 'folderNotWritable',
    when: { systemCode: ['EACCES', 'EPERM', 'EROFS'] },
    examples: [
      String.raw`EACCES: permission denied, open 'C:\inetpub\mailroot\Pickup\1.eml'`,
      "EROFS: read-only file system, open '/srv/pickup/1.eml'",
    ],
  },
  {
    code: 'folderNotReachable',
    when: { systemCode: ['EIO', 'EBUSY', 'ENXIO'] },
    examples: ['EIO: i/o error, write'],
  },
];
