import { fail } from '../../contract/failures.ts';
import { readCertificateText } from '../../protocols/tls/readCertificate.ts';
import { type DetectionParts, detectSettings } from '../../services/mail/detection/detectSettings.ts';
import { readClientCertificate } from '../../services/oauth/readClientCertificate.ts';
import { presets } from '../../services/mail/presets.ts';
import type { ProfileAccess } from '../../services/mail/profiles/profileAccess.ts';
import type { MailUser } from '../../services/mail/profiles/profileDemands.ts';
import { actorOf } from '../actorOf.ts';
import type { HandlerContext } from '../callContext.ts';
import type { Implementer } from '../implementer.ts';
import { noteSaved } from '../noteSaved.ts';
import { signalOf } from '../signalOf.ts';

export type MailServices = { access: ProfileAccess; detection: DetectionParts };

/** Gives the mail address of a user; null: none is known. */
export type FindAddress = (userId: string) => Promise<string | null>;

const createUserOf =
  (findAddress: FindAddress) =>
  (context: HandlerContext): MailUser => {
    const { userId, held } = actorOf(context);
    return {
      ...{ name: context.user, held, note: context.note },
      findAddress: async () => (userId === null ? null : findAddress(userId)),
    };
  };

const readCertificate = (pem: string) => {
  const read = readCertificateText(pem);
  if (read) return read;
  throw fail('INVALID_INPUT', { issues: [{ path: ['pem'], code: 'certificate', parameters: {} }] });
};

/** PEM is text; PKCS#12 comes in base64. */
const certificateBytes = (content: string): Buffer =>
  content.includes('-----BEGIN') ? Buffer.from(content) : Buffer.from(content, 'base64');

/** Answers the operations of `mail` from its services; failures are theirs. */
export const createMailOperations = (
  os: Implementer,
  { access, detection }: MailServices,
  findAddress: FindAddress,
) => {
  const userOf = createUserOf(findAddress);
  return {
    listProfiles: os.mail.listProfiles.handler(({ context }) => access.listProfiles(userOf(context))),
    getProfile: os.mail.getProfile.handler(({ input, context }) =>
      access.getProfile(input.id, userOf(context)),
    ),
    saveProfile: os.mail.saveProfile.handler(({ input, context }) =>
      noteSaved(context, access.saveProfile(input, userOf(context))),
    ),
    discardDraft: os.mail.discardDraft.handler(({ input, context }) =>
      noteSaved(context, access.discardDraft(input, userOf(context))),
    ),
    removeProfile: os.mail.removeProfile.handler(({ input, context }) =>
      noteSaved(context, access.removeProfile(input, userOf(context))),
    ),
    moveProfile: os.mail.moveProfile.handler(({ input, context }) =>
      noteSaved(context, access.moveProfile(input, userOf(context))),
    ),
    setDefaultProfile: os.mail.setDefaultProfile.handler(({ input, context }) =>
      noteSaved(context, access.setDefaultProfile(input, userOf(context))),
    ),
    proveProfile: os.mail.proveProfile.handler(({ input, context, signal }) =>
      access.proveProfile(input, userOf(context), signalOf(signal)),
    ),
    createProofReport: os.mail.createProofReport.handler(({ input, context }) =>
      access.createProofReport(input, userOf(context)),
    ),
    listEndings: os.mail.listEndings.handler(({ context }) => access.listEndings(userOf(context))),
    listPresets: os.mail.listPresets.handler(() => ({ presets: [...presets] })),
    detectSettings: os.mail.detectSettings.handler(({ input }) => detectSettings(input.address, detection)),
    readClientCertificate: os.mail.readClientCertificate.handler(({ input, signal }) =>
      readClientCertificate(
        certificateBytes(input.content),
        input.passphrase,
        { content: ['content'], passphrase: ['passphrase'] },
        signalOf(signal),
      ),
    ),
    signOut: os.mail.signOut.handler(({ input, context }) => access.signOut(input.id, userOf(context))),
    readCertificate: os.mail.readCertificate.handler(({ input }) => readCertificate(input.pem)),
  };
};
