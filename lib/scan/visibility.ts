/** Whether a visitor can see an element: rendered, not transparent, and not pushed off the page to the left or above. */
export function isVisible(element: Element): boolean {
  if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
  const { right, bottom, width, height } = element.getBoundingClientRect();
  // An inline parent without a box of its own (display: contents) has no size and still shows its text.
  if (width === 0 && height === 0) return getComputedStyle(element).display === 'contents';
  return right + scrollX > 0 && bottom + scrollY > 0;
}
