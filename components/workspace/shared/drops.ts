/** A drop: files, or else a text. A link is dropped as its address. */
export type Dropped = { files: File[]; text: string };

/**
 * Subscribes to drops anywhere on the page. Calls `over` with whether something is dragged over the page, and `dropped` with each
 * drop. The browser still handles texts that are dropped into other fields, or moved within `field`. Returns a function that ends it.
 */
export function subscribeToDrops(
  field: HTMLElement | null,
  over: (isOver: boolean) => void,
  dropped: (what: Dropped) => void,
): () => void {
  const ended = new AbortController();
  // In the capture phase, before the listener of `refuseDrops`.
  const options = { signal: ended.signal, capture: true };
  let movesWithin = false;
  const isTaken = ({ target, dataTransfer }: DragEvent): boolean => {
    const { types = [] } = dataTransfer ?? {};
    if (types.includes('Files')) return true;
    if (!types.includes('text/plain') && !types.includes('text/uri-list')) return false;
    return target === field ? !movesWithin : !isField(target);
  };
  field?.addEventListener('dragstart', () => (movesWithin = true), options);
  field?.addEventListener('dragend', () => (movesWithin = false), options);
  addEventListener(
    'dragover',
    (event) => {
      if (!isTaken(event)) return;
      event.preventDefault();
      over(true);
    },
    options,
  );
  // The related target is the element that the drag enters; it is null where the drag leaves the window.
  addEventListener('dragleave', ({ relatedTarget }) => relatedTarget === null && over(false), options);
  addEventListener(
    'drop',
    (event) => {
      over(false);
      if (!isTaken(event) || event.dataTransfer === null) return;
      event.preventDefault();
      const { dataTransfer } = event;
      dropped({
        files: [...dataTransfer.files],
        text: dataTransfer.getData('text/uri-list') || dataTransfer.getData('text/plain'),
      });
    },
    options,
  );
  return () => ended.abort();
}

/**
 * Stops the browser from navigating to a file or a link that is dropped beside the page's fields. Drops that another listener
 * handles are left alone. Returns a function that ends it.
 */
export function refuseDrops(): () => void {
  const ended = new AbortController();
  const refuse = (event: DragEvent): void => {
    const { dataTransfer, target, defaultPrevented } = event;
    if (defaultPrevented || dataTransfer === null) return;
    if (isField(target) && !dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    dataTransfer.dropEffect = 'none';
  };
  for (const name of ['dragover', 'drop'] as const) addEventListener(name, refuse, { signal: ended.signal });
  return () => ended.abort();
}

function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}
