/** The entry "nianbao/adapters". Nothing runs on import. */

export { ckeditor4 } from "./ckeditor4.js";
export { ckeditor5 } from "./ckeditor5.js";
export { kindeditor } from "./kindeditor.js";
export { textarea } from "./textarea.js";
export { tinymce } from "./tinymce.js";
export { ueditor } from "./ueditor.js";
export { wangeditor } from "./wangeditor.js";
