/** Presenting begins and ends here: the flag, the full screen, the address. */
import { useClass } from '../../store/class/classStore.ts';
import { useStore } from '../../store/store.ts';
import { addressOptions } from '../address/pageOptions.ts';
import { currentHash, followHash, lessonHash, parseRoute } from '../address/route.ts';

/** Works without it, too: a phone or a frame may refuse. */
export function fillScreen(): void {
  if (document.fullscreenElement !== null || !document.fullscreenEnabled) return;
  document.documentElement.requestFullscreen().catch(() => undefined);
}

function set(presenting: boolean): void {
  useStore.getState().setView({ presenting });
  useClass.setState({ blank: false, counting: false });
  // Loaded again, the page goes on presenting.
  const { place, options } = parseRoute(currentHash());
  followHash(lessonHash(place, addressOptions({ ...options, present: presenting }, null)));
}

export function startPresenting(): void {
  set(true);
  fillScreen();
}

export function stopPresenting(): void {
  set(false);
  if (document.fullscreenElement !== null) document.exitFullscreen().catch(() => undefined);
}

export const togglePresenting = (): void =>
  useStore.getState().presenting ? stopPresenting() : startPresenting();

export const toggleBlank = (): void => useClass.setState(({ blank }) => ({ blank: !blank }));

export const toggleCounting = (): void =>
  useClass.setState(({ counting }) => ({ counting: !counting }));
