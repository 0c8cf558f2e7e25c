//! What a figure means, by what its sentence speaks of and the words nearest to it.

use crate::document::Subject;
use crate::form::TableKind;

/// What a sentence speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Domain {
    /// Requests for information.
    Requests,
    /// Reviews and lawsuits.
    Disputes,
    /// 规章 and 规范性文件.
    Documents,
    /// 许可, 处罚 and 强制.
    Decisions,
    /// 行政事业性收费.
    Fees,
    /// Notices to pay for an answer.
    FeeNotices,
}

/// A sum of cells: every one of `rows` in every one of `columns`. "3.3" stands for all rows below it; no rows at all
/// stand for those of the nouns before the figure (行政复议, 行政诉讼; 规章, 规范性文件).
#[derive(Debug)]
pub struct Sum {
    pub table: TableKind,
    /// What messages call it; "" where it is a single cell.
    pub name: &'static str,
    pub rows: &'static [&'static str],
    /// Rows that the sentence leaves out.
    pub less: &'static [&'static str],
    pub columns: &'static [&'static str],
}

/// What a figure behind (or before) one of the words says.
#[derive(Debug)]
pub enum Says {
    /// A claim.
    Claim(Subject, &'static [Sum]),
    /// Carried over; from or to which year, the words around tell.
    CarriedOver,
    /// Requests answered in a way of its own, which a count of answers may leave out: 撤回.
    Beside,
    /// Requests by the way they came; several make a claim together.
    Channel,
    /// Nothing that a table has.
    Nothing,
}

/// Words and what a figure with them says.
#[derive(Debug)]
pub struct Template {
    pub domain: Domain,
    pub words: &'static [&'static str],
    pub says: Says,
}

const TOTAL: &[&str] = &["total"];
const ORGANISATIONS: &[&str] = &["business", "research", "public-welfare", "legal-service", "other"];
const CAME: &str = "新收与上年结转之和";
const WENT: &str = "办理结果与结转下年度之和";

