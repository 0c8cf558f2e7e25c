/**
 * The three tables in the layout of the official form: merged group cells, head lines, the corner note.
 * Layouts are data, one for each table and edition; a new edition of the form is a new layout.
 */

import type { Report, TableKind } from "../engine/index.js";

export type Edition = NonNullable<Report["edition"]>;

/** A cell of a layout: a label (with the row or the column that it names, where it names one) or the place of a value. */
export type LayoutCell = { span?: [columns: number, rows: number] } & (
  | { label: string; as: "head" | "row" | "group" | "stage" | "block" | "note"; row?: string; column?: string }
  | { row: string; column: string }
);

export interface Layout {
  name: string;
  /** Lines at the top that name the columns. */
  headLines: number;
  lines: LayoutCell[][];
}

const CORNER_NOTE = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）";

const ORGANISATIONS: [key: string, label: string][] = [
  ["business", "商业企业"],
  ["research", "科研机构"],
  ["public-welfare", "社会公益组织"],
  ["legal-service", "法律服务机构"],
  ["other", "其他"],
];

const APPLICANTS = ["natural-person", ...ORGANISATIONS.map(([column]) => column), "total"];

const head = (label: string, columns = 1, rows = 1, names: { row?: string; column?: string } = {}): LayoutCell => ({
  label,
  as: "head",
  span: [columns, rows],
  ...names,
});
const block = (label: string): LayoutCell => ({ label, as: "block", span: [4, 1] });
const value = (row: string, column: string, columns = 1): LayoutCell => ({ row, column, span: [columns, 1] });

/** One block of table two: its article, its head line and its rows, every line four columns wide. */
function disclosureBlock(article: string, columns: [key: string, label: string][], rows: [key: string, label: string][]): LayoutCell[][] {
  const width = (index: number): number => (index === columns.length - 1 ? 4 - columns.length : 1);
  return [
    [block(article)],
    [head("信息内容"), ...columns.map(([column, label], index) => head(label, width(index), 1, { column }))],
    ...rows.map(([row, label]): LayoutCell[] => [
      { label, as: "row", row },
      ...columns.map(([column], index) => value(row, column, width(index))),
    ]),
  ];
}

