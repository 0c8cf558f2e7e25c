// dist/npm as its users take it: installed under its name, imported, required, bundled, type-checked.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { Worker } from "node:worker_threads";
import { esbuild, root, typescript } from "../browser/packages.mjs";
import { projectWithPackage } from "./project.mjs";

const run = promisify(execFile);
let project;
let report;

before(async () => {
  project = await projectWithPackage();
  report = await readFile(join(root, "tests/browser/fixtures/wrong.txt"), "utf8");
});
after(() => rm(project, { recursive: true }));

const load = () => import(pathToFileURL(join(project, "node_modules/nianbao/index.js")).href);

test("import needs no waiting and finds the errors of a report", async () => {
  const { validate } = await load();
  const answer = validate(report);
  assert.equal(answer.verdict, "fail");
  for (const d of answer.diagnostics) assert.ok(d.from <= d.to && d.to <= report.length, d.message);
  assert.ok(answer.diagnostics.some((d) => d.code.startsWith("arithmetic/")));
});

test("a report is made of plain objects, field by field what the core says of it", async () => {
  const { aggregate, validate } = await load();
  const folder = join(root, "tests/corpus");
  const texts = (await readdir(folder)).filter((file) => /\.(txt|html)$/.test(file));
  assert.ok(texts.length > 40);
  for (const file of texts) {
    const text = await readFile(join(folder, file), "utf8");
    const answer = validate(text);
    assert.deepEqual(structuredClone(answer), answer);
    // aggregate() hands its reports over another way: value by value.
    const [unit] = aggregate(text, [{ name: "本级", text }]).units;
    assert.deepStrictEqual(unit.report, answer, file);
    assert.equal(JSON.stringify(unit.report), JSON.stringify(answer), file);
  }
});

test("nothing in it tells where it was built", async () => {
  const module = (await readFile(join(project, "node_modules/nianbao/nianbao.wasm"))).toString("latin1");
  for (const place of [root, "registry/src"]) assert.ok(!module.includes(place), place);
});

test("require gives the same answer", async () => {
  const { validate } = createRequire(join(project, "main.cjs"))("nianbao");
  assert.deepEqual(validate(report), (await load()).validate(report));
});

test("a group that is disabled says nothing", async () => {
  const { validate } = await load();
  const codes = (options) => validate(report, options).diagnostics.map((d) => d.code);
  assert.ok(codes({}).some((code) => code.startsWith("structure/")));
  assert.ok(!codes({ disable: ["structure"] }).some((code) => code.startsWith("structure/")));
});

test("last year's report is held against this year's", async () => {
  const { validate } = await load();
  const codes = (previous) => validate(report, { previous }).diagnostics.map((d) => d.code);
  const lastYears = (carried) =>
    report.replace(/20\d\d(?=年政府信息公开工作年度报告)/, (year) => String(year - 1)).replace(/(结转下年度继续办理\s+)\d+/, `$1${carried}`);
  assert.ok(codes(lastYears("7")).includes("consistency/broken-carry-over"));
  assert.ok(codes(report).includes("consistency/not-last-years-report"));
  assert.ok(!codes("  ").some((code) => code === "consistency/not-last-years-report"));
});

test("every rule that speaks is explained", async () => {
  const { rules, validate } = await load();
  const explained = new Map(rules().map((rule) => [rule.code, rule]));
  const { diagnostics } = validate(report);
  assert.ok(diagnostics.length > 0);
  for (const d of diagnostics) assert.ok(explained.get(d.code)?.explanation, d.code);
});

test("the form's six headings make a report of six sections", async () => {
  const { form, validate } = await load();
  const { headings, newestYear } = form();
  assert.ok(Number.isInteger(newestYear) && newestYear >= 2025, String(newestYear));
  const text = [`柳溪口镇人民政府${newestYear}年政府信息公开工作年度报告`, ...headings.map((heading) => `${heading}\n本节内容略。`)].join("\n\n");
  const { sections, diagnostics } = validate(text);
  assert.deepEqual(sections.filter(({ number }) => number > 0).map(({ number, heading }) => [number, heading.text]), headings.map((heading, index) => [index + 1, heading]));
  assert.deepEqual(diagnostics.filter(({ code }) => /^structure\/.*heading/.test(code)), []);
});

