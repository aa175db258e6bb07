/** A file that is being written. */
export type BlobBuilder = {
  add: (piece: string | Uint8Array<ArrayBuffer>) => void;
  end: () => Blob;
};

/** How much is collected before it is handed to the browser, in characters or bytes. */
const chunkSize = 4_000_000;

/**
 * Begins a file of a media type. What is added is handed to the browser some megabytes at a time, and the browser may put it on
 * disk. So a file takes little memory while it is written, and may be longer than a string can be.
 */
export function createBlobBuilder(type: string): BlobBuilder {
  const given: Blob[] = [];
  let held: (string | Uint8Array<ArrayBuffer>)[] = [];
  let size = 0;
  const give = (): void => {
    given.push(new Blob(held));
    held = [];
    size = 0;
  };
  return {
    add(piece) {
      held.push(piece);
      size += piece.length;
      if (size >= chunkSize) give();
    },
    end() {
      give();
      return new Blob(given, { type });
    },
  };
}
