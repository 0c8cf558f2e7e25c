//! The words by which a sentence tells what its figures mean, and the cutting of a text into them.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::templates::{Domain, TEMPLATES};
use crate::parse::numbers::Number;

/// A noun that figures are counted of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Head {
    Requests,
    Review,
    /// Lawsuits of both kinds.
    Litigation,
    DirectLitigation,
    LitigationAfterReview,
    Regulation,
    NormativeDocument,
    Licence,
    Penalty,
    Coercion,
    Fee,
    FeeNotice,
}

impl Head {
    pub fn domain(self) -> Domain {
        match self {
            Self::Requests => Domain::Requests,
            Self::Review | Self::Litigation | Self::DirectLitigation | Self::LitigationAfterReview => Domain::Disputes,
            Self::Regulation | Self::NormativeDocument => Domain::Documents,
            Self::Licence | Self::Penalty | Self::Coercion => Domain::Decisions,
            Self::Fee => Domain::Fees,
            Self::FeeNotice => Domain::FeeNotices,
        }
    }

    /// The rows of its table.
    pub fn rows(self) -> &'static [&'static str] {
        match self {
            Self::Requests | Self::FeeNotice => &[],
            Self::Review => &["review"],
            Self::Litigation => &["direct-litigation", "litigation-after-review"],
            Self::DirectLitigation => &["direct-litigation"],
            Self::LitigationAfterReview => &["litigation-after-review"],
            Self::Regulation => &["20.1.regulation"],
            Self::NormativeDocument => &["20.1.normative-document"],
            Self::Licence => &["20.5.licence"],
            Self::Penalty => &["20.6.penalty"],
            Self::Coercion => &["20.6.coercion"],
            Self::Fee => &["20.8.fee"],
        }
    }
}

/// What a sentence says did not happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Denial {
    Received,
    Happened,
    Made,
    Repealed,
    Charged,
    /// 无, 没有: whatever follows.
    Anything,
}

/// A word, a mark or a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Word {
    Stop,
    Semicolon,
    Comma,
    Pause,
    Open,
    Close,
    Number(usize),
    Year(i32),
    /// A word of the templates.
    Term(&'static str),
    Head(Head),
    /// Documents marked 依申请公开, which are requests only behind 收到 and the like.
    Marked,
    /// 申请 alone, which may be one for anything.
    Request,
    /// A noun of which the tables count nothing: letters, hotlines, proposals.
    Elsewhere,
    Denial(Denial),
    /// 为零.
    Zero,
    /// 零申请 and the like, in one word.
    NoRequests,
    Lost,
    All,
    Among,
    Respectively,
    /// 因, 由: what follows is a cause.
    Cause,
    Rate,
    LastYear,
    ThisYear,
    OwnBody,
    OtherBody,
    /// Passed on from another body, or done to help it.
    Passing,
    Cumulative,
    /// 比上年增加.
    Change,
    Neutral,
}

/// A word with its place.
#[derive(Clone, Debug)]
pub struct Token {
    pub word: Word,
    pub at: Range<usize>,
}