/** Table three, with the rows under （六）其他处理 that an edition has. */
function applications(other: string[]): Layout {
  const line = (row: string, label: string, columns: number, group?: LayoutCell): LayoutCell[] => [
    ...(group === undefined ? [] : [group]),
    { label, as: "row", row, span: [columns, 1] },
    ...APPLICANTS.map((column) => value(row, column)),
  ];
  const group = (row: string, label: string, items: string[]): LayoutCell[][] =>
    items.map((item, index) =>
      line(`${row}.${index + 1}`, item, 1, index === 0 ? { label, as: "group", span: [1, items.length] } : undefined),
    );

  const results: LayoutCell[][] = [
    line("3.1", "（一）予以公开", 2),
    line("3.2", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", 2),
    ...group("3.3", "（三）不予公开", [
      "1.属于国家秘密",
      "2.其他法律行政法规禁止公开",
      "3.危及“三安全一稳定”",
      "4.保护第三方合法权益",
      "5.属于三类内部事务信息",
      "6.属于四类过程性信息",
      "7.属于行政执法案卷",
      "8.属于行政查询事项",
    ]),
    ...group("3.4", "（四）无法提供", ["1.本机关不掌握相关政府信息", "2.没有现成信息需要另行制作", "3.补正后申请内容仍不明确"]),
    ...group("3.5", "（五）不予处理", [
      "1.信访举报投诉类申请",
      "2.重复申请",
      "3.要求提供公开出版物",
      "4.无正当理由大量反复申请",
      "5.要求行政机关确认或重新出具已获取信息",
    ]),
    ...(other.length === 0 ? [line("3.6", "（六）其他处理", 2)] : group("3.6", "（六）其他处理", other)),
    line("3.7", "（七）总计", 2),
  ];
  const [first = [], ...rest] = results;
  return {
    name: "表三　收到和处理政府信息公开申请情况",
    headLines: 3,
    lines: [
      [{ label: CORNER_NOTE, as: "note", span: [3, 3] }, head("申请人情况", 7)],
      [
        head("自然人", 1, 2, { column: "natural-person" }),
        head("法人或其他组织", 5),
        head("总计", 1, 2, { column: "total" }),
      ],
      ORGANISATIONS.map(([column, label]) => head(label, 1, 1, { column })),
      line("1", "一、本年新收政府信息公开申请数量", 3),
      line("2", "二、上年结转政府信息公开申请数量", 3),
      [{ label: "三、本年度办理结果", as: "stage", span: [1, results.length] }, ...first],
      ...rest,
      line("4", "四、结转下年度继续办理", 3),
    ],
  };
}

const DISPUTE_RESULTS: [key: string, label: string][] = [
  ["upheld", "结果维持"],
  ["corrected", "结果纠正"],
  ["other", "其他结果"],
  ["pending", "尚未审结"],
  ["total", "总计"],
];

/** Table four, the same in both editions: one row of fifteen cells. */
const DISPUTES: Layout = {
  name: "表四　政府信息公开行政复议、行政诉讼情况",
  headLines: 3,
  lines: [
    [head("行政复议", 5, 1, { row: "review" }), head("行政诉讼", 10)],
    [
      ...DISPUTE_RESULTS.map(([column, label]) => head(label, 1, 2, { column })),
      head("未经复议直接起诉", 5, 1, { row: "direct-litigation" }),
      head("复议后起诉", 5, 1, { row: "litigation-after-review" }),
    ],
    [...DISPUTE_RESULTS, ...DISPUTE_RESULTS].map(([, label]) => head(label)),
    ["review", "direct-litigation", "litigation-after-review"]
      .map((row) => DISPUTE_RESULTS.map(([column]) => value(row, column)))
      .reduce((all, part) => all.concat(part), []),
  ],
};

const DISCLOSURE_NAME = "表二　主动公开政府信息情况";

const DECISIONS_2019: [string, string][] = [
  ["last-year", "上一年项目数量"],
  ["change", "本年增/减"],
  ["decisions", "处理决定数量"],
];

export const LAYOUTS: Record<Edition, Record<TableKind, Layout>> = {
  "2021": {
    disclosure: {
      name: DISCLOSURE_NAME,
      headLines: 0,
      lines: [
        ...disclosureBlock(
          "第二十条第（一）项",
          [["issued", "本年制发件数"], ["repealed", "本年废止件数"], ["in-force", "现行有效件数"]],
          [["20.1.regulation", "规章"], ["20.1.normative-document", "行政规范性文件"]],
        ),
        ...disclosureBlock("第二十条第（五）项", [["decisions", "本年处理决定数量"]], [["20.5.licence", "行政许可"]]),
        ...disclosureBlock(
          "第二十条第（六）项",
          [["decisions", "本年处理决定数量"]],
          [["20.6.penalty", "行政处罚"], ["20.6.coercion", "行政强制"]],
        ),
        ...disclosureBlock("第二十条第（八）项", [["amount", "本年收费金额（单位：万元）"]], [["20.8.fee", "行政事业性收费"]]),
      ],
    },
    applications: applications([
      "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
      "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
      "3.其他",
    ]),
    disputes: DISPUTES,
  },
  "2019": {
    disclosure: {
      name: DISCLOSURE_NAME,
      headLines: 0,
      lines: [
        ...disclosureBlock(
          "第二十条第（一）项",
          [["made", "本年新制作数量"], ["published", "本年新公开数量"], ["total-published", "对外公开总数量"]],
          [["20.1.regulation", "规章"], ["20.1.normative-document", "规范性文件"]],
        ),
        ...disclosureBlock("第二十条第（五）项", DECISIONS_2019, [
          ["20.5.licence", "行政许可"],
          ["20.5.other-service", "其他对外管理服务事项"],
        ]),
        ...disclosureBlock("第二十条第（六）项", DECISIONS_2019, [
          ["20.6.penalty", "行政处罚"],
          ["20.6.coercion", "行政强制"],
        ]),
        ...disclosureBlock("第二十条第（八）项", DECISIONS_2019.slice(0, 2), [["20.8.fee", "行政事业性收费"]]),
        ...disclosureBlock(
          "第二十条第（九）项",
          [["projects", "采购项目数量"], ["amount", "采购总金额"]],
          [["20.9.procurement", "政府集中采购"]],
        ),
      ],
    },
    applications: applications([]),
    disputes: DISPUTES,
  },
};
