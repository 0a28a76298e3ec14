import type { z } from 'zod';
import type { SettingsHealth } from '../../contract/settings/settings.contract.ts';

type Reason = Extract<SettingsHealth, { state: 'unreadable' }>['reason'];

/** Why the settings file cannot be used. `detail` is a place, a number or a system code, never a value from the file. */
export class SettingsFault extends Error {
  readonly reason: Reason;
  readonly detail: string;

  constructor(reason: Reason, detail: string, cause?: unknown) {
    super(`Settings: ${reason} ${detail}`, { cause });
    this.reason = reason;
    this.detail = detail;
  }
}

/** The setting keys that do not fit, a few of them: enough to find the place. */
export const schemaFault = (error: z.ZodError): SettingsFault =>
  new SettingsFault(
    'schema',
    error.issues
      .slice(0, 3)
      .map(({ path }) => path.join('.'))
      .join(', '),
  );
