import { useEffect } from 'react';
import { focusField } from '../../controls/focusField.ts';
import { useRoute } from '../../shell/RouteContext.ts';

/** Fields that are not always there, and what they depend on. */
const dependsOn: Readonly<Record<string, string>> = {
  'controllers.site': 'controllers.source',
  'controllers.hosts': 'controllers.source',
  'trust.mode': 'encryption',
  'identity.userName': 'identity.mode',
  'identity.password': 'identity.mode',
};

/** Moves the focus to the field that the address names, or to the one that decides whether it is there; of a new one to its first. */
export const useFocusedField = (isNew: boolean): void => {
  const named = useRoute().field;
  const field = named ?? (isNew ? 'domain' : null);
  useEffect(() => {
    if (field === null || focusField(field)) return;
    focusField(dependsOn[field] ?? 'domain');
  }, [field]);
};
