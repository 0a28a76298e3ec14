import { describe, expect, it } from 'vitest';
import type {
  Protection,
  Slot,
  SlotKind,
} from '../../../../../electron/contract/security/security.contract.ts';
import {
  addableKinds,
  canBeUsed,
  isRemovable,
  orderedSlots,
  typedKinds,
} from '../../../../../renderer/areas/security/slotActions.ts';

const slot = (kind: SlotKind): Slot => ({
  id: crypto.randomUUID(),
  kind,
  createdAt: '2026-11-21T02:00:00Z',
  detail: '',
});

const protection = (...kinds: SlotKind[]): Protection => ({
  state: 'unlocked',
  slots: kinds.map(slot),
  available: (['operatingSystem', 'passphrase', 'recoveryKey'] as const).filter(
    (kind) => kind === 'operatingSystem' || !kinds.includes(kind),
  ),
  secretCount: 0,
  dataKeyCreatedAt: null,
});

it.each([
  ['unlocked', true],
  ['notCreated', true],
  ['locked', false],
  ['noWayIn', false],
  ['unreadable', false],
] as const)('a vault that is %s can be used: %s', (state, expected) => {
  expect(canBeUsed({ ...protection('keyFile'), state })).toBe(expected);
});

describe('slots', () => {
  it('stand in one order: what opens by itself first', () => {
    const { slots } = protection('recoveryKey', 'keyFile', 'passphrase');
    expect(orderedSlots(slots).map(({ kind }) => kind)).toEqual(['keyFile', 'passphrase', 'recoveryKey']);
  });

  it('can be added when the machine offers them, in the same order', () => {
    const offered = { ...protection('keyFile'), available: ['recoveryKey', 'passphrase'] as SlotKind[] };
    expect(addableKinds(offered)).toEqual(['passphrase', 'recoveryKey']);
  });

  it('can be removed but for the last', () => {
    expect(isRemovable(protection('keyFile', 'passphrase'))).toBe(true);
    expect(isRemovable(protection('keyFile'))).toBe(false);
  });

  it('open a locked vault with what can be typed', () => {
    expect(typedKinds(protection('keyFile', 'recoveryKey'))).toEqual(['recoveryKey']);
    expect(typedKinds(protection('keyFile'))).toEqual([]);
  });
});
