/** Reports that come as files: dropped anywhere on the page, chosen, or pasted. */

import { button, byId } from "./dom.js";
import type { Draft } from "./draft.js";
import { filesOf, namedFiles, type NamedFile } from "./dropped-files.js";
import type { Page } from "./page.js";
import { undoButton } from "./undo-button.js";

// Reports with photographs reach some ten megabytes. Whatever is far larger would only fill the memory.
const LARGEST = 50 * 1024 * 1024;

export interface Files {
  /** Puts a file's text in the place of a report's; a file that is refused leaves that as it was. */
  read(file: File, into: Draft): Promise<void>;
}

/** Who takes several files at once, or a folder. */
export interface ManyFiles {
  openMany(files: readonly NamedFile[]): void;
  /** A folder was dropped that the browser does not let the page open, as none does for a page on file://. */
  askForFolder(): void;
}

export function createFiles(page: Page, many: ManyFiles): Files {
  let latest = 0;
  takeChosen();
  takeDropped();
  return { read };

  async function read(file: File, into: Draft): Promise<void> {
    const mine = ++latest;
    const { notices } = page;
    try {
      notices.say(`正在读入“${file.name}”……`);
      const bytes = await bytesOf(file);
      const text = await page.engine.read(bytes, file.name);
      if (mine !== latest) return;
      const before = into.text;
      into.replaceAll(text);
      into.keep();
      if (into === page.draft) page.checkNow();
      page.showText(into);
      const words = `已读入“${file.name}”，共 ${into.text.length.toLocaleString("zh-CN")} 字。`;
      notices.sayUntilEdited(words, before !== "" && before !== into.text && undoButton(page, into));
    } catch (error) {
      if (mine !== latest) return;
      const reason = error instanceof Error ? error.message : String(error);
      notices.warn(`没有读入“${file.name}”：${reason}${into.text === "" ? "" : "原来的文字没有动。"}`);
    }
  }

  function take(taken: NamedFile[], into: Draft, isFolder: boolean): void {
    const [first] = taken;
    if (first === undefined) {
      page.notices.warn("没有可读的文件：放进来的文件夹是空的。");
    } else if (taken.length === 1 && !isFolder) {
      page.views.show("desk");
      void read(first.file, into);
    } else {
      many.openMany(taken);
    }
  }

  function takeChosen(): void {
    const chooser = byId("file", HTMLInputElement);
    chooser.addEventListener("change", () => {
      const chosen = namedFiles(chooser.files ?? []);
      // The same file can be chosen again after it was mended.
      chooser.value = "";
      if (chosen.length > 0) take(chosen, page.shownText, false);
    });
    for (const id of ["choose-file", "welcome-file", "help-file"]) {
      byId(id, HTMLButtonElement).addEventListener("click", () => chooser.click());
    }
  }

  function takeDropped(): void {
    const ground = byId("drop", HTMLElement);
    const previousZone = byId("drop-previous", HTMLElement);
    const show = (on: boolean): void => { ground.hidden = !on; };
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer !== null && event.dataTransfer.types.indexOf("Files") >= 0;

    window.addEventListener("dragenter", (event) => {
      if (hasFiles(event)) show(true);
    });
    window.addEventListener("dragover", (event) => {
      if (!hasFiles(event)) return;
      // Without this the browser would open the file in the page's place.
      event.preventDefault();
      previousZone.classList.toggle("is-over", isOver(previousZone, event));
    });
    window.addEventListener("dragleave", (event) => {
      if (event.relatedTarget === null) show(false);
    });
    window.addEventListener("drop", (event) => {
      show(false);
      if (!hasFiles(event) || event.dataTransfer === null) return;
      event.preventDefault();
      const into = isOver(previousZone, event) ? page.previous : page.draft;
      filesOf(event.dataTransfer).then(
        (dropped) => take(dropped.files, into, dropped.isFolder),
        () => many.askForFolder(),
      );
    });
    // A drag that ends without a word, as some browsers let it, must not leave the ground standing.
    ground.addEventListener("click", () => show(false));
    ground.appendChild(button({ class: "quiet drop-close" }, () => show(false), "取消"));
  }
}

function isOver(zone: HTMLElement, event: MouseEvent): boolean {
  const { left, right, top, bottom } = zone.getBoundingClientRect();
  return event.clientX >= left && event.clientX < right && event.clientY >= top && event.clientY < bottom;
}

function tooLarge(file: File): string {
  const size = Math.round(file.size / (1024 * 1024)).toLocaleString("zh-CN");
  return `文件有 ${size} MB，一份年度报告不会这么大，多半是里面的图片太大。请在 Word 或 WPS 里全选、复制文字，再粘贴到这里。`;
}

/** `Blob.arrayBuffer` is missing before Chromium 76. */
export function bytesOf(file: File): Promise<Uint8Array> {
  if (file.size > LARGEST) return Promise.reject(new Error(tooLarge(file)));
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => reject(new Error("浏览器打不开这个文件。它可能正被别的程序占用，请关掉那个程序再试，或复制文字粘贴到这里。"));
    reader.readAsArrayBuffer(file);
  });
}