test("an argument of another type is a TypeError in words", async () => {
  const { aggregate, read, validate } = await load();
  const refusals = [
    [() => validate(5), "validate 的第一个参数应为字符串，收到的是数字"],
    [() => validate(undefined), "validate 的第一个参数应为字符串，收到的是未定义的值 undefined"],
    [() => validate("", ["structure"]), "validate 的第二个参数应为对象，收到的是数组"],
    [() => validate("", { disable: "structure" }), "validate 的选项 disable 应为字符串数组，收到的是字符串"],
    [() => validate("", { disable: [1] }), "validate 的选项 disable 的每一项应为字符串，收到的是数字"],
    [() => validate("", { allow: "柳溪口" }), "validate 的选项 allow 应为字符串数组，收到的是字符串"],
    [() => validate("", { allow: [null] }), "validate 的选项 allow 的每一项应为字符串，收到的是空值 null"],
    [() => validate("", { year: "2023" }), "validate 的选项 year 应为整数，收到的是字符串"],
    [() => validate("", { year: 2023.5 }), "validate 的选项 year 应为整数年份，如 2025，收到的是 2023.5"],
    [() => validate("", { year: 1e12 }), "validate 的选项 year 应为整数年份，如 2025，收到的是 1000000000000"],
    [() => validate("", { previous: ["报告"] }), "validate 的选项 previous（上年报告）应为字符串，收到的是数组"],
    [() => read("报告", "报告.txt"), "read 的第一个参数应为 Uint8Array，收到的是字符串"],
    [() => read(new Uint8Array(), null), "read 的第二个参数（文件名）应为字符串，收到的是空值 null"],
    [() => aggregate(null, []), "aggregate 的第一个参数（汇总报告）应为字符串，收到的是空值 null"],
    [() => aggregate(""), "aggregate 的第二个参数（各单位的报告）应为数组，收到的是未定义的值 undefined"],
    [() => aggregate("", [report]), "aggregate 的第二个参数第 1 项应为对象，收到的是字符串"],
    [() => aggregate("", [{ name: "", text: "" }, { text: "" }]), "aggregate 的第二个参数第 2 项的 name（单位名称）应为字符串，收到的是未定义的值 undefined"],
    [() => aggregate("", [{ name: "", text: 5 }]), "aggregate 的第二个参数第 1 项的 text（报告全文）应为字符串，收到的是数字"],
  ];
  for (const [call, message] of refusals) assert.throws(call, { name: "TypeError", message });
});

test("read gives a file's text and refuses another kind in Chinese", async () => {
  const { read } = await load();
  assert.equal(read(new TextEncoder().encode("一、总体情况"), "报告.txt").trim(), "一、总体情况");
  assert.throws(() => read(new TextEncoder().encode("%PDF-1.7\n"), "报告.pdf"), { name: "Error", message: /[\u4e00-\u9fff].*。$/ });
});

test("aggregate holds a county against the sum of its units", async () => {
  const { aggregate, validate } = await load();
  const right = await readFile(join(root, "tests/browser/fixtures/right.txt"), "utf8");
  const requests = (answer) => answer.cells.find(({ cell }) => cell.row === "1" && cell.column === "total");
  const one = aggregate(right, [{ name: "白石镇", text: right }]);
  const received = requests(one).county;
  assert.ok(received > 0);
  assert.equal(one.cells.length, 200);
  assert.ok(one.cells.every(({ verdict }) => verdict === "agrees"));
  assert.deepEqual(one.units, [{ name: "白石镇", report: validate(right) }]);
  assert.deepEqual(one.county, validate(right));
  assert.deepEqual(structuredClone(one), one);
  const two = aggregate(right, [{ name: "白石镇", text: right }, { name: "桥头镇", text: right }]);
  assert.deepEqual(requests(two), { cell: requests(one).cell, county: received, sum: 2 * received, verdict: "differs" });
  assert.equal(aggregate(right, []).notes[0].message, "没有各单位的报告，无法汇总");
});

test("lone surrogates and characters of two units do not move a place", async () => {
  const { validate } = await load();
  const odd = "𠮷\ud800\u0000";
  const heading = "三、收到和处理";
  const sums = (text) => validate(text).diagnostics.filter((d) => d.code.startsWith("arithmetic/"));
  const shifted = sums(report.replace("三件实事", `${odd}三件实事`)).map((d) => d.from);
  const plain = sums(report).map((d) => d.from);
  assert.ok(plain.length > 0 && plain.every((from) => from > report.indexOf(heading)));
  assert.deepEqual(shifted, plain.map((from) => from + odd.length));
});

test("a worker needs no waiting", async () => {
  const worker = new Worker(
    `const { parentPort, workerData } = require("node:worker_threads");
     parentPort.postMessage(require(workerData.path).validate(workerData.report).verdict);`,
    { eval: true, workerData: { path: join(project, "node_modules/nianbao"), report } },
  );
  const verdict = await new Promise((resolve, reject) => worker.once("message", resolve).once("error", reject));
  assert.equal(verdict, "fail");
});

