import { type RefObject, useLayoutEffect } from 'react';

const sizes = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.64, 0.58];
const narrow = 960;

/** Nobody scrolls a screen on a wall: what is too much for it is written smaller until it is not. */
export function useFit(screen: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = screen.current;
    if (!element) return;
    const adjust = () => {
      for (const size of sizes) {
        element.style.setProperty('--fit', String(size));
        if (window.innerWidth < narrow || element.scrollHeight <= window.innerHeight) return;
      }
    };
    adjust();
    // Not of attributes: the size itself is one.
    const changes = new MutationObserver(adjust);
    changes.observe(element, { childList: true, subtree: true, characterData: true });
    window.addEventListener('resize', adjust);
    void document.fonts.ready.then(adjust);
    return () => {
      changes.disconnect();
      window.removeEventListener('resize', adjust);
    };
  }, [screen]);
}
