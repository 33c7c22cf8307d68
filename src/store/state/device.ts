/**
 * Storage and channels, which a browser may refuse. With cookies blocked, or in a frame of another site, merely
 * accessing them throws; these functions never do.
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
    // Private mode or a full disk: the page works, but does not remember.
  }
}

/** `null` if other windows cannot be reached. */
export function openBroadcast(name: string): BroadcastChannel | null {
  try {
    return new BroadcastChannel(name);
  } catch {
    return null;
  }
}
