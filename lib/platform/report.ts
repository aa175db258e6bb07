/** The key of a tab's report in `storage.session`. */
export const reportKey = (tabId: number): `tab:${number}` => `tab:${tabId}`;
