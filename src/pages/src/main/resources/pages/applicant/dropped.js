// Files out of a paste or a drop, and dropping itself: the chat takes them, the rest of the page lets nothing replace it.

/** `{files, folders}`; a folder cannot be sent, so it is only counted. */
export function filesOf(transfer) {
  const items = [...transfer.items].filter((item) => item.kind === 'file');
  const folders = items.filter((item) => item.webkitGetAsEntry?.()?.isDirectory);
  return { files: items.filter((item) => !folders.includes(item)).map((item) => item.getAsFile()).filter((file) => file !== null), folders: folders.length };
}

const hasFiles = (event) => event.dataTransfer?.types.includes('Files') ?? false;

/** @param zone takes what is dropped on it; its `data-dropping` says that something is over it */
export function takeDrops(zone, taken) {
  let depth = 0;
  const over = (by) => {
    depth = Math.max(0, depth + by);
    zone.dataset.dropping = String(depth > 0);
  };
  zone.addEventListener('dragenter', (event) => hasFiles(event) && over(1));
  zone.addEventListener('dragleave', (event) => hasFiles(event) && over(-1));
  zone.addEventListener('drop', (event) => {
    if (hasFiles(event)) {
      over(-depth);
      taken(event.dataTransfer);
    }
  });
  // A file that is dropped beside the chat would open in the place of the page.
  addEventListener('dragover', (event) => {
    if (hasFiles(event)) {
      event.preventDefault();
      event.dataTransfer.dropEffect = zone.contains(event.target) ? 'copy' : 'none';
    }
  });
  addEventListener('drop', (event) => hasFiles(event) && event.preventDefault());
}
