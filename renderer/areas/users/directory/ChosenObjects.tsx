import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { useTranslation } from 'react-i18next';
import type { AdditionPreview, UncountedMembers } from '../../../../electron/contract/directory/addition.ts';
import type { DirectoryObject } from '../../../../electron/contract/directory/directoryObject.ts';
import { TitledSection } from '../../../controls/TitledSection.tsx';
import { mostChosen, withoutObjects } from './addition.ts';

const useStyles = makeStyles({
  section: { minWidth: 0 },
  list: { ...{ margin: 0, padding: 0, listStyleType: 'none' }, maxHeight: '340px', overflowY: 'auto' },
  object: { display: 'flex', alignItems: 'start', gap: tokens.spacingHorizontalXS },
  name: { display: 'grid', flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  note: { color: tokens.colorNeutralForeground2 },
});

type Part = AdditionPreview['parts'][number];

type ChosenObjectsProps = {
  chosen: readonly DirectoryObject[];
  /** What each of them would bring; empty until that is known. */
  parts: readonly Part[];
  /** Places of those that are gone from the directory. */
  gone: ReadonlySet<number>;
  onChange: (chosen: readonly DirectoryObject[]) => void;
};

/** What will be added, and how many people that is. */
export const ChosenObjects = ({ chosen, parts, gone, onChange }: ChosenObjectsProps) => {
  const { t } = useTranslation('directory');
  const styles = useStyles();
  return (
    <TitledSection title={t('people.chosen', { count: chosen.length })} className={styles.section}>
      {chosen.length === 0 && <Text block>{t('people.nothingChosen')}</Text>}
      {chosen.length === mostChosen && <Text block>{t('people.mostChosen', { count: mostChosen })}</Text>}
      <ul className={styles.list}>
        {chosen.map((object, at) => (
          <li key={object.objectGuid} className={styles.object}>
            <span className={styles.name}>
              {object.accountName}
              <PartText
                isGone={gone.has(at)}
                object={object}
                part={parts.find(({ objectGuid }) => objectGuid === object.objectGuid)}
              />
            </span>
            <Button
              size="small"
              appearance="subtle"
              icon={<Dismiss16Regular />}
              aria-label={t('people.remove', { name: object.accountName })}
              onClick={() => onChange(withoutObjects(chosen, [object]))}
            />
          </li>
        ))}
      </ul>
    </TitledSection>
  );
};

type PartTextProps = { object: DirectoryObject; part: Part | undefined; isGone: boolean };

const PartText = ({ object, part, isGone }: PartTextProps) => {
  const { t } = useTranslation('directory');
  const styles = useStyles();
  const isGroup = object.kind === 'directoryGroup';
  if (isGone) return <Text size={200}>{t('people.gone')}</Text>;
  return (
    <Text size={200} className={styles.note}>
      {isGroup && part && t('people.members', { count: part.members, direct: part.directMembers })}{' '}
      {part?.isCut && t('people.membersCut')}{' '}
      {part?.uncounted.map((members) => (
        <UncountedText key={`${members.domain} ${members.reason?.code}`} {...members} />
      ))}
      {object.scope === 'domainLocal' && t('people.domainLocalConsequence', { domain: object.domain })}{' '}
      {object.userId !== null && t('people.knownConsequence')}
    </Text>
  );
};

/** Whom nobody could look into, and why. */
const UncountedText = ({ domain, count, reason }: UncountedMembers) => {
  const { t } = useTranslation(['directory', 'findings']);
  if (domain === null || reason === null) return <>{t('people.uncountedUnknown', { count })} </>;
  const cause = t(`findings:${reason.code}.title`, reason.parameters);
  return <>{t('people.uncounted', { count, domain, reason: cause })} </>;
};
