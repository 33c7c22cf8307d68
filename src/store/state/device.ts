/**
 * What a browser may refuse the page: storage and channels. With cookies blocked, or in a frame of another site,
 * naming them is enough to throw; here they are there or they are not.
 */

export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function writeStored(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Private mode or a full disk: the page works, it only forgets.
  }
}

/** `null`: other windows cannot be reached. */
export function openBroadcast(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}
