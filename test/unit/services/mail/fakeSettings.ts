import { defaultSettings } from '../../../../electron/stores/settings/defaultSettings.ts';
import { fail } from '../../../../electron/contract/failures.ts';
import type { Settings, StoredProfile } from '../../../../electron/stores/settings/settingsSchema.ts';
import type { SaveRequest, SettingsStore } from '../../../../electron/stores/settings/settingsStore.ts';

type UsedPart = Pick<SettingsStore, 'read' | 'save'>;

/** The id of the built-in mailbox that every fresh installation has. */
export const captureId = '00000000-0000-4000-8000-000000000001';

export const captureProfile: StoredProfile = {
  id: captureId,
  folderId: null,
  active: {
    kind: 'capture',
    name: 'Built-in mailbox',
    from: { address: 'console@corp.example', displayName: '' },
    testRecipient: null,
  },
  draft: null,
};

export const freshSettings: Settings = {
  ...defaultSettings,
  revision: 1,
  general: { language: null, theme: 'system', emailAlerts: false, publicUrl: null },
  mail: { defaultProfileId: captureId, profiles: [captureProfile] },
};

/** Settings in memory, with the revision rule of the real store; `failNext` makes the next save fail. */
export const createFakeSettings = (start: Settings = freshSettings) => {
  let current = start;
  let failing: Error | null = null;
  const saves: SaveRequest[] = [];
  const store: UsedPart = {
    read: async () => structuredClone(current),
    save: async (request, change) => {
      if (request.revision !== current.revision) throw fail('CONFLICT', { revision: current.revision });
      if (failing !== null) {
        const error = failing;
        failing = null;
        throw error;
      }
      current = { ...(await change(structuredClone(current))), revision: current.revision + 1 };
      saves.push(request);
      return structuredClone(current);
    },
  };
  return {
    store,
    saves,
    current: () => current,
    replace: (settings: Settings) => (current = settings),
    failNext: (error: Error) => (failing = error),
  };
};
