import { useEffect } from 'react';
import { focusField } from '../../controls/focusField.ts';
import { useRoute } from '../../shell/RouteContext.ts';

/** Fields that are not always there, by how they begin, and what decides whether they are: the nearest first. */
const dependsOn: readonly (readonly [string, readonly string[]])[] = [
  ['authentication.client.grant.', ['authentication.client.grant.flow']],
  ['authentication.client.proof.', ['authentication.client.proof.kind']],
  ['authentication.client.place.endpoints.', ['authentication.client.place.endpoints.found']],
  ['authentication.', ['authentication.mode', 'authentication.client.grant.flow']],
  ['trust.mode', ['encryption']],
  ['arrival.', ['arrival.protocol']],
];

/** The fields that decide whether `field` is there, the nearest first; of one that is always there, its profile. */
const decidingFields = (field: string): string[] => [
  ...dependsOn.filter(([begin]) => field.startsWith(begin)).flatMap(([, deciding]) => deciding),
  'name',
];

/** Moves the focus to the field that the address names, or to the one that decides whether it is there. */
export const useFocusedField = (): void => {
  const { field } = useRoute();
  useEffect(() => {
    if (field === null || focusField(field)) return;
    decidingFields(field).some(focusField);
  }, [field]);
};
