/** What was dropped: files, or else a text; of a link its address. */
export type Dropped = { files: File[]; text: string };

/**
 * Follows what is dropped anywhere on the page, until the function it gives is called: `over` tells whether something is held
 * over the page, `dropped` what was let go. Texts that are dropped into other fields, or moved within `field`, are left to the
 * browser.
 */
export function subscribeToDrops(
  field: HTMLElement | null,
  over: (isOver: boolean) => void,
  dropped: (what: Dropped) => void,
): () => void {
  const ended = new AbortController();
  // Before what would refuse it.
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
  // Of what leaves an element for another, that is the related target; of what leaves the window, there is none.
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
 * Has the browser stay on this page whatever is dropped beside its fields, until the function it gives is called: it would
 * leave for a file or a link. What another listener took is left to it.
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
