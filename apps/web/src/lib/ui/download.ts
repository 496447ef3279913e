/** Hands a file that was made here to the browser, which keeps it where downloads go. */
export function download(blob: Blob, fileName: string) {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser has taken its own hold of the file by the next turn.
  setTimeout(() => URL.revokeObjectURL(url));
}
