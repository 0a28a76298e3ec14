import type { ProfileKind } from '../../../electron/contract/mail/profile.ts';
import { ArrivalSection } from './sections/ArrivalSection.tsx';
import { FolderSection } from './sections/FolderSection.tsx';
import { MailboxSection } from './sections/MailboxSection.tsx';
import { MoreSection } from './sections/MoreSection.tsx';
import { SenderSection } from './sections/SenderSection.tsx';
import { ServerSection } from './sections/ServerSection.tsx';
import { SignInSection } from './sections/SignInSection.tsx';
import { TrustSection } from './sections/TrustSection.tsx';

/** The sections that a kind of profile needs. */
export const ProfileFields = ({ kind }: { kind: ProfileKind }) => {
  if (kind === 'capture')
    return (
      <>
        <MailboxSection />
        <SenderSection />
      </>
    );
  if (kind === 'pickup')
    return (
      <>
        <FolderSection />
        <SenderSection />
      </>
    );
  return (
    <>
      <ServerSection />
      <SignInSection />
      <SenderSection />
      <TrustSection />
      <ArrivalSection />
      <MoreSection />
    </>
  );
};
