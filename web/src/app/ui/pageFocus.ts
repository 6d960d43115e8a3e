/**
 * After a page change the focus would stay on a link that is gone. It goes to the new page's
 * heading, once that is there, unless the person has moved on meanwhile.
 */
let awaited = false;

export function pageChanged(main: HTMLElement | null): void {
  awaited = true;
  main?.focus({ preventScroll: true });
}

export function takePageFocus(heading: HTMLElement | null): void {
  if (!awaited) return;
  awaited = false;
  const active = document.activeElement;
  if (!active || active === document.body || active.tagName === 'MAIN') {
    heading?.focus({ preventScroll: true });
  }
}
