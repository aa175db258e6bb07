/** What an audit can be written as, in the order in which it is offered. */
export const auditFormats = ['xlsx', 'csv-sites', 'csv-numbers', 'csv-changes', 'json', 'evidence'] as const;
export type AuditFormat = (typeof auditFormats)[number];