const fn requests(name: &'static str, rows: &'static [&'static str]) -> Sum {
    Sum { table: TableKind::Applications, name, rows, less: &[], columns: TOTAL }
}

const fn applicants(name: &'static str, rows: &'static [&'static str], columns: &'static [&'static str]) -> Sum {
    Sum { table: TableKind::Applications, name, rows, less: &[], columns }
}

const fn disputes(columns: &'static [&'static str]) -> Sum {
    Sum { table: TableKind::Disputes, name: "", rows: &[], less: &[], columns }
}

const fn disclosure(columns: &'static [&'static str]) -> Sum {
    Sum { table: TableKind::Disclosure, name: "", rows: &[], less: &[], columns }
}

pub static NEW: &[Sum] = &[requests("", &["1"])];
pub static RECEIVED: &[Sum] =
    &[requests("", &["1"]), requests(CAME, &["1", "2"]), requests("", &["3.7"]), requests(WENT, &["3.7", "4"])];
static HANDLED: &[Sum] =
    &[requests(CAME, &["1", "2"]), requests("", &["3.7"]), requests(WENT, &["3.7", "4"]), requests("", &["1"])];
static ANSWERED: &[Sum] = &[
    requests("", &["3.7"]),
    Sum {
        table: TableKind::Applications, name: "办理结果减去上年结转", rows: &["3.7"], less: &["2"], columns: TOTAL
    },
];
pub static CARRIED_IN: &[Sum] = &[requests("", &["2"])];
pub static CARRIED_OUT: &[Sum] = &[requests("", &["4"])];
pub static CARRIED_EITHER_WAY: &[Sum] = &[requests("", &["4"]), requests("", &["2"])];
static GRANTED: &[Sum] = &[requests("", &["3.1"])];
static GRANTED_AT_ALL: &[Sum] = &[requests("", &["3.1"]), requests("予以公开与部分公开之和", &["3.1", "3.2"])];
static PARTLY: &[Sum] = &[requests("", &["3.2"])];
static REFUSED: &[Sum] = &[requests("“（三）不予公开”各行之和", &["3.3"])];
static UNAVAILABLE: &[Sum] = &[requests("“（四）无法提供”各行之和", &["3.4"])];
static NOT_EXISTING: &[Sum] =
    &[requests("", &["3.4.1"]), requests("", &["3.4.2"]), requests("“（四）无法提供”各行之和", &["3.4"])];
static NOT_HELD: &[Sum] = &[requests("", &["3.4.1"]), requests("“（四）无法提供”各行之和", &["3.4"])];
static NOT_PROCESSED: &[Sum] = &[requests("“（五）不予处理”各行之和", &["3.5"])];
static OTHERWISE: &[Sum] = &[requests("“（六）其他处理”各行之和", &["3.6"]), requests("", &["3.6.3"])];
static SENT_ELSEWHERE: &[Sum] = &[
    requests("", &["3.4.1"]),
    requests("", &["3.3.8"]),
    requests("", &["3.6.3"]),
    requests("“（四）无法提供”各行之和", &["3.4"]),
    requests("“（六）其他处理”各行之和", &["3.6"]),
];
static ALREADY_PUBLIC: &[Sum] =
    &[requests("", &["3.1"]), requests("", &["3.6.3"]), requests("“（六）其他处理”各行之和", &["3.6"])];
static UNPAID: &[Sum] = &[requests("", &["3.6.2"])];

static NATURAL: &[Sum] = &by_rows(&["natural-person"], ["", "新收与上年结转的自然人之和", "", "自然人办结与结转之和"]);
static BUSINESS: &[Sum] = &by_rows(&["business"], ["", "新收与上年结转的商业企业之和", "", "商业企业办结与结转之和"]);
static RESEARCH: &[Sum] = &by_rows(&["research"], ["", "新收与上年结转的科研机构之和", "", "科研机构办结与结转之和"]);
static WELFARE: &[Sum] =
    &by_rows(&["public-welfare"], ["", "新收与上年结转的社会公益组织之和", "", "社会公益组织办结与结转之和"]);
static LEGAL: &[Sum] =
    &by_rows(&["legal-service"], ["", "新收与上年结转的法律服务机构之和", "", "法律服务机构办结与结转之和"]);
pub static ORGANISATION: &[Sum] = &by_rows(
    ORGANISATIONS,
    [
        "新收的法人或其他组织各列之和",
        "新收与上年结转的法人或其他组织之和",
        "办结的法人或其他组织各列之和",
        "法人或其他组织办结与结转之和",
    ],
);
static ENTERPRISE: &[Sum] = &[
    applicants("", &["1"], &["business"]),
    applicants("新收与上年结转的商业企业之和", &["1", "2"], &["business"]),
    applicants("", &["3.7"], &["business"]),
    applicants("新收的法人或其他组织各列之和", &["1"], ORGANISATIONS),
    applicants("新收与上年结转的法人或其他组织之和", &["1", "2"], ORGANISATIONS),
    applicants("办结的法人或其他组织各列之和", &["3.7"], ORGANISATIONS),
];
static OTHER_ORGANISATION: &[Sum] = &[
    applicants("", &["1"], &["other"]),
    applicants("新收的科研机构至其他四列之和", &["1"], &["research", "public-welfare", "legal-service", "other"]),
    applicants("新收的法人或其他组织各列之和", &["1"], ORGANISATIONS),
    applicants("新收与上年结转的其他之和", &["1", "2"], &["other"]),
    applicants("新收与上年结转的四列之和", &["1", "2"], &["research", "public-welfare", "legal-service", "other"]),
    applicants("新收与上年结转的法人或其他组织之和", &["1", "2"], ORGANISATIONS),
    applicants("", &["3.7"], &["other"]),
    applicants("办结的四列之和", &["3.7"], &["research", "public-welfare", "legal-service", "other"]),
    applicants("办结的法人或其他组织各列之和", &["3.7"], ORGANISATIONS),
];

/// The sets of rows that a number of requests may mean, in some of the columns.
const fn by_rows(columns: &'static [&'static str], names: [&'static str; 4]) -> [Sum; 4] {
    [
        applicants(names[0], &["1"], columns),
        applicants(names[1], &["1", "2"], columns),
        applicants(names[2], &["3.7"], columns),
        applicants(names[3], &["3.7", "4"], columns),
    ]
}

pub static CASES: &[Sum] = &[disputes(TOTAL)];
static UPHELD: &[Sum] = &[disputes(&["upheld"])];
pub static CORRECTED: &[Sum] = &[disputes(&["corrected"])];
static OTHER_RESULT: &[Sum] = &[disputes(&["other"])];
pub static PENDING: &[Sum] = &[disputes(&["pending"])];
pub static LAWSUITS_LOST: &[Sum] = &[Sum {
    table: TableKind::Disputes,
    name: "行政诉讼结果纠正两项之和",
    rows: &["direct-litigation", "litigation-after-review"],
    less: &[],
    columns: &["corrected"],
}];
pub static ISSUED: &[Sum] = &[disclosure(&["issued"])];
pub static REPEALED: &[Sum] = &[disclosure(&["repealed"])];
static IN_FORCE: &[Sum] = &[disclosure(&["in-force"])];
pub static DECISIONS: &[Sum] = &[disclosure(&["decisions"])];
pub static AMOUNT: &[Sum] = &[disclosure(&["amount"])];

const fn of(domain: Domain, words: &'static [&'static str], subject: Subject, sums: &'static [Sum]) -> Template {
    Template { domain, words, says: Says::Claim(subject, sums) }
}

