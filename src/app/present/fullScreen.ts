/** The whole screen, where the browser has such a thing and gives it; a phone or a frame may not. */

export const isFullScreen = (): boolean => (document.fullscreenElement ?? null) !== null;

export function enterFullScreen(): void {
  if (isFullScreen() || !document.fullscreenEnabled) return;
  document.documentElement.requestFullscreen().catch(() => undefined);
}

export function leaveFullScreen(): void {
  if (isFullScreen()) document.exitFullscreen().catch(() => undefined);
}