test("a bundle for browsers holds all it needs", async () => {
  await writeFile(join(project, "app.mjs"), `import { validate } from "nianbao"; console.log(validate("").verdict);`);
  const outfile = join(project, "app.bundle.cjs");
  await esbuild.build({ entryPoints: [join(project, "app.mjs")], bundle: true, platform: "browser", format: "iife", target: "chrome69", outfile });
  const { stdout } = await run(process.execPath, [outfile], { cwd: dirname(project) });
  assert.equal(stdout, "incomplete\n");
});

test("a server may import all of it: nothing runs on import, nothing asks for a page", async () => {
  const source = `
    import { attach, guardForm, readText } from "nianbao/editor";
    import { defineElement } from "nianbao/element";
    import * as adapters from "nianbao/adapters";
    import { validate } from "nianbao/web";
    defineElement();
    console.log([attach, guardForm, readText, validate, ...Object.values(adapters)].map((item) => typeof item).join());`;
  await writeFile(join(project, "server.mjs"), source);
  const { stdout, stderr } = await run(process.execPath, ["server.mjs"], { cwd: project });
  assert.equal(stdout, `${Array(11).fill("function").join()}\n`);
  assert.equal(stderr, "");
});

for (const [file, module] of [["app.mts", "node16"], ["app.mts", "nodenext"], ["app.ts", "preserve"]]) {
  test(`the types of the editors hold for ${file} with module ${module}`, async () => {
    const source = `
      import { attach, guardForm, readText, type Attached } from "nianbao/editor";
      import { defineElement, type NianbaoCheckElement } from "nianbao/element";
      import { textarea, ueditor, type EditorCheck } from "nianbao/adapters";
      import { ready } from "nianbao/web";
      const area = document.createElement("textarea");
      const attached: Attached = attach(area, { validate: { year: 2023 }, onReport: (report) => console.log(report?.verdict) });
      guardForm(document.createElement("form"), attached, ({ errors }) => errors === 0);
      const element: NianbaoCheckElement = document.createElement("nianbao-check");
      document.addEventListener("nianbao-report", (event) => console.log(event.detail?.verdict, element.report, readText(area)));
      const check: EditorCheck = textarea(area, { open: true });
      ready().then(() => check.detach()).then(defineElement);
      ueditor({});
      // @ts-expect-error a number is no element
      attach(5);`;
    await typeCheck(file, module, source);
  });
}

for (const [file, module] of [["app.mts", "nodenext"], ["app.cts", "nodenext"], ["app.cts", "node16"], ["app.ts", "preserve"]]) {
  test(`the types hold for ${file} with module ${module}`, async () => {
    const source = `
      import { aggregate, read, ready, rules, validate, type Report } from "nianbao";
      const report: Report = validate("", { year: 2023, previous: "", disable: ["structure"], allow: ["柳溪口"] });
      const year: number | null = report.year;
      const sum: number | null | undefined = aggregate("", [{ name: "白石镇", text: "" }]).cells[0]?.sum;
      ready().then(() => console.log(year, sum, rules()[0]?.title, read(new Uint8Array(), "a.txt").length));
      // @ts-expect-error a number is no report
      validate(5);`;
    await typeCheck(file, module, source);
  });
}

test("no script carries the core twice, and the one for a script tag weighs what the page does", async () => {
  const folder = join(project, "node_modules/nianbao");
  const scripts = (await readdir(folder, { recursive: true })).filter((file) => /\.c?js$/.test(file));
  for (const file of scripts) {
    const script = await readFile(join(folder, file), "utf8");
    const cores = script.match(/[A-Za-z0-9+/]{100000,}/g) ?? [];
    assert.ok(cores.length <= 1, `${file} has ${cores.length}`);
    if (file !== "nianbao.iife.js") continue;
    assert.equal(cores.length, 1);
    assert.ok(script.length < 700_000, `${script.length} characters`);
  }
});

test("the package names every file it exports", async () => {
  const manifest = JSON.parse(await readFile(join(project, "node_modules/nianbao/package.json"), "utf8"));
  const files = JSON.stringify(manifest.exports).match(/\.\/[\w.-]+\.(?:c?js|d\.c?ts|wasm|json)(?=")/g);
  assert.ok(files.length > 5);
  for (const file of files) await readFile(join(project, "node_modules/nianbao", file));
});

async function typeCheck(file, module, source) {
  await writeFile(join(project, file), source);
  const moduleResolution = module === "preserve" ? "bundler" : module;
  const config = { compilerOptions: { module, moduleResolution, strict: true, noEmit: true, types: [], lib: ["es2022", "dom"] }, files: [file] };
  await writeFile(join(project, "tsconfig.json"), JSON.stringify(config));
  const tsc = join(dirname(typescript), "bin/tsc");
  await run(process.execPath, [tsc, "--project", project]).catch((error) => assert.fail(error.stdout));
}