const fn answered(words: &'static [&'static str], sums: &'static [Sum]) -> Template {
    of(Domain::Requests, words, Subject::Answered, sums)
}

const fn nothing(domain: Domain, words: &'static [&'static str]) -> Template {
    Template { domain, words, says: Says::Nothing }
}

/// Verbs by which requests come in; one that stands with 新 speaks of the new ones alone where a carry-over is named.
pub const RECEIVING: &[&str] = &[
    "收到",
    "受理",
    "接到",
    "接收",
    "接受",
    "新收",
    "新收到",
    "新受理",
    "提出",
    "提交",
    "递交",
    "收件",
    "本级",
    "共收到",
    "共收",
];
/// Words for the whole of the answers.
pub const ANSWERING: &[&str] =
    &["答复", "办结", "办理完毕", "办理完结", "办复", "回复", "已办理", "作出答复", "予以答复"];
/// Words for natural persons.
pub const PERSONS: &[&str] = &["自然人", "公民", "个人"];
/// Words for results that put right what was done.
pub const CORRECTING: &[&str] = &["结果纠正", "纠正", "纠错"];
pub const LOSING: &[&str] = &["败诉"];
pub const NOT_YET_DECIDED: &[&str] =
    &["尚未审结", "未审结", "正在审理", "审理中", "尚在审理", "未结案", "尚未办结", "待审结"];

