/** Saves a file to the reader's device. */
export function download(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // A browser that asks where to put the file may read it late.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
