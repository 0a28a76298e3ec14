import type { StageName } from '../../../contract/proof/proof.ts';

const domainStageNames = ['join', 'locate'] as const satisfies readonly StageName[];
const controllerStageNames = [
  'ping',
  'ports',
  'clock',
  'secure',
  'rootdse',
  'bind',
  'policy',
  'search',
  'groups',
  'trusts',
] as const satisfies readonly StageName[];

/** About the machine and the domain. */
export type DomainStageName = (typeof domainStageNames)[number];
/** About one controller. */
export type ControllerStageName = (typeof controllerStageNames)[number];
export type DirectoryStageName = DomainStageName | ControllerStageName;

/** Every stage of a directory, in the order in which they are shown. */
export const directoryStageNames: readonly DirectoryStageName[] = [
  ...domainStageNames,
  ...controllerStageNames,
];

/** True for a stage that is about one controller. */
export const isControllerStage = (name: StageName): name is ControllerStageName =>
  controllerStageNames.some((known) => known === name);

/** True for the name of a stage that a directory has. */
export const isDirectoryStage = (name: StageName): name is DirectoryStageName =>
  directoryStageNames.some((known) => known === name);
