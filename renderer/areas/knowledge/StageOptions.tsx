import { useTranslation } from 'react-i18next';
import { type StageName, stagesAbout } from '../../../electron/contract/proof/proof.ts';

const Stages = ({ names }: { names: readonly StageName[] }) => {
  const { t } = useTranslation('proof');
  return names.map((name) => (
    <option key={name} value={name}>
      {t(`stages.${name}`)}
    </option>
  ));
};

/** The stages to choose from; those of mail and of a directory apart, because some have the same name: Sign in. */
export const StageOptions = () => {
  const { t } = useTranslation('knowledge');
  return (
    <>
      <Stages names={stagesAbout.both} />
      <optgroup label={t('form.stages.mail')}>
        <Stages names={stagesAbout.mail} />
      </optgroup>
      <optgroup label={t('form.stages.directory')}>
        <Stages names={stagesAbout.directory} />
      </optgroup>
    </>
  );
};
