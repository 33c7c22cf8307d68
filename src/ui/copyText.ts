/** Whether it is on the clipboard; a browser may refuse, and a page without a certificate has none. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