static WORDS: &[(Word, &[&str])] = &[
    (Word::Stop, &["。", "！", "？", "!", "?"]),
    (Word::Semicolon, &["；", ";"]),
    (Word::Comma, &["，", ",", "：", ":"]),
    (Word::Pause, &["、"]),
    (Word::Open, &["（", "("]),
    (Word::Close, &["）", ")"]),
    (
        Word::Head(Head::Requests),
        &[
            "政府信息公开申请",
            "政务公开申请",
            "信息公开申请",
            "公开申请",
            "政府信息公开的申请",
            "信息公开的申请",
            "公开政府信息的申请",
            "公开政府信息申请",
            "公开信息的申请",
            "政府信息的申请",
            "政府信息申请",
            "依申请公开申请",
            "依申请公开的申请",
            "依申请公开件",
            "依申请公开事项",
            "依申请公开案件",
            "依申请公开政府信息申请",
            "依申请公开政府信息的申请",
            "依申请公开信息申请",
            "依申请公开信息的申请",
            "依申请公开政府信息公开申请",
            "依申请件",
            "依申请公开",
            "依申请",
            "申请公开",
        ],
    ),
    (
        Word::Marked,
        &[
            "依申请公开信息",
            "依申请公开政府信息",
            "依申请公开的政府信息",
            "依申请公开的信息",
            "依申请公开类",
            "依申请公开文件",
            "依申请公开公文",
            "依申请公开属性",
            "依申请公开目录",
            "申请公开政府信息",
            "申请公开信息",
            "此件依申请公开",
            "依申请公开的文件",
            "依申请公开栏",
        ],
    ),
    (Word::Request, &["申请", "申请件", "申请表", "申请书"]),
    (Word::Head(Head::Review), &["行政复议", "行政复议案件", "复议", "复议案件"]),
    (Word::Head(Head::Litigation), &["行政诉讼", "行政诉讼案件", "诉讼", "诉讼案件"]),
    (
        Word::Head(Head::DirectLitigation),
        &[
            "未经复议直接起诉",
            "未经行政复议直接起诉",
            "未经复议直接提起诉讼",
            "未经复议直接提起行政诉讼",
            "直接起诉",
            "直接提起诉讼",
            "直接提起行政诉讼",
        ],
    ),
    (
        Word::Head(Head::LitigationAfterReview),
        &[
            "复议后起诉",
            "经复议后起诉",
            "复议后提起诉讼",
            "复议后提起行政诉讼",
            "经复议后提起诉讼",
            "行政复议后起诉",
            "经行政复议后起诉",
        ],
    ),
    (Word::Head(Head::NormativeDocument), &["规范性文件", "行政规范性文件"]),
    (Word::Head(Head::Regulation), &["规章", "政府规章", "部门规章"]),
    (Word::Head(Head::Licence), &["行政许可"]),
    (Word::Head(Head::Penalty), &["行政处罚"]),
    (Word::Head(Head::Coercion), &["行政强制", "行政强制措施", "行政强制执行", "强制"]),
    (Word::Head(Head::Fee), &["行政事业性收费"]),
    (Word::Head(Head::FeeNotice), &["收费通知", "信息处理费", "信息公开处理费", "处理费"]),
    (
        Word::Elsewhere,
        &[
            "留言",
            "信箱",
            "12345",
            "热线",
            "信访",
            "举报",
            "投诉",
            "建议",
            "提案",
            "培训",
            "咨询",
            "来电",
            "来访",
            "来信",
            "网民",
            "工单",
            "诉求",
            "问政",
            "新媒体",
            "访谈",
            "行政许可申请",
            "许可申请",
            "行政复议申请人",
            "行政应诉",
            "复议机关",
            "复议机构",
            "复议决定书",
            "行政复议决定",
            "诉讼费",
            "诉讼时效",
            "规章制度",
            "党内规范性文件",
            "政策性文件",
            "政策文件",
            "其他文件",
            "公文",
            "行政许可信息",
            "许可信息",
            "行政处罚信息",
            "处罚信息",
            "行政强制信息",
            "双公示",
            "罚没",
            "罚款",
            "处罚金额",
            "主动公开",
            "12348",
            "听证",
            "会议",
            "微信公众号",
            "微博",
            "短信",
            "政策解读",
            "法律顾问",
            "合同",
            "行政执法",
            "服务事项",
            "重大决策",
        ],
    ),
    (
        Word::Denial(Denial::Received),
        &[
            "未收到",
            "未接到",
            "未接收",
            "未受理",
            "没有收到",
            "没有接到",
            "没有受理",
            "没有接收",
            "没收到",
            "未曾收到",
            "从未收到",
            "尚未收到",
            "未接收到",
            "未收到过",
            "没有收到过",
            "未收到任何",
        ],
    ),
    (
        Word::Denial(Denial::Happened),
        &[
            "未发生",
            "未出现",
            "未引发",
            "未引起",
            "未有",
            "没有发生",
            "没有出现",
            "没有引发",
            "未发生过",
            "未出现过",
            "未被",
            "未因",
            "未发现",
            "没有因",
            "没有被",
            "不存在因",
        ],
    ),
    (
        Word::Denial(Denial::Made),
        &[
            "未制发",
            "未制定",
            "未出台",
            "未印发",
            "未新制定",
            "没有制发",
            "没有制定",
            "没有出台",
            "没有印发",
            "未新增",
            "未新制发",
        ],
    ),
    (Word::Denial(Denial::Repealed), &["未废止", "没有废止"]),
    (Word::Denial(Denial::Charged), &["未收取", "未征收", "没有收取", "未产生", "没有产生", "无收取"]),
    (Word::Denial(Denial::Anything), &["没有", "无"]),
    (
        Word::Neutral,
        &[
            "公民、法人和其他组织",
            "公民、法人或其他组织",
            "公民、法人或者其他组织",
            "公民、法人及其他组织",
            "公民、法人以及其他组织",
            "公民、法人与其他组织",
            "公民、法人、其他组织",
            "公民、法人",
            "公民法人和其他组织",
            "公民和法人",
            "自然人、法人和其他组织",
            "自然人、法人或其他组织",
            "自然人、法人或者其他组织",
            "办理情况",
            "办理结果",
            "办理工作",
            "办理流程",
            "答复工作",
            "答复情况",
            "无法",
            "无偿",
            "无障碍",
            "无正当理由",
            "无关",
            "无效",
            "无误",
            "无锡",
            "无论",
            "无需",
            "无须",
            "无条件",
            "有无",
            "毫无",
            "无人",
            "无偏差",
            "无差错",
            "无缝",
            "无纸",
            "无线",
            "无为",
            "无逾期",
            "个人隐私",
            "个人信息",
            "公民权",
            "公民的知情权",
            "企业信息",
        ],
    ),
    (Word::Zero, &["为零", "是零", "均为零", "零件次"]),
    (Word::NoRequests, &["零申请"]),
    (Word::Lost, &["零败诉", "零纠错", "无败诉", "无纠错", "无被纠错", "无败诉案件", "未败诉", "未被纠错", "没有败诉"]),
    (Word::All, &["均", "全部", "都已", "全都", "均已", "已全部", "全部已"]),
    (Word::Among, &["其中"]),
    (Word::Respectively, &["分别"]),
    (Word::Cause, &["因", "由于", "因为", "就", "针对", "围绕", "不服"]),
    (Word::Rate, &["办结率", "办理率", "答复办结率"]),
    (
        Word::LastYear,
        &[
            "上年",
            "上年度",
            "上一年",
            "上一年度",
            "去年",
            "往年",
            "前年",
            "上年同期",
            "去年同期",
            "上半年",
            "下半年",
            "一季度",
            "二季度",
            "三季度",
            "四季度",
            "月份",
        ],
    ),
    (Word::ThisYear, &["本年", "本年度", "今年", "全年", "当年", "年内"]),
    (
        Word::OwnBody,
        &[
            "本机关",
            "本单位",
            "本局",
            "本镇",
            "本乡",
            "本街道",
            "本委",
            "本办",
            "本厅",
            "本部门",
            "本院",
            "本级政府",
            "我镇",
            "我乡",
            "我局",
            "我委",
            "我办",
            "我厅",
            "我街道",
            "我单位",
            "我机关",
            "我县",
            "我市",
            "我区",
            "我旗",
            "我省",
            "我州",
            "我院",
            "我处",
            "我中心",
            "全镇",
            "全乡",
            "全局",
            "全委",
            "全街道",
            "本府",
            "我处室",
        ],
    ),
    (
        Word::OtherBody,
        &[
            "全市",
            "全县",
            "全区",
            "全省",
            "全州",
            "全旗",
            "全盟",
            "全国",
            "全系统",
            "所属",
            "下属",
            "辖区",
            "市直",
            "县直",
            "区直",
            "各乡",
            "各镇",
            "各街道",
            "各部门",
            "各单位",
            "各县",
            "各市",
            "各区",
            "各局",
            "各村",
            "各社区",
            "各地",
            "各科室",
            "各处室",
            "各站所",
            "各委办局",
            "各旗",
            "各有关",
            "各开发区",
            "各功能区",
            "乡镇（街道）",
            "镇街",
            "其他部门",
            "其他单位",
            "兄弟单位",
        ],
    ),
    (
        Word::Passing,
        &[
            "转办", "交办", "转交", "转来", "协助", "协办", "代办", "代为", "配合", "移交", "转送", "市转", "县转",
            "区转", "省转", "会办",
        ],
    ),
    (
        Word::Cumulative,
        &["累计", "历年", "历史", "近年来", "近三年", "近五年", "历次", "建站以来", "成立以来", "施行以来", "实施以来"],
    ),
    (
        Word::Change,
        &[
            "增加", "减少", "增长", "下降", "上升", "同比", "环比", "多于", "少于", "降低", "提高", "持平", "多了",
            "少了", "翻了", "净增",
        ],
    ),
];

