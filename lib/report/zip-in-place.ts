/**
 * Stands in for fflate where write-excel-file is bundled (`wxt.config.ts`): its `zip` packs files of 160 kB and more in
 * workers that it makes from a `blob:`, which the policy of extension pages forbids, and then never answers. Here they are
 * packed where the caller is: large exports belong into a worker as a whole.
 */
import { type Zippable, zipSync } from 'fflate/browser';

export { strToU8, zipSync } from 'fflate/browser';

/** Packs files into a ZIP archive, at once, and hands it to `done`. */
export function zip(files: Zippable, done: (error: Error | null, archive: Uint8Array) => void): void {
  done(null, zipSync(files));
}
