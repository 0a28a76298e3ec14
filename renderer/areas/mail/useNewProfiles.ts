import { useEffect, useState } from 'react';
import type { Preset } from '../../../electron/contract/mail/preset.ts';
import { navigate, redirect } from '../../shell/RouteContext.ts';
import type { MailForm } from './form/mailForm.ts';

/** How a new profile begins: its form, and the preset that it was made from. */
export type ProfileStart = { form: MailForm; preset: Preset | null };

/** Begins a new profile; the focus goes to its name. */
export type BeginProfile = (form: MailForm, preset?: Preset | null) => void;

const prefix = 'new-';

/**
 * New profiles by their addresses (`new-<UUID>`): each has one of its own, so that beginning another one asks about the
 * unsaved first. A page that was loaded again no longer knows how they began; such an address leads to Mail.
 */
export const useNewProfiles = (id: string | null) => {
  const [starts, setStarts] = useState<ReadonlyMap<string, ProfileStart>>(new Map());
  const begin: BeginProfile = (form, preset = null) => {
    const newId = `${prefix}${crypto.randomUUID()}`;
    setStarts(new Map([...starts, [newId, { form, preset }]]));
    navigate({ area: 'mail', id: newId, field: 'name' });
  };
  const start = (id !== null && starts.get(id)) || null;
  const isForgotten = start === null && (id?.startsWith(prefix) ?? false);
  useEffect(() => {
    if (isForgotten) redirect({ area: 'mail' });
  }, [isForgotten]);
  return {
    begin,
    /** How the profile at `id` begins; null: it is not a new one. */
    start,
    /** True for the moment in which an address that is no longer known leads away. */
    isForgotten,
  };
};
