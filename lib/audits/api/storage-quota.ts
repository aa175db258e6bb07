/** How much storage the extension uses, and how much the browser allows it; in bytes. */
export type StorageQuota = { usedBytes: number; allowedBytes: number };
