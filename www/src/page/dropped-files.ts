/** The files of a drop, those within dropped folders too. */

// A district has at most some hundred units; a folder of more was dropped by mistake.
const MOST_FILES = 500;
const DEEPEST = 8;

export interface Dropped {
  files: File[];
  /** A folder was among them: its files belong together, even if there is only one. */
  isFolder: boolean;
}

/** Has to be called while the drop event lasts: afterwards the browser takes its content away. */
export async function filesOf(transfer: DataTransfer): Promise<Dropped> {
  const entries = Array.from(transfer.items)
    .filter((item) => item.kind === "file")
    .map((item) => item.webkitGetAsEntry());
  const plain = Array.from(transfer.files);
  if (!entries.some((entry) => entry !== null && entry.isDirectory)) return { files: plain, isFolder: false };
  const files: File[] = [];
  for (const entry of entries) if (entry !== null) await collect(entry, files, 0);
  return { files, isFolder: true };
}

async function collect(entry: FileSystemEntry, files: File[], depth: number): Promise<void> {
  // Names with a dot or ~$ in front are what systems and Word put beside the real files.
  if (files.length >= MOST_FILES || depth > DEEPEST || /^(?:\.|~\$)/.test(entry.name)) return;
  if (entry.isFile) {
    files.push(await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)));
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  // A reader gives a hundred entries at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    for (const inner of some) await collect(inner, files, depth + 1);
  }
}
