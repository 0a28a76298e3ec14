import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { ArrowSync16Regular } from '@fluentui/react-icons/svg/arrow-sync';
import { useTranslation } from 'react-i18next';
import { Disclosure } from '../../../controls/Disclosure.tsx';
import { NearTime } from '../../../controls/NearTime.tsx';
import { byReach } from './addition.ts';
import { DirectoryFailure } from './DirectoryFailure.tsx';
import { useDomains, useRefreshDomains } from './directoryPeopleQueries.ts';
import { ReadingObstacle } from './ReadingObstacle.tsx';

const useStyles = makeStyles({
  /** The longest reason is longer than the dialog is wide. */
  domain: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalXS },
  select: { minWidth: 0, '& select': { width: '100%', textOverflow: 'ellipsis' } },
  age: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  cards: { display: 'grid', gap: tokens.spacingVerticalM },
});

type DomainSelectProps = { value: string; onChange: (domain: string) => void };

/** In which domain is looked; those that cannot be asked stand there with the reason (REQUIREMENTS U06). */
export const DomainSelect = ({ value, onChange }: DomainSelectProps) => {
  const { t } = useTranslation(['directory', 'findings']);
  const styles = useStyles();
  const { data, error, isFetching } = useDomains();
  const refreshing = useRefreshDomains();
  const domains = byReach(data?.domains ?? []);
  const shut = domains.flatMap(({ name, obstacle }) => (obstacle ? [{ name, obstacle }] : []));
  const isBusy = isFetching || refreshing.isPending;
  return (
    <div className={styles.domain}>
      <Field label={t('people.domain')}>
        <Select className={styles.select} value={value} onChange={(_, data) => onChange(data.value)}>
          {!domains.some(({ name }) => name === value) && <option value={value}>{value}</option>}
          {domains.map(({ name, netbiosName, obstacle }) => (
            <option key={name} value={name} disabled={obstacle !== null}>
              {obstacle
                ? t('people.shutDomain', {
                    name,
                    reason: t(`findings:${obstacle.code}.title`, obstacle.parameters),
                  })
                : t('people.openDomain', { name, netbiosName })}
            </option>
          ))}
        </Select>
      </Field>
      <div className={styles.age}>
        {data && (
          <Text size={200}>
            {t('people.domainsRead')} <NearTime moment={data.readAt} />
          </Text>
        )}
        <Button
          size="small"
          appearance="subtle"
          icon={<ArrowSync16Regular />}
          disabledFocusable={isBusy}
          onClick={() => refreshing.mutate()}
        >
          {t(isBusy ? 'people.domainsReading' : 'people.refreshDomains')}
        </Button>
      </div>
      <DirectoryFailure error={refreshing.error ?? error} />
      {shut.length > 0 && (
        <Disclosure title={t('people.shutDomains', { count: shut.length })}>
          <div className={styles.cards}>
            {shut.map(({ name, obstacle }) => (
              <div key={name}>
                <Text weight="semibold">{name}</Text>
                <ReadingObstacle finding={obstacle} />
              </div>
            ))}
          </div>
        </Disclosure>
      )}
    </div>
  );
};
