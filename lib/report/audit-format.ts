/** What an audit can be written as. */
export const auditFormats = ['csv-sites', 'csv-numbers', 'csv-changes', 'xlsx', 'json', 'evidence'] as const;
export type AuditFormat = (typeof auditFormats)[number];
