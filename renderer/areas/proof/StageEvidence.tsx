import { useTranslation } from 'react-i18next';
import type { FactName } from '../../../electron/contract/proof/evidence.ts';
import type { StageResult, TranscriptLine } from '../../../electron/contract/proof/proof.ts';
import { CertificateTree } from '../../controls/CertificateTree.tsx';
import { Disclosure } from '../../controls/Disclosure.tsx';
import { FactsTable } from '../../controls/FactsTable.tsx';
import { ServerWords } from '../../controls/ServerWords.tsx';
import { isSameLine, lineOf } from './stageState.ts';
import { ExtensionTable } from './ExtensionTable.tsx';
import { Transcript } from './Transcript.tsx';

const inTables: readonly FactName[] = ['extensions', 'extensionsBeforeTls'];

type StageEvidenceProps = { result: StageResult; transcript: readonly TranscriptLine[] };

/** What a stage saw: the server's words, the certificates, what was offered, measured facts, the dialogue. */
export const StageEvidence = ({ result, transcript }: StageEvidenceProps) => {
  const { t } = useTranslation('proof');
  const { replies, facts, certificates } = result.evidence;
  const lines = transcript.filter((line) => isSameLine(lineOf(line), lineOf(result)));
  const hasFacts = Object.keys(facts).some((name) => !inTables.includes(name as FactName));
  return (
    <div>
      {replies.length > 0 && (
        <Disclosure title={t('evidence.words')}>
          <ServerWords replies={replies} />
        </Disclosure>
      )}
      {certificates.length > 0 && (
        <Disclosure title={t('evidence.certificates')}>
          <CertificateTree chain={certificates} />
        </Disclosure>
      )}
      {facts.extensionsBeforeTls && (
        <Disclosure title={t('facts.extensionsBeforeTls')}>
          <ExtensionTable extensions={facts.extensionsBeforeTls} />
        </Disclosure>
      )}
      {facts.extensions && (
        <Disclosure title={t('facts.extensions')}>
          <ExtensionTable extensions={facts.extensions} />
        </Disclosure>
      )}
      {hasFacts && (
        <Disclosure title={t('evidence.facts')}>
          <FactsTable facts={facts} without={inTables} />
        </Disclosure>
      )}
      {lines.length > 0 && (
        <Disclosure title={t('evidence.dialogue')}>
          <Transcript lines={lines} />
        </Disclosure>
      )}
    </div>
  );
};
