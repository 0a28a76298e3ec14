import { useState } from 'react';
import type { Preset } from '../../../electron/contract/mail/preset.ts';
import { navigate } from '../../shell/RouteContext.ts';
import { type MailForm, newMailForm } from './form/mailForm.ts';

/** How a new profile begins: its form, and the preset that it was made from. */
export type ProfileStart = { form: MailForm; preset: Preset | null };

/** Begins a new profile. */
export type BeginProfile = (form: MailForm, preset?: Preset | null) => void;

const prefix = 'new-';
const empty: ProfileStart = { form: newMailForm, preset: null };

/**
 * New profiles by their addresses (`new-1`, `new-2` …): each has one of its own, so that beginning another one asks
 * about the unsaved first.
 */
export const useNewProfiles = () => {
  const [starts, setStarts] = useState<readonly ProfileStart[]>([]);
  const begin: BeginProfile = (form, preset = null) => {
    setStarts([...starts, { form, preset }]);
    navigate({ area: 'mail', id: `${prefix}${starts.length + 1}` });
  };
  return {
    begin,
    isNew: (id: string | null) => id?.startsWith(prefix) ?? false,
    startOf: (id: string | null): ProfileStart => starts[Number(id?.slice(prefix.length)) - 1] ?? empty,
  };
};
