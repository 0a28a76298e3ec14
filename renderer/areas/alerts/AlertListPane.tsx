import { Spinner } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { RowGrid } from '../../controls/grid/RowGrid.tsx';
import { navigate } from '../../shell/RouteContext.ts';
import { AlertCommands } from './AlertCommands.tsx';
import { alertRowHeight, useAlertRowStyles } from './alertRowStyles.ts';
import { AlertRow } from './AlertRow.tsx';
import { NoAlerts } from './NoAlerts.tsx';
import type { AlertList } from './useAlertList.ts';

type AlertListPaneProps = { list: AlertList; openId: number | null };

/** Commands and the alerts; or why there are none. */
export const AlertListPane = ({ list, openId }: AlertListPaneProps) => {
  const { t } = useTranslation(['alerts', 'shell']);
  const styles = useAlertRowStyles();
  return (
    <>
      <AlertCommands list={list} />
      {!list.isLoaded && !list.error && <Spinner label={t('shell:loading')} />}
      {list.isLoaded && list.total === 0 && <NoAlerts list={list} />}
      {list.total > 0 && (
        <RowGrid
          key={JSON.stringify(list.filter)}
          label={t('list.label')}
          total={list.total}
          rowHeight={alertRowHeight}
          rowAt={list.rowAt}
          isSelected={(id) => list.selection.has(id)}
          openId={openId === null ? null : String(openId)}
          onVisible={list.onVisible}
          rowClassName={styles.row}
          renderCells={({ alert }, state) => <AlertRow alert={alert} {...state} />}
          onToggle={list.toggle}
          onSelectRange={list.selectRange}
          onSelectAll={list.selectAll}
          onSelectNone={list.selectNone}
          onOpen={(id) => navigate({ area: 'alerts', id })}
          onDelete={() => undefined}
        />
      )}
    </>
  );
};
