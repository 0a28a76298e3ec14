import type { Rule } from './rule.ts';

/** The pickup folder and the built-in mailbox: codes that the operating system gives for files. */
export const folderRules: readonly Rule[] = [
  {
    code: 'folderMissing',
    when: { systemCode: 'ENOENT', protocol: 'file' },
    examples: [String.raw`ENOENT: no such file or directory, open 'C:\inetpub\mailroot\Pickup\1.eml'`],
  },
  {
    code: 'folderIsFile',
    when: { systemCode: 'ENOTDIR', protocol: 'file' },
    examples: ["ENOTDIR: not a directory, open '/srv/pickup/1.eml'"],
  },
  {
    code: 'diskFull',
    when: { systemCode: ['ENOSPC', 'EDQUOT', 'EFBIG'], protocol: 'file' },
    examples: ["ENOSPC: no space left on device, open '/srv/pickup/1.eml'"],
  },
  {
    code: 'folderNotWritable',
    when: { systemCode: ['EACCES', 'EPERM', 'EROFS'], protocol: 'file' },
    examples: [
      String.raw`EACCES: permission denied, open 'C:\inetpub\mailroot\Pickup\1.eml'`,
      "EROFS: read-only file system, open '/srv/pickup/1.eml'",
    ],
  },
  {
    code: 'folderNotReachable',
    when: { systemCode: ['EIO', 'EBUSY', 'ENXIO'], protocol: 'file' },
    examples: ["EIO: i/o error, open '/srv/pickup/1.eml'"],
  },
];
