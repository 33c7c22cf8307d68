/** Copies text to the clipboard; resolves to false if the browser refuses or, without HTTPS, offers no clipboard. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
