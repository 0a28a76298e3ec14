import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Addition, AdditionOutcome } from '../../../../electron/contract/directory/addition.ts';
import type { DirectoryObject } from '../../../../electron/contract/directory/directoryObject.ts';
import { placeIssues } from '../../../controls/placeIssues.ts';
import { useDebounced } from '../../../controls/useDebounced.ts';
import { useCommand } from '../../../shell/useCommand.ts';
import { type AdditionForm, additionOf, emptyAddition, goneAt, isConfirmed } from './addition.ts';
import { useAdditionPreview } from './directoryPeopleQueries.ts';

/** Who chooses several does so within this many ms each; counting members waits for that. */
const choosingPause = 400;

type AdditionRequest = Addition & { fingerprint: string; confirmedGaining: number | null };

/** What is to be added from the directory: what is chosen, its roles, who would gain, and what does it. */
export const useAddition = (onDone: (outcome: AdditionOutcome) => void) => {
  const [chosen, setChosen] = useState<readonly DirectoryObject[]>([]);
  const form = useForm<AdditionForm>({ defaultValues: emptyAddition });
  const [grants, newGrant, confirmedGaining] = form.watch(['grants', 'newGrant', 'confirmedGaining']);
  const addition = additionOf(chosen, { grants, newGrant });
  const wanted = JSON.stringify(addition);
  const isSettled = useDebounced(wanted, choosingPause) === wanted;
  const preview = useAdditionPreview(isSettled ? addition : null);
  const adding = useCommand((client, request: AdditionRequest) => client.directory.addObjects(request));
  const isReading = addition !== null && (!isSettled || preview.isFetching);
  const known = addition === null ? undefined : preview.data;
  const apply = () => {
    if (!addition || !known || isReading) return;
    const confirmed = known.exceedsGuard ? Number(confirmedGaining) : null;
    adding.mutate(
      { ...addition, fingerprint: known.fingerprint, confirmedGaining: confirmed },
      { onSuccess: onDone, onError: (error) => void (placeIssues(form, error) && adding.reset()) },
    );
  };
  return {
    form,
    chosen,
    setChosen,
    preview: known,
    previewError: addition === null ? null : preview.error,
    gone: goneAt(addition === null ? null : preview.error),
    isReading,
    hasRoles: addition !== null && addition.grants.length > 0,
    isDirty: chosen.length > 0,
    canApply: known !== undefined && !isReading && isConfirmed(known, confirmedGaining),
    adding,
    apply,
  };
};
