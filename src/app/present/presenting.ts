/** Starts and stops presenting: the flag, the full screen, the address. */
import { useClass } from '../../store/class/classStore.ts';
import { useStore } from '../../store/store.ts';
import { enterFullScreen, leaveFullScreen } from './fullScreen.ts';
import { addressOptions } from '../address/pageOptions.ts';
import { currentHash, followHash, lessonHash, parseRoute } from '../address/route.ts';

function set(presenting: boolean): void {
  useStore.getState().setView({ presenting });
  useClass.setState({ blank: false, counting: false });
  // After a reload the page goes on presenting.
  const { place, options } = parseRoute(currentHash());
  followHash(() => lessonHash(place, addressOptions({ ...options, present: presenting }, null)));
}

export function startPresenting(): void {
  set(true);
  enterFullScreen();
}

export function stopPresenting(): void {
  set(false);
  leaveFullScreen();
}

export const togglePresenting = (): void =>
  useStore.getState().presenting ? stopPresenting() : startPresenting();

export const toggleBlank = (): void => useClass.setState(({ blank }) => ({ blank: !blank }));

export const toggleCounting = (): void =>
  useClass.setState(({ counting }) => ({ counting: !counting }));
