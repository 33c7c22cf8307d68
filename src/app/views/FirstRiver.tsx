import { useState } from 'react';
import { useStore } from '../../store/store.ts';

/** The picture that index.html brought along; read before the page takes its place. */
const PICTURE = document.querySelector('.first-river')?.outerHTML ?? null;

export const HAS_PICTURE = PICTURE !== null;

/** The first picture, until the live river is there or the reader has changed the lab it is a picture of. */
export function FirstRiver() {
  const lab = useStore((state) => state.lab);
  const [first] = useState(lab);
  if (PICTURE === null || lab !== first) return null;
  return <div dangerouslySetInnerHTML={{ __html: PICTURE }} />;
}
