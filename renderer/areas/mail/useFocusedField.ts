import { useEffect } from 'react';
import { focusField } from '../../controls/focusField.ts';
import { useRoute } from '../../shell/RouteContext.ts';

/** Fields that are not always there, and what they depend on. */
const dependsOn: Readonly<Record<string, string>> = {
  'authentication.userName': 'authentication.mode',
  'authentication.password': 'authentication.mode',
  'trust.mode': 'encryption',
};

/** The mailbox of the delivery check has fields only when one is chosen. */
const decidingField = (field: string): string =>
  dependsOn[field] ?? (field.startsWith('arrival.') ? 'arrival.protocol' : 'name');

/** Moves the focus to the field that the address names, or to the one that decides whether it is there. */
export const useFocusedField = (): void => {
  const { field } = useRoute();
  useEffect(() => {
    if (field === null || focusField(field)) return;
    focusField(decidingField(field));
  }, [field]);
};
