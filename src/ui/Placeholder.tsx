import { useMarkPending } from './pending.ts';

/** Holds the place of a part that is loading; the page is not settled until the part is loaded. */
export function Placeholder({ className }: { readonly className?: string | undefined }) {
  useMarkPending(true);
  return className === undefined ? null : <div className={className} />;
}
