import { useCallback, useState } from 'react';
import { useClass } from '../../store/class/classStore.ts';
import { useStore } from '../../store/store.ts';
import { later } from '../../ui/later.tsx';
import { useAfterFirstWords } from '../firstPicture.ts';
import { currentHash, parseRoute } from '../address/route.ts';
import type { ClassToolsProps } from './ClassTools.tsx';
import { usePresenting } from './usePresenting.ts';

const ClassTools = later(async () => (await import('./ClassTools.tsx')).ClassTools);
// A link that presents begins with them; a failure shows when they are drawn.
if (parseRoute(currentHash()).options.present) ClassTools.fetch().catch(() => undefined);

interface PresentingProps extends ClassToolsProps {
  /** Whether the link says so. */
  readonly linked: boolean;
  readonly keysOn: boolean;
}

/** The keys of a lesson in class; the rest comes when it is wanted, or when the first words are there. */
export function Presenting({ linked, keysOn, ...tools }: PresentingProps) {
  const [quiet, setQuiet] = useState(false);
  useAfterFirstWords(useCallback(() => setQuiet(true), []));
  const presenting = useStore((state) => state.presenting);
  const wanted = useClass(({ blank, counting, refused }) => blank || counting || refused);
  usePresenting(linked, keysOn);
  return (quiet || presenting || wanted) && <ClassTools {...tools} />;
}
