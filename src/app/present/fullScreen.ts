/** Full screen, if the browser supports and allows it; on a phone or in a frame it may not. */

export const isFullScreen = (): boolean => (document.fullscreenElement ?? null) !== null;

export function enterFullScreen(): void {
  if (isFullScreen() || !document.fullscreenEnabled) return;
  document.documentElement.requestFullscreen().catch(() => undefined);
}

export function leaveFullScreen(): void {
  if (isFullScreen()) document.exitFullscreen().catch(() => undefined);
}
