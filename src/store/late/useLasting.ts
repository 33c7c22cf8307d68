import { useEffect, useState } from 'react';

/** In ms. */
const LASTING_MS = 250;

/** Whether `value` has been true for a while: what is so only between two drawings would flicker, and cost a drawing. */
export function useLasting(value: boolean): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!value) return undefined;
    const timer = setTimeout(() => setLasts(true), LASTING_MS);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [value]);
  return value && lasts;
}
