import { startTransition, useCallback, useState } from 'react';
import { useClass } from '../../store/class/classStore.ts';
import { useStore } from '../../store/store.ts';
import { later } from '../../ui/later.tsx';
import { useAfterFirstWords } from '../firstPicture.ts';
import { currentHash, parseRoute } from '../address/route.ts';
import type { ClassToolsProps } from './ClassTools.tsx';
import { usePresenting } from './usePresenting.ts';

const ClassTools = later(async () => (await import('./ClassTools.tsx')).ClassTools);
// Fetched at once for a link that presents; a failure is shown when the tools are rendered.
if (parseRoute(currentHash()).options.present) ClassTools.fetch().catch(() => undefined);

interface PresentingProps extends ClassToolsProps {
  /** Whether the link has the key `present`. */
  readonly linked: boolean;
  readonly keysOn: boolean;
}

/** The keys for a lesson in class; the other tools are loaded when used, or after the first words are shown. */
export function Presenting({ linked, keysOn, ...tools }: PresentingProps) {
  const [quiet, setQuiet] = useState(false);
  useAfterFirstWords(useCallback(() => startTransition(() => setQuiet(true)), []));
  const presenting = useStore((state) => state.presenting);
  const wanted = useClass(({ blank, counting, refused }) => blank || counting || refused);
  usePresenting(linked, keysOn);
  return (quiet || presenting || wanted) && <ClassTools {...tools} />;
}