/// Every template. Where several of the words stand before a figure, the nearest counts.
pub static TEMPLATES: &[Template] = &[
    of(Domain::Requests, RECEIVING, Subject::Received, RECEIVED),
    of(Domain::Requests, &["收办", "办理", "承办", "处理"], Subject::Received, HANDLED),
    answered(ANSWERING, ANSWERED),
    Template { domain: Domain::Requests, words: &["结转", "转结", "遗留"], says: Says::CarriedOver },
    of(
        Domain::Requests,
        &[
            "顺延",
            "正在办理",
            "办理中",
            "尚未到期",
            "未到期",
            "尚未办结",
            "未办结",
            "继续办理",
            "尚在办理",
            "转入下年",
            "转入下一年",
            "延至下年",
            "正在依法办理",
            "尚未答复",
            "待答复",
        ],
        Subject::CarriedOut,
        CARRIED_OUT,
    ),
    answered(&["予以公开", "全部公开"], GRANTED),
    answered(&["同意公开", "依法公开", "准予公开", "给予公开"], GRANTED_AT_ALL),
    answered(&["部分公开", "部分予以公开", "予以部分公开"], PARTLY),
    answered(&["不予公开", "不公开"], REFUSED),
    answered(&["国家秘密"], &[requests("", &["3.3.1"])]),
    answered(&["法律行政法规禁止公开", "法律、行政法规禁止公开"], &[requests("", &["3.3.2"])]),
    answered(&["三安全一稳定"], &[requests("", &["3.3.3"])]),
    answered(&["保护第三方合法权益", "第三方合法权益"], &[requests("", &["3.3.4"])]),
    answered(&["内部事务信息", "内部事务"], &[requests("", &["3.3.5"])]),
    answered(&["过程性信息"], &[requests("", &["3.3.6"])]),
    answered(&["行政执法案卷", "执法案卷"], &[requests("", &["3.3.7"])]),
    answered(&["行政查询事项", "行政查询"], &[requests("", &["3.3.8"])]),
    answered(&["无法提供", "不能提供"], UNAVAILABLE),
    answered(&["信息不存在", "不存在"], NOT_EXISTING),
    answered(&["不掌握", "非本机关", "本机关不掌握相关政府信息"], NOT_HELD),
    answered(&["没有现成信息", "需要另行制作", "无现成信息"], &[requests("", &["3.4.2"])]),
    answered(&["仍不明确", "补正后申请内容仍不明确"], &[requests("", &["3.4.3"])]),
    answered(&["不予处理"], NOT_PROCESSED),
    answered(&["信访类", "信访举报投诉类", "信访、举报、投诉类"], &[requests("", &["3.5.1"])]),
    answered(&["重复申请", "重复"], &[requests("", &["3.5.2"])]),
    answered(&["公开出版物"], &[requests("", &["3.5.3"])]),
    answered(&["大量反复申请", "反复申请"], &[requests("", &["3.5.4"])]),
    answered(&["确认或重新出具"], &[requests("", &["3.5.5"])]),
    answered(&["其他处理", "其它处理", "作其他处理"], OTHERWISE),
    answered(&["逾期不补正", "逾期未补正"], &[requests("", &["3.6.1"])]),
    answered(&["逾期未缴", "逾期不缴", "未缴费", "未缴纳费用", "未按收费通知要求缴纳费用"], UNPAID),
    answered(
        &["告知其他途径", "其他途径", "不属于本机关", "不属于本单位", "不属本机关", "非本机关职责", "告知向其他"],
        SENT_ELSEWHERE,
    ),
    answered(&["已主动公开", "属于主动公开", "告知获取方式", "告知获取途径"], ALREADY_PUBLIC),
    of(Domain::Requests, PERSONS, Subject::Applicants, NATURAL),
    of(Domain::Requests, &["商业企业"], Subject::Applicants, BUSINESS),
    of(Domain::Requests, &["企业", "公司"], Subject::Applicants, ENTERPRISE),
    of(Domain::Requests, &["科研机构"], Subject::Applicants, RESEARCH),
    of(Domain::Requests, &["社会公益组织", "公益组织"], Subject::Applicants, WELFARE),
    of(Domain::Requests, &["法律服务机构"], Subject::Applicants, LEGAL),
    of(
        Domain::Requests,
        &[
            "法人",
            "法人或其他组织",
            "法人和其他组织",
            "法人及其他组织",
            "法人或者其他组织",
            "法人、其他组织",
            "企业和其他组织",
            "企业及其他组织",
            "法人组织",
        ],
        Subject::Applicants,
        ORGANISATION,
    ),
    of(Domain::Requests, &["其他组织", "其他申请人"], Subject::Applicants, OTHER_ORGANISATION),
    Template {
        domain: Domain::Requests,
        words: &["撤回", "撤销", "撤件", "撤诉", "终止", "延期办结", "延期答复", "自愿放弃", "主动放弃"],
        says: Says::Beside,
    },
    Template {
        domain: Domain::Requests,
        words: &[
            "网络",
            "网上",
            "网站",
            "在线",
            "互联网",
            "平台",
            "邮箱",
            "电子邮件",
            "邮件",
            "信函",
            "邮寄",
            "快递",
            "当面",
            "现场",
            "窗口",
            "传真",
            "书面",
            "电话",
            "微信",
            "线上",
            "线下",
            "来函",
            "信件",
        ],
        says: Says::Channel,
    },
    nothing(
        Domain::Requests,
        &[
            "涉及",
            "内容",
            "有关",
            "关于",
            "方面",
            "补正",
            "要求补正",
            "延期",
            "征求",
            "告知书",
            "答复文书",
            "答复件",
            "答复意见",
            "答复口径",
            "答复函",
            "答复模板",
            "答复范本",
            "案例",
            "答复书",
            "回复函",
            "按期办结",
            "按期答复",
            "按时答复",
            "按时办结",
            "应答复",
            "应办结",
            "期内",
            "移送",
            "当场",
            "当日",
            "提前",
        ],
    ),
    of(Domain::Disputes, &["结果维持", "维持"], Subject::Disputes, UPHELD),
    of(Domain::Disputes, CORRECTING, Subject::Disputes, CORRECTED),
    of(Domain::Disputes, LOSING, Subject::Disputes, LAWSUITS_LOST),
    of(Domain::Disputes, &["其他结果", "其它结果", "其他"], Subject::Disputes, OTHER_RESULT),
    of(Domain::Disputes, NOT_YET_DECIDED, Subject::Disputes, PENDING),
    nothing(
        Domain::Disputes,
        &[
            "备案",
            "应诉",
            "受理",
            "审理",
            "审结",
            "办理",
            "办结",
            "代理",
            "出庭",
            "调解",
            "和解",
            "撤回",
            "撤销",
            "撤诉",
            "终止",
            "驳回",
            "确认违法",
            "责令",
            "一审",
            "二审",
            "再审",
            "胜诉",
            "收到",
            "接收",
            "接到",
            "承办",
            "涉及",
            "化解",
            "开庭",
            "裁定",
        ],
    ),
    of(
        Domain::Documents,
        &["制发", "制定", "出台", "印发", "新制定", "新制发", "制发件数", "新增公开"],
        Subject::Documents,
        ISSUED,
    ),
    of(Domain::Documents, &["废止", "废止件数"], Subject::Documents, REPEALED),
    of(Domain::Documents, &["现行有效", "现行有效件数"], Subject::Documents, IN_FORCE),
    nothing(
        Domain::Documents,
        &[
            "清理",
            "继续有效",
            "保留",
            "修订",
            "修改",
            "失效",
            "宣布失效",
            "备案",
            "审查",
            "审核",
            "公开",
            "解读",
            "发布",
            "公布",
            "报送",
            "评估",
            "目录",
            "涉及",
            "征求",
            "评查",
            "拟废止",
            "起草",
        ],
    ),
    of(Domain::Decisions, &["作出", "做出"], Subject::Decisions, DECISIONS),
    of(Domain::Decisions, &["决定", "处理决定"], Subject::Decisions, DECISIONS),
    of(Domain::Decisions, &["办理", "实施", "处理"], Subject::Cases, DECISIONS),
    nothing(
        Domain::Decisions,
        &[
            "公开", "公示", "信息", "数据", "事项", "清单", "公布", "发布", "案卷", "评查", "检查", "立案", "受理",
            "罚款", "申请", "结果", "案例", "报送", "归集", "上报", "录入", "推送", "涉及", "审批", "文书", "目录",
            "流程",
        ],
    ),
    of(Domain::Fees, &["收取", "收费", "共收", "征收", "收入", "共计", "合计"], Subject::Fee, AMOUNT),
    nothing(Domain::Fees, &["项目", "减免", "减征", "降低", "取消", "免征", "退还", "清单", "目录", "标准"]),
    of(
        Domain::FeeNotices,
        &["逾期未缴", "逾期不缴", "未缴", "未缴费", "未缴纳", "视为放弃"],
        Subject::Answered,
        UNPAID,
    ),
];

/// The template of a word, for what the sentence speaks of.
pub fn template(domain: Domain, word: &str) -> Option<&'static Template> {
    TEMPLATES.iter().find(|template| template.domain == domain && template.words.contains(&word))
}
