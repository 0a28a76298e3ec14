import { useTranslation } from 'react-i18next';
import type { ControllerRow } from './controllerRows.ts';
import { PortCell } from './PortCell.tsx';
import { SmallTable } from './SmallTable.tsx';

/** Which controller could be reached at which port (TCP). */
export const PortMatrix = ({ rows }: { rows: readonly ControllerRow[] }) => {
  const { t } = useTranslation('directory');
  const ports = [...new Set(rows.flatMap((row) => row.ports.map(({ port }) => port)))].toSorted(
    (one, other) => one - other,
  );
  return (
    <SmallTable label={t('summary.ports')} heads={[t('summary.controller'), ...ports.map(String)]}>
      {rows.map(({ controller, ports: measured }) => (
        <tr key={controller}>
          <th scope="row">{controller}</th>
          {ports.map((port) => {
            const found = measured.find((known) => known.port === port);
            return <td key={port}>{found ? <PortCell {...found} /> : '–'}</td>;
          })}
        </tr>
      ))}
    </SmallTable>
  );
};
