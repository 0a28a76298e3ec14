import { Field, Select } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { noticeKinds, noticeStates } from '../../../electron/contract/notices/notice.ts';
import type { NoticeFilter } from './noticesQueries.ts';

type NoticeFiltersProps = { filter: NoticeFilter; onFilter: (filter: NoticeFilter) => void };

/** Which lines of the log are shown. */
export const NoticeFilters = ({ filter, onFilter }: NoticeFiltersProps) => {
  const { t } = useTranslation('notices');
  return (
    <>
      <Field label={t('columns.kind')}>
        <Select
          value={filter.kind ?? ''}
          onChange={(_, { value }) =>
            onFilter({ ...filter, kind: noticeKinds.find((kind) => kind === value) ?? null })
          }
        >
          <option value="">{t('all')}</option>
          {noticeKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kinds.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('columns.state')}>
        <Select
          value={filter.state ?? ''}
          onChange={(_, { value }) =>
            onFilter({ ...filter, state: noticeStates.find((state) => state === value) ?? null })
          }
        >
          <option value="">{t('all')}</option>
          {noticeStates.map((state) => (
            <option key={state} value={state}>
              {t(`states.${state}`)}
            </option>
          ))}
        </Select>
      </Field>
    </>
  );
};
