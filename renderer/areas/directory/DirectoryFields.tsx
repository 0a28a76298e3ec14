import { ConnectionSection } from './sections/ConnectionSection.tsx';
import { DomainSection } from './sections/DomainSection.tsx';
import { IdentitySection } from './sections/IdentitySection.tsx';
import { MoreSection } from './sections/MoreSection.tsx';
import { UseSection } from './sections/UseSection.tsx';

/** Every field of the directory under its heading. */
export const DirectoryFields = () => (
  <>
    <DomainSection />
    <ConnectionSection />
    <IdentitySection />
    <UseSection />
    <MoreSection />
  </>
);
