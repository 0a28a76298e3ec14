import type { Tone } from '../../controls/StateBadge.tsx';

const tones: Partial<Record<string, Tone>> = {
  done: 'good',
  success: 'good',
  mustChange: 'good',
  passwordExpired: 'good',
  CANCELLED: 'none',
  CONFLICT: 'warning',
  INVALID_INPUT: 'warning',
};

/** How grave a result of the audit looks. */
export const resultTone = (result: string): Tone => tones[result] ?? 'bad';
