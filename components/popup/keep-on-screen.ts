/**
 * How much of the popup is on the screen.
 *
 * Firefox makes a popup as high as its document, up to 600 px, whatever room the screen has below the button: what is too
 * much is cut off, and neither the document nor its scrollbar knows (seen with 153, 1366×768 at 125 %). So the document is
 * kept as low as the room is. Chromium does so itself.
 */

/** What a popup tells of its place, in CSS pixels. Firefox alone tells where on the screen its document begins. */
export type PopupPosition = {
  mozInnerScreenY?: number;
  /** Where the browser's window begins. */
  screenY: number;
  screen: { availTop?: number; availHeight: number };
};

/** How much of a popup's document the screen has room for, in whole CSS pixels; null where nothing is known of it. */
export function heightOnScreen({
  mozInnerScreenY,
  screenY,
  screen: { availTop = 0, availHeight },
}: PopupPosition): number | null {
  if (mozInnerScreenY === undefined) return null;
  // A popup that begins above the window stands above its button: there, it ends below the window's top and grows upwards.
  const room = mozInnerScreenY < screenY ? screenY - availTop : availTop + availHeight - mozInnerScreenY;
  return room > 0 ? Math.floor(room) : null;
}

/**
 * Keeps the document of the popup within the screen from now on. The browser moves a popup from where it was loaded to
 * its button without a word, but along with new sizes.
 */
export function keepOnScreen(): void {
  const limit = (): void => {
    const room = heightOnScreen(window);
    document.documentElement.style.maxBlockSize = room === null ? '' : `${room}px`;
  };
  for (const event of ['resize', 'focus']) addEventListener(event, limit);
  limit();
}
