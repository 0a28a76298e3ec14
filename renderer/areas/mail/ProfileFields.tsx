import type { ReactNode } from 'react';
import type { ProfileKind } from '../../../electron/contract/mail/profile.ts';
import { ArrivalSection } from './sections/ArrivalSection.tsx';
import { ExchangeSection } from './sections/ExchangeSection.tsx';
import { FolderSection } from './sections/FolderSection.tsx';
import { GraphSection } from './sections/GraphSection.tsx';
import { MailboxSection } from './sections/MailboxSection.tsx';
import { MoreSection } from './sections/MoreSection.tsx';
import { OutlookSection } from './sections/OutlookSection.tsx';
import { SenderSection } from './sections/SenderSection.tsx';
import { ServerSection } from './sections/ServerSection.tsx';
import { SignInSection } from './sections/SignInSection.tsx';
import { TrustSection } from './sections/TrustSection.tsx';

/** In the order in which they are filled in; keys, so that what a section of the same name has unfolded stays so. */
const sections: Readonly<Record<ProfileKind, readonly ReactNode[]>> = {
  smtp: [
    <ServerSection key="server" />,
    <SignInSection key="signIn" />,
    <SenderSection key="sender" />,
    <TrustSection key="trust" />,
    <ArrivalSection key="arrival" />,
    <MoreSection key="more" />,
  ],
  microsoft365: [
    <GraphSection key="server" />,
    <SenderSection key="sender" />,
    <SignInSection key="signIn" />,
    <TrustSection key="trust" />,
    <MoreSection key="more" />,
  ],
  exchange: [
    <ExchangeSection key="server" />,
    <SignInSection key="signIn" />,
    <SenderSection key="sender" />,
    <TrustSection key="trust" />,
    <MoreSection key="more" />,
  ],
  outlook: [<OutlookSection key="server" />, <SenderSection key="sender" />, <MoreSection key="more" />],
  pickup: [<FolderSection key="server" />, <SenderSection key="sender" />],
  capture: [<MailboxSection key="server" />, <SenderSection key="sender" />],
};

/** The sections that a kind of profile needs. */
export const ProfileFields = ({ kind }: { kind: ProfileKind }) => sections[kind];
