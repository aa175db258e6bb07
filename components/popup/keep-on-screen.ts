/**
 * Limits the height of the popup to the screen.
 *
 * Firefox makes a popup as high as its document, up to 600 px, even where the screen has less space below the button. The rest is
 * cut off, and the document does not scroll to it (seen with 153, 1366×768 at 125 %). So the document's height is limited to the
 * space on the screen. Chromium does so itself.
 */

/** The position of a popup, in CSS pixels. Only Firefox gives `mozInnerScreenY`, the top of the document on the screen. */
export type PopupPosition = {
  mozInnerScreenY?: number;
  /** The top of the browser's window. */
  screenY: number;
  screen: { availTop?: number; availHeight: number };
};

/** The height that the screen has for a popup's document, in whole CSS pixels; null where it is not known. */
export function heightOnScreen({
  mozInnerScreenY,
  screenY,
  screen: { availTop = 0, availHeight },
}: PopupPosition): number | null {
  if (mozInnerScreenY === undefined) return null;
  // A popup whose top is above the window opened upwards from its button. It ends below the window's top.
  const heightPx = mozInnerScreenY < screenY ? screenY - availTop : availTop + availHeight - mozInnerScreenY;
  return heightPx > 0 ? Math.floor(heightPx) : null;
}

/**
 * Keeps the document of the popup within the screen from now on. The browser moves a loaded popup to its button without an event of
 * its own, but together with a resize.
 */
export function keepOnScreen(): void {
  const limit = (): void => {
    const heightPx = heightOnScreen(window);
    document.documentElement.style.maxBlockSize = heightPx === null ? '' : `${heightPx}px`;
  };
  for (const event of ['resize', 'focus']) addEventListener(event, limit);
  limit();
}