type Lexicon = HashMap<char, Vec<(&'static str, Word)>>;

/// By first character; longer words first.
static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let terms = TEMPLATES.iter().flat_map(|template| template.words).map(|word| (*word, Word::Term(word)));
    let words = WORDS.iter().flat_map(|(word, texts)| texts.iter().map(move |text| (*text, *word)));
    let mut lexicon = Lexicon::new();
    for (text, word) in words.chain(terms) {
        lexicon.entry(text.chars().next().unwrap_or_default()).or_default().push((text, word));
    }
    for words in lexicon.values_mut() {
        words.sort_by_key(|(text, _)| std::cmp::Reverse(text.len()));
    }
    lexicon
});

/// Cuts a text into its words, the longest first. What stands in 《》 is a title and says nothing; nor do brackets
/// without a figure.
pub fn tokens(text: &str, numbers: &[Number]) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut next_number = 0;
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        while numbers.get(next_number).is_some_and(|number| number.extent.start < at) {
            next_number += 1;
        }
        if let Some(number) = numbers.get(next_number).filter(|number| number.extent.start == at) {
            tokens.push(Token { word: Word::Number(next_number), at: number.extent.clone() });
            at = number.extent.end;
            continue;
        }
        if let Some(length) = silent_bracket(&text[at..], c, || {
            numbers.get(next_number).map_or(usize::MAX, |number| number.extent.start - at)
        }) {
            at += length;
            continue;
        }
        if let Some((year, length)) = year(&text[at..]).filter(|_| !text[..at].ends_with(|c: char| c.is_ascii_digit()))
        {
            tokens.push(Token { word: Word::Year(year), at: at..at + length });
            at += length;
            continue;
        }
        let found = LEXICON.get(&c).and_then(|words| words.iter().find(|(word, _)| text[at..].starts_with(word)));
        let length = found.map_or(c.len_utf8(), |(word, _)| word.len());
        if let Some((_, word)) = found.filter(|(_, word)| *word != Word::Neutral) {
            tokens.push(Token { word: *word, at: at..at + length });
        }
        at += length;
    }
    tokens
}

/// The length of a title in 《》, or of a bracket that holds no figure.
fn silent_bracket(text: &str, open: char, next_number: impl Fn() -> usize) -> Option<usize> {
    const LONGEST: usize = 300;
    let close = match open {
        '《' => '》',
        '（' => '）',
        '(' => ')',
        _ => return None,
    };
    let length = text.char_indices().take(LONGEST).find(|(_, c)| *c == close).map(|(at, c)| at + c.len_utf8())?;
    let inner = &text[..length];
    let says_something = open != '《' && (next_number() < length || inner.contains(['。', '；']));
    (!says_something).then_some(length)
}

/// A year in digits: 2023年, 2023年度.
fn year(text: &str) -> Option<(i32, usize)> {
    let digits = text.get(..4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let year: i32 = digits.parse().ok().filter(|year| (1990..2100).contains(year))?;
    let behind = text[4..].strip_prefix('年')?;
    let length = 4 + "年".len() + if behind.starts_with('度') { "度".len() } else { 0 };
    Some((year, length))
}
