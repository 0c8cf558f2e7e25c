/** The files of a drop or a choice, those within folders too, with the paths that tell those of the same name apart. */

// A district has at most some hundred units; a folder of more was dropped by mistake.
export const MOST_FILES = 500;
const DEEPEST = 8;

/** What programs leave beside documents: Office's lock files, what Windows and macOS keep for themselves. */
const LEFTOVER = /^(?:~\$|\.|thumbs\.db$|desktop\.ini$)/i;

export interface NamedFile {
  path: string;
  file: File;
}

export interface Dropped {
  /** At most one more than `MOST_FILES`, which tells that there are more. */
  files: NamedFile[];
  /** A folder was among them: its files belong together, even if there is only one. */
  isFolder: boolean;
}

/** The files of `<input type="file">`; they have paths where a folder was chosen. */
export function namedFiles(files: ArrayLike<File>): NamedFile[] {
  return Array.from(files)
    .map((file) => ({ path: file.webkitRelativePath || file.name, file }))
    .filter(({ path }) => !path.split("/").some((part) => LEFTOVER.test(part)))
    .sort(byPath);
}

/** Has to be called while the drop event lasts: afterwards the browser takes its content away. */
export async function filesOf(transfer: DataTransfer): Promise<Dropped> {
  const entries = Array.from(transfer.items)
    .filter((item) => item.kind === "file")
    .map((item) => item.webkitGetAsEntry());
  const plain = namedFiles(transfer.files);
  if (!entries.some((entry) => entry !== null && entry.isDirectory)) return { files: plain, isFolder: false };
  const files: NamedFile[] = [];
  for (const entry of entries) if (entry !== null) await collect(entry, files, 0);
  return { files: files.sort(byPath), isFolder: true };
}

async function collect(entry: FileSystemEntry, files: NamedFile[], depth: number): Promise<void> {
  if (files.length > MOST_FILES || depth > DEEPEST || LEFTOVER.test(entry.name)) return;
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    files.push({ path: entry.fullPath.replace(/^\//, ""), file });
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

function byPath(a: NamedFile, b: NamedFile): number {
  return a.path.localeCompare(b.path, "zh-CN", { numeric: true });
}
