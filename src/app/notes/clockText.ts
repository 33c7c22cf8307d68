/** Times as text; `two` formats a number below 100 with two digits. */
type Two = (value: number) => string;

/** `mm:ss`; `hh:mm:ss` from one hour on. */
export function elapsedText(milliseconds: number, two: Two): string {
  const seconds = Math.floor(milliseconds / 1000);
  const hours = Math.floor(seconds / 3600);
  const rest = [Math.floor(seconds / 60) % 60, seconds % 60];
  return [...(hours > 0 ? [hours] : []), ...rest].map(two).join(':');
}

/** `hh:mm` in local time. */
export const clockText = (time: Date, two: Two): string =>
  [time.getHours(), time.getMinutes()].map(two).join(':');
