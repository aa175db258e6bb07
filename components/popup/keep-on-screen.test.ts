import { expect, test } from 'vitest';
import { heightOnScreen, type PopupPosition } from './keep-on-screen.ts';

const screen = { availTop: 0, availHeight: 614 };

test.each<[PopupPosition, number | null, string]>([
  [{ mozInnerScreenY: 96, screenY: 0, screen }, 518, '1366×768 at 125 %'],
  [{ mozInnerScreenY: 296.8, screenY: 200, screen }, 317, 'a window further down'],
  [{ mozInnerScreenY: 0.8, screenY: 330, screen }, 330, 'a window so low that the popup stands above its button'],
  [{ mozInnerScreenY: -704, screenY: -800, screen: { ...screen, availTop: -800 } }, 518, 'a screen above the first'],
  [{ mozInnerScreenY: 96, screenY: 0, screen: { availHeight: 614 } }, 518, 'a browser that tells no begin'],
  [{ mozInnerScreenY: 700, screenY: 0, screen }, null, 'a place that cannot be'],
  [{ screenY: 0, screen }, null, 'a browser that keeps popups on the screen itself'],
])('%j: %s px', (placed, expected, _why) => {
  expect(heightOnScreen(placed)).toBe(expected);
});
