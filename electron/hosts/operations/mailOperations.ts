import { fail } from '../../contract/failures.ts';
import { readCertificateText } from '../../protocols/tls/readCertificate.ts';
import { type DetectionParts, detectSettings } from '../../services/mail/detection/detectSettings.ts';
import { presets } from '../../services/mail/presets.ts';
import type { ProveProfile } from '../../services/mail/profileProving.ts';
import type { ProfileService } from '../../services/mail/profiles/profileService.ts';
import type { CreateProofReport } from '../../services/mail/report/proofReport.ts';
import type { Implementer } from '../implementer.ts';

export type MailServices = {
  profiles: ProfileService;
  proveProfile: ProveProfile;
  createProofReport: CreateProofReport;
  detection: DetectionParts;
};

const readCertificate = (pem: string) => {
  const read = readCertificateText(pem);
  if (read) return read;
  throw fail('INVALID_INPUT', { issues: [{ path: ['pem'], code: 'certificate', parameters: {} }] });
};

/** Answers the operations of `mail` from its services; failures are theirs. */
export const createMailOperations = (
  os: Implementer,
  { profiles, proveProfile, createProofReport, detection }: MailServices,
) => ({
  listProfiles: os.mail.listProfiles.handler(() => profiles.listProfiles()),
  getProfile: os.mail.getProfile.handler(({ input }) => profiles.getProfile(input.id)),
  saveProfile: os.mail.saveProfile.handler(({ input, context }) => profiles.saveProfile(input, context.user)),
  discardDraft: os.mail.discardDraft.handler(({ input, context }) =>
    profiles.discardDraft(input, context.user),
  ),
  removeProfile: os.mail.removeProfile.handler(({ input, context }) =>
    profiles.removeProfile(input, context.user),
  ),
  setDefaultProfile: os.mail.setDefaultProfile.handler(({ input, context }) =>
    profiles.setDefaultProfile(input, context.user),
  ),
  proveProfile: os.mail.proveProfile.handler(({ input, context, signal }) =>
    proveProfile(input, context.user, signal ?? new AbortController().signal),
  ),
  createProofReport: os.mail.createProofReport.handler(({ input }) => createProofReport(input)),
  listPresets: os.mail.listPresets.handler(() => ({ presets: [...presets] })),
  detectSettings: os.mail.detectSettings.handler(({ input }) => detectSettings(input.address, detection)),
  readCertificate: os.mail.readCertificate.handler(({ input }) => readCertificate(input.pem)),
});
