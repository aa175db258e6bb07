/** Every format in which an audit can be saved, in the order in which the workspace offers them. */
export const auditFormats = ['xlsx', 'csv-sites', 'csv-numbers', 'csv-changes', 'json', 'evidence'] as const;
export type AuditFormat = (typeof auditFormats)[number];
