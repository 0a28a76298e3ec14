export const alertsTabs = ['list', 'watch', 'subscriptions'] as const;
export type AlertsTab = (typeof alertsTabs)[number];

/** A tab of the page, and the alert that is open in the list. */
export type AlertsPlace = { tab: AlertsTab; id: number | null };

/** What the address names after `alerts/`: the id of an alert, `watch` or `subscriptions`. */
export const alertsPlaceOf = (address: string | null): AlertsPlace => {
  if (address === 'watch' || address === 'subscriptions') return { tab: address, id: null };
  const id = Number(address ?? '');
  return { tab: 'list', id: Number.isSafeInteger(id) && id > 0 ? id : null };
};
