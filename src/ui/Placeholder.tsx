import { useMarkPending } from './pending.ts';

/** Takes the place of a part that is loading; the page is not settled until the part is there. */
export function Placeholder({ className }: { readonly className?: string | undefined }) {
  useMarkPending(true);
  return className === undefined ? null : <div className={className} />;
}
