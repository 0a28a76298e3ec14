import type { Finding, FormChange } from '../../contract/proof/finding.ts';
import { type Mask, shownText } from './shownText.ts';

const maximumParameter = 1_024;

/**
 * A finding as it may be shown. A peer may have said what its texts name (mechanisms, names of a certificate): each is
 * masked, freed of control characters and limited in length.
 */
export const shownFinding = (finding: Finding, mask: Mask): Finding => {
  const text = (value: string): string => shownText(value, mask, maximumParameter);
  const shownChange = (change: FormChange): FormChange =>
    change.change === 'trustCertificate' ? { ...change, subject: text(change.subject) } : change;
  return {
    ...finding,
    ...(finding.command === undefined ? {} : { command: text(finding.command) }),
    parameters: Object.fromEntries(
      Object.entries(finding.parameters).map(([name, value]) => [name, text(value)]),
    ),
    changes: finding.changes.map(shownChange),
  };
};
