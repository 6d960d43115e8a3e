import { useLayoutEffect } from 'react';

/**
 * Brings the focus back to where it was before a dialog opened, also when the dialog is
 * unmounted instead of closed; to the page's heading when that place is gone. Give the Modal
 * `returnFocus={false}` then.
 */
export function useReturnFocus(opened: boolean): void {
  useLayoutEffect(() => {
    if (!opened) return;
    const before = document.activeElement as HTMLElement | null;
    return () => {
      setTimeout(() => {
        const { activeElement } = document;
        if (activeElement && activeElement !== document.body && activeElement.isConnected) return;
        const there = before?.isConnected && before !== document.body;
        const place = there ? before : document.querySelector<HTMLElement>('main h1');
        place?.focus();
      });
    };
  }, [opened]);
}
