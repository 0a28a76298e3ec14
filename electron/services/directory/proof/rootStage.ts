import type { Finding } from '../../../contract/proof/finding.ts';
import type { RootDse } from '../../../protocols/ldap/rootDse.ts';
import { makeFinding } from '../../knowledge/makeFinding.ts';
import type { EvidenceWriter } from '../../proof/evidenceWriter.ts';
import type { ResolvedDirectory } from '../resolvedDirectory.ts';
import { foreignRoot } from '../connection/foreignRoot.ts';
import type { RunControllerStage } from './directoryStage.ts';
import { namedOtherwise } from './namedOtherwise.ts';

/** Windows Server 2008 R2 (MS-ADTS 6.1.4.2): older levels are no longer supported. */
const oldestLevel = 4;

const writeDown = (root: RootDse, evidence: EvidenceWriter): void => {
  const { domainFunctionality, forestFunctionality, controllerFunctionality } = root;
  const levels = [domainFunctionality, forestFunctionality, controllerFunctionality];
  if (root.dnsHostName !== null) evidence.fact('controllerName', root.dnsHostName);
  if (root.vendorName !== null) evidence.fact('software', root.vendorName);
  evidence.fact('namingContexts', [...root.namingContexts]);
  evidence.fact(
    'functionalLevels',
    levels.map((level) => String(level ?? '-')),
  );
  evidence.fact('mechanisms', [...root.supportedSaslMechanisms]);
  if (root.isGlobalCatalogReady !== null) evidence.fact('globalCatalogReady', root.isGlobalCatalogReady);
  if (root.isSynchronized !== null) evidence.fact('synchronized', root.isSynchronized);
};

const judge = (root: RootDse, directory: ResolvedDirectory, host: string): Finding | null => {
  const { identity, useGlobalCatalog } = directory;
  const { domainFunctionality } = root;
  const foreign = foreignRoot(root, { directory, service: 'domain' });
  if (foreign !== null) return foreign;
  if (root.isSynchronized === false) return makeFinding('controllerNotSynchronized', {});
  if (identity.mode === 'windows' && !root.supportedSaslMechanisms.includes('GSSAPI'))
    return makeFinding('kerberosBindNotOffered', {});
  if (useGlobalCatalog && root.isGlobalCatalogReady === false)
    return makeFinding('globalCatalogNotReady', {});
  const otherName = namedOtherwise(host, root);
  if (otherName !== null) return otherName;
  const isOld = domainFunctionality !== null && domainFunctionality < oldestLevel;
  return isOld ? makeFinding('functionalLevelOld', {}) : null;
};

/** Reads what the controller says of itself (RFC 4512, 5.1; MS-ADTS 3.1.1.3.2). */
export const runRoot: RunControllerStage = async (work, proof, controller) => {
  const root = await proof.sessionOf(controller).readRoot(work);
  writeDown(root, work.evidence);
  return judge(root, proof.proven.directory, controller.host);
};
