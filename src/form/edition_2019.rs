//! The trial form of the data years 2019 and 2020: 国办公开办函〔2019〕60号.

use super::{CORNER_NOTE, Column, Content, DISPUTES, Edition, Form, Row, TableForm, TableKind, applicants, count};

const DOCUMENTS: &[Column] = &[
    count("made", "本年新制作数量", &["本年新制作数"]),
    count("published", "本年新公开数量", &["本年新公开数"]),
    count("total-published", "对外公开总数量", &["对外公开总数"]),
];

const LAST_YEAR: Column = count("last-year", "上一年项目数量", &["上年项目数量"]);
const CHANGE: Column =
    Column {
        key: "change", label: "本年增/减", variants: &["本年增减", "本年增（减）"], content: Content::Change
    };

const DECISIONS: &[Column] = &[LAST_YEAR, CHANGE, count("decisions", "处理决定数量", &["本年处理决定数量"])];

const FEES: &[Column] = &[LAST_YEAR, CHANGE];

const PROCUREMENT: &[Column] = &[
    count("projects", "采购项目数量", &[]),
    Column {
        key: "amount", label: "采购总金额", variants: &["采购总金额（单位：万元）"], content: Content::Amount
    },
];

const REFUSED: Option<&str> = Some("（三）不予公开");
const UNAVAILABLE: Option<&str> = Some("（四）无法提供");
const NOT_PROCESSED: Option<&str> = Some("（五）不予处理");

pub(super) static FORM: Form = Form {
    edition: Edition::Y2019,
    tables: [
        TableForm {
            kind: TableKind::Disclosure,
            rows: &[
                Row {
                    key: "20.1.regulation",
                    label: "规章",
                    variants: &["政府规章", "部门规章"],
                    group: None,
                    columns: DOCUMENTS,
                },
                Row {
                    key: "20.1.normative-document",
                    label: "规范性文件",
                    variants: &["行政规范性文件"],
                    group: None,
                    columns: DOCUMENTS,
                },
                Row { key: "20.5.licence", label: "行政许可", variants: &[], group: None, columns: DECISIONS },
                Row {
                    key: "20.5.other-service",
                    label: "其他对外管理服务事项",
                    variants: &["其它对外管理服务事项"],
                    group: None,
                    columns: DECISIONS,
                },
                Row { key: "20.6.penalty", label: "行政处罚", variants: &[], group: None, columns: DECISIONS },
                Row { key: "20.6.coercion", label: "行政强制", variants: &[], group: None, columns: DECISIONS },
                Row { key: "20.8.fee", label: "行政事业性收费", variants: &[], group: None, columns: FEES },
                Row {
                    key: "20.9.procurement",
                    label: "政府集中采购",
                    variants: &[],
                    group: None,
                    columns: PROCUREMENT,
                },
            ],
            captions: &[
                "第二十条第（一）项",
                "第二十条第（五）项",
                "第二十条第（六）项",
                "第二十条第（八）项",
                "第二十条第（九）项",
                "信息内容",
            ],
        },
        TableForm {
            kind: TableKind::Applications,
            rows: &[
                applicants("1", "一、本年新收政府信息公开申请数量", &["本年新收政府信息公开申请数量"], None),
                applicants("2", "二、上年结转政府信息公开申请数量", &["上年结转政府信息公开申请数量"], None),
                applicants("3.1", "（一）予以公开", &["予以公开"], None),
                applicants(
                    "3.2",
                    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
                    &["（二）部分公开", "部分公开", "部分公开（区分处理的，只计这一情形，不计其他情形）"],
                    None,
                ),
                applicants("3.3.1", "1.属于国家秘密", &["属于国家秘密"], REFUSED),
                applicants("3.3.2", "2.其他法律行政法规禁止公开", &["其他法律行政法规禁止公开"], REFUSED),
                applicants("3.3.3", "3.危及“三安全一稳定”", &["危及“三安全一稳定”"], REFUSED),
                applicants("3.3.4", "4.保护第三方合法权益", &["保护第三方合法权益"], REFUSED),
                applicants("3.3.5", "5.属于三类内部事务信息", &["属于三类内部事务信息"], REFUSED),
                applicants("3.3.6", "6.属于四类过程性信息", &["属于四类过程性信息"], REFUSED),
                applicants("3.3.7", "7.属于行政执法案卷", &["属于行政执法案卷"], REFUSED),
                applicants("3.3.8", "8.属于行政查询事项", &["属于行政查询事项"], REFUSED),
                applicants("3.4.1", "1.本机关不掌握相关政府信息", &["本机关不掌握相关政府信息"], UNAVAILABLE),
                applicants("3.4.2", "2.没有现成信息需要另行制作", &["没有现成信息需要另行制作"], UNAVAILABLE),
                applicants("3.4.3", "3.补正后申请内容仍不明确", &["补正后申请内容仍不明确"], UNAVAILABLE),
                applicants("3.5.1", "1.信访举报投诉类申请", &["信访举报投诉类申请"], NOT_PROCESSED),
                applicants("3.5.2", "2.重复申请", &["重复申请"], NOT_PROCESSED),
                applicants("3.5.3", "3.要求提供公开出版物", &["要求提供公开出版物"], NOT_PROCESSED),
                applicants("3.5.4", "4.无正当理由大量反复申请", &["无正当理由大量反复申请"], NOT_PROCESSED),
                applicants(
                    "3.5.5",
                    "5.要求行政机关确认或重新出具已获取信息",
                    &["要求行政机关确认或重新出具已获取信息"],
                    NOT_PROCESSED,
                ),
                applicants("3.6", "（六）其他处理", &["（六）其它处理", "其他处理"], None),
                applicants("3.7", "（七）总计", &["（七）合计", "（七）小计"], None),
                applicants(
                    "4",
                    "四、结转下年度继续办理",
                    &["四、结转下一年度继续办理", "四、结转下年继续办理", "结转下年度继续办理"],
                    None,
                ),
            ],
            captions: &[
                CORNER_NOTE,
                "申请人情况",
                "法人或其他组织",
                "三、本年度办理结果",
                "（三）不予公开",
                "（四）无法提供",
                "（五）不予处理",
            ],
        },
        DISPUTES,
    ],
};
