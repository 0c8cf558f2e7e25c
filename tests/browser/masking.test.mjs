// What a report of a false alarm gives away: nothing that tells whose report it is.

import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { esbuild, root } from "./packages.mjs";

const { outputFiles } = await esbuild.build({
  entryPoints: [join(root, "www/src/page/masking.ts")],
  bundle: true,
  write: false,
  format: "esm",
});
const { mask } = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);

for (const [sentence, names, masked] of [
  ["全年收到申请18件，其中网上１２件。", [], "全年收到申请××件，其中网上××件。"],
  ["全年收到申请十八件，办结三十余件。", [], "全年收到申请××件，办结××余件。"],
  ["（一）主动公开。根据第二十条第（五）项", [], "（一）主动公开。根据第二十条第（五）项"],
  ["本市各县区、全省、该镇和上级市局", [], /^本市各县区、全省、该镇和/],
  ["白鹭泽县水务局公布青川镇的信息", [], /^×{7}(?:公布|××)×{3}的信息$/],
  ["水务局今年发布", ["水务局"], "×××今年发布"],
  ["依据江州政发〔2023〕15号文件", [], /×{4}〔××××〕××号文件$/],
  ["联系人：王小明，由李大山同志负责", [], "联系人：×××，由×××同志负责"],
  ["登录www.example.gov.cn或发邮件到a_b@example.com", [], /^登录×+或发邮件到×+$/],
  ["电话0123-4567890，手机13800138000", [], "电话××××-×××××××，手机×××××××××××"],
]) {
  test(`masks ${sentence}`, () => {
    const result = mask(sentence, names);
    assert.equal(result.length, sentence.length);
    if (masked instanceof RegExp) assert.match(result, masked);
    else assert.equal(result, masked);
  });
}
