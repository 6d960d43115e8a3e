import { useRouter } from '@tanstack/react-router';
import type { MouseEvent, ReactNode } from 'react';

interface PathLinkProps {
  href: string;
  className?: string | undefined;
  children: ReactNode;
}

/** A link to a path that the server gave: a page change, not a page load. */
export function PathLink({ href, className, children }: PathLinkProps) {
  const router = useRouter();
  const go = (event: MouseEvent) => {
    const plain =
      event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
    if (!plain) return;
    event.preventDefault();
    router.history.push(href);
  };
  return (
    <a href={href} className={className} onClick={go}>
      {children}
    </a>
  );
}
