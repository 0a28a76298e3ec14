import { useTranslation } from 'react-i18next';
import { type DirectoryFieldName, useDirectoryField } from './useDirectoryField.ts';

/** Fields whose control covers paths below them. */
const wholes: readonly DirectoryFieldName[] = ['identity.userName', 'identity.password'];

const itemPattern = /^(controllers\.hosts|dnsServers)\.(\d+)$/;

/** Gives name and label of the control in which an error at a path is shown. */
export const useFieldOfPath = () => {
  const { t } = useTranslation('directory');
  const field = useDirectoryField();
  return (path: string): { name: string; label: string } => {
    const [, list, index] = itemPattern.exec(path) ?? [];
    if (list !== undefined) return { name: path, label: t(`items.${list}`, { number: Number(index) + 1 }) };
    const name = wholes.find((whole) => path.startsWith(`${whole}.`)) ?? (path as DirectoryFieldName);
    return { name, label: field(name).label };
  };
};
