import { useUnfinished } from './unfinished.ts';

/** Stands where a part of the page is on its way, which is not done until it is there. */
export function Coming({ className }: { readonly className?: string | undefined }) {
  useUnfinished(true);
  return className === undefined ? null : <div className={className} />;
}
