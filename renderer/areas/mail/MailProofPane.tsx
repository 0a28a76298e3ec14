import { useTranslation } from 'react-i18next';
import { useClient } from '../../shell/ClientContext.ts';
import { useMay, useMaySomewhere } from '../../shell/useSession.ts';
import { AcceptedNote } from '../proof/AcceptedNote.tsx';
import { LastProof } from '../proof/editor/LastProof.tsx';
import { ProofPane, type ProofPlace } from '../proof/editor/ProofPane.tsx';
import type { ProfileSource } from './profileSource.ts';
import { ProofOptions } from './ProofOptions.tsx';
import type { MailProof } from './useMailProof.ts';
import type { ProfileEditorState } from './useProfileEditor.ts';

type MailProofPaneProps = {
  source: ProfileSource;
  editor: ProfileEditorState;
  proof: MailProof;
  place: ProofPlace;
};

/** The proof of the profile in the form: how far it goes, and to whom. */
export const MailProofPane = ({ source, editor, proof, place }: MailProofPaneProps) => {
  const { t } = useTranslation('mail');
  const { mail } = useClient();
  const { isNew, side, details } = source;
  const mayCreate = useMaySomewhere('mail.create');
  const mayEditThis = useMay('mail.edit', details?.summary.folderId ?? null);
  return (
    <ProofPane
      {...{ editor, proof, place }}
      mayEdit={isNew ? mayCreate : mayEditThis}
      before={
        <LastProof
          summary={side === 'active' ? (details?.summary ?? null) : null}
          isDirty={editor.isDirty}
          none={t('proof.none')}
        />
      }
      note={(run) => <AcceptedNote run={run} />}
      options={<ProofOptions proof={proof} />}
      createReport={mail.createProofReport}
    />
  );
};
