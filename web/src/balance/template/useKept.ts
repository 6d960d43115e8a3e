import { useState } from 'react';
import { usePersonId } from '@/identity/session';

const prefix = 'tandem.kept.';

function load(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function store(key: string, text: string): void {
  try {
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
  } catch {
    // Private windows: the text lives as long as the page.
  }
}

/** A text that is sent with a button (a comment, a message): a closed dialog or a reload keeps it. */
export function useKept(name: string): [string, (text: string) => void] {
  const key = `${prefix}${usePersonId()}.${name}`;
  const [text, setText] = useState(() => load(key));
  return [
    text,
    (next) => {
      setText(next);
      store(key, next);
    },
  ];
}
