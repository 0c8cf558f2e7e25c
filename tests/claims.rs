//! What the prose says about a cell: read, held against the table, and reported where it contradicts.

mod support;

use nianbao::report::{ClaimVerdict, Severity};
use nianbao::{Options, Report, validate};
use support::small_report::report;

const ORGAN: &str = "白溪镇人民政府";
/// 5 new requests (4 by persons, 1 by a business), 1 from last year; 4 granted, 1 not held; 1 left for next year.
const FIGURES: &str = "1=4+1 2=1 3.1=3+1 3.4.1=1 4=1 document=2/1/6 licence=36 penalty=3 coercion=2 fee=1.2 \
                       review=1,1,0,0 direct=1,0,0,0 after=0,0,0,1";
/// Nothing at all.
const NOTHING: &str = "document=0/0/6";
/// 5 requests, all answered in the year they came.
const DONE: &str = "1=5 3.1=5";

const RECEIVED: &str = "consistency/received-mismatch";
const NONE_RECEIVED: &str = "consistency/none-received-contradicted";
const CARRIED: &str = "consistency/carry-over-mismatch";
const RESULTS: &str = "consistency/results-mismatch";
const ALL_DONE: &str = "consistency/all-done-contradicted";
const APPLICANTS: &str = "consistency/applicants-mismatch";
const DISPUTES: &str = "consistency/disputes-mismatch";
const NONE_DISPUTED: &str = "consistency/none-disputed-contradicted";
const UPHELD: &str = "consistency/all-upheld-contradicted";
const DOCUMENTS: &str = "consistency/documents-mismatch";
const DECISIONS: &str = "consistency/decisions-mismatch";
const FEE: &str = "consistency/fee-mismatch";
const DETAIL: &str = "consistency/detail-after-none";

/// A sentence that agrees with the figures: its claims. One that contradicts them: its claims, the wrong ones marked
/// with !, and the rule that speaks.
enum Form {
    Agrees(&'static str, &'static str, &'static str),
    Contradicts(&'static str, &'static str, &'static str, &'static str),
    /// Speaks of no cell, whatever the figures.
    Silent(&'static str),
}
use Form::{Agrees, Contradicts, Silent};

/// The numbers are the templates' in the catalogue of how reports are worded.
static TEMPLATES: &[(u8, Form)] = &[
    // Received.
    (26, Agrees("2023年，共收到政府信息公开申请5件。", FIGURES, "5件")),
    (26, Agrees("2023年度，我镇受理政府信息公开申请6件。", FIGURES, "6件")),
    (26, Agrees("全年接到公民、法人和其他组织提出的政府信息公开申请5件。", FIGURES, "5件")),
    (26, Contradicts("2023年，新收政府信息公开申请8件。", FIGURES, "8件!", RECEIVED)),
    (26, Contradicts("2023年，收到政府信息公开申请3件。", NOTHING, "3件!", RECEIVED)),
    (27, Agrees("共收到依申请公开5件。", FIGURES, "5件")),
    (27, Agrees("全年依申请公开件5件。", FIGURES, "5件")),
    (27, Contradicts("共收到依申请公开7件。", FIGURES, "7件!", RECEIVED)),
    (28, Agrees("2023 年，共收到依申请公开政府信息 5 件。", FIGURES, "5 件")),
    (28, Contradicts("2023 年，共收到依申请公开政府信息 4 件。", FIGURES, "4 件!", RECEIVED)),
    (29, Agrees("全年收办依申请公开6件。", FIGURES, "6件")),
    (29, Agrees("办理政府信息公开申请5件。", FIGURES, "5件")),
    (29, Contradicts("全年收办依申请公开3607件。", FIGURES, "3607件!", RECEIVED)),
    (30, Agrees("收到政府信息公开申请6件（含上年结转1件）。", FIGURES, "6件 1件")),
    (30, Contradicts("收到政府信息公开申请6件（含上年结转2件）。", FIGURES, "6件 2件!", CARRIED)),
    (31, Agrees("政府信息公开申请新收5件，上年结转1件。", FIGURES, "5件 1件")),
    (31, Contradicts("政府信息公开申请新收6件，上年结转1件。", FIGURES, "6件! 1件", RECEIVED)),
    (31, Contradicts("政府信息公开申请新收5件，上年结转4件。", FIGURES, "5件 4件!", CARRIED)),
    (32, Agrees("共收到政府信息公开申请6件，其中新收5件、结转1件。", FIGURES, "6件 5件 1件")),
    (32, Contradicts("共收到政府信息公开申请6件，其中新收5件、结转3件。", FIGURES, "6件 5件 3件!", CARRIED)),
    (33, Agrees("依申请公开方面，除上年结转1件外，新收5件。", FIGURES, "1件 5件")),
    (33, Contradicts("依申请公开方面，除上年结转1件外，新收6件。", FIGURES, "1件 6件!", RECEIVED)),
    (34, Agrees("收到政府信息公开申请5件，另有1件为上年结转。", FIGURES, "5件 1件")),
    (34, Contradicts("收到政府信息公开申请5件，另有2件为上年结转。", FIGURES, "5件 2件!", CARRIED)),
    (35, Agrees("收到政府信息公开申请5件，比2022年（3件）增加2件。", FIGURES, "5件")),
    (35, Contradicts("收到政府信息公开申请4件，比2022年（5件）减少1件。", FIGURES, "4件!", RECEIVED)),
    (36, Agrees("各乡镇收到政府信息公开申请20件，本级5件。", FIGURES, "")),
    (36, Agrees("各乡镇收到政府信息公开申请20件；本镇收到政府信息公开申请5件。", FIGURES, "5件")),
    (36, Contradicts("各部门收到政府信息公开申请20件；本镇收到政府信息公开申请9件。", FIGURES, "9件!", RECEIVED)),
    (37, Silent("2023年，全县政府系统共收到政府信息公开申请120件。")),
    (38, Silent("依申请公开工作中，协助县政府办公室答复3件，县转办申请8件。")),
    (39, Agrees("2023年收到政府信息公开申请书五份。", FIGURES, "五份")),
    (39, Agrees("2023年我镇收到要求公开政府信息的申请 5 条。", FIGURES, "5 条")),
    (39, Agrees("受理政府信息公开申请5起。", FIGURES, "5起")),
    (39, Contradicts("2023年收到政府信息公开申请三件。", FIGURES, "三件!", RECEIVED)),
    (39, Silent("政府信息公开申请一件件认真办理，同一件申请不重复登记，第三件申请当面答复。")),
    (40, Agrees("3个自然人提出政府信息公开申请5件。", FIGURES, "5件")),
    (40, Contradicts("3名公民的政府信息公开申请9件。", FIGURES, "9件!", RECEIVED)),
    (
        41,
        Agrees("依申请公开方面，收到网络申请3件、信函申请1件、当面申请1件。", FIGURES, "3件、信函申请1件、当面申请1件"),
    ),
    (41, Contradicts("依申请公开方面，收到网络申请3件、信函申请4件。", FIGURES, "3件、信函申请4件!", RECEIVED)),
    (41, Silent("依申请公开方面，通过网络收到申请3件。")),
    (42, Agrees("收到政府信息公开申请5件，其中自然人4件、商业企业1件。", FIGURES, "5件 4件 1件")),
    (42, Agrees("收到政府信息公开申请5件，自然人申请4件，法人或其他组织申请1件。", FIGURES, "5件 4件 1件")),
    (42, Contradicts("收到政府信息公开申请5件，其中自然人3件、商业企业2件。", FIGURES, "5件 3件! 2件!", APPLICANTS)),
    (43, Agrees("收到政府信息公开申请5件，申请人均为自然人。", DONE, "5件 均为自然人")),
    (43, Contradicts("收到政府信息公开申请5件，均为自然人申请。", FIGURES, "5件 均为自然人!", APPLICANTS)),
    (44, Silent("政府信息公开申请中，自然人占90%，企业占10%。")),
    (45, Silent("政府信息公开申请内容涉及征地拆迁30件、社会保障20件。")),
    // Answered and carried over.
    (46, Agrees("收到政府信息公开申请5件，均已依法答复。", DONE, "5件 均已依法答复")),
    (46, Agrees("收到政府信息公开申请6件，已办结5件。", FIGURES, "6件 5件")),
    (46, Contradicts("收到政府信息公开申请6件，全部办结。", FIGURES, "6件 全部办结!", ALL_DONE)),
    (46, Contradicts("收到政府信息公开申请6件，已办结2件。", FIGURES, "6件 2件!", RESULTS)),
    (
        46,
        Contradicts(
            "收到政府信息公开申请6件。办结5件，已全部办结，结转下年度1件。",
            FIGURES,
            "6件 5件 已全部办结! 1件",
            ALL_DONE,
        ),
    ),
    (46, Agrees("收到政府信息公开申请6件，办结5件，均已办结，结转下年度1件。", FIGURES, "6件 5件 1件")),
    (46, Agrees("收到政府信息公开申请6件，上年结转1件，已全部办结，结转下年度1件。", FIGURES, "6件 1件 1件")),
    (46, Agrees("收到政府信息公开申请6件，其中邮寄2件，已全部办结，结转下年度1件。", FIGURES, "6件 1件")),
    (46, Agrees("收到政府信息公开申请6件，除1件结转下年度外，已全部办结。", FIGURES, "6件")),
    (
        48,
        Agrees(
            "收到政府信息公开申请5件，多数是职业投诉人要求公开投诉处理过程的材料。我镇逐件答复，当年办结5件，结转下年度1件。",
            FIGURES,
            "5件 5件 1件",
        ),
    ),
    (
        48,
        Contradicts(
            "收到政府信息公开申请5件，有人要求公开信访材料。我镇逐件答复，结转下年度3件。",
            FIGURES,
            "5件 3件!",
            CARRIED,
        ),
    ),
    (47, Agrees("收到政府信息公开申请6件，答复5件，答复率100%。", FIGURES, "6件 5件")),
    (47, Contradicts("收到政府信息公开申请6件，答复6件，答复率100%。", FIGURES, "6件 6件!", RESULTS)),
    (48, Agrees("政府信息公开申请办结5件，结转1件至2024年。", FIGURES, "5件 1件")),
    (48, Contradicts("政府信息公开申请办结5件，结转下年度3件。", FIGURES, "5件 3件!", CARRIED)),
    (49, Agrees("政府信息公开申请办结5件，剩余1件按规定结转下年。", FIGURES, "5件 1件")),
    (49, Agrees("政府信息公开申请办结5件，1件正在办理中。", FIGURES, "5件 1件")),
    (49, Contradicts("政府信息公开申请办结5件，剩余2件正在办理中。", FIGURES, "5件 2件!", CARRIED)),
    (49, Contradicts("政府信息公开申请办结5件，其余2件尚未到期。", FIGURES, "5件 2件!", CARRIED)),
    (50, Agrees("受理政府信息公开申请5件，办结3件，申请人撤回2件。", FIGURES, "5件")),
    (50, Agrees("受理政府信息公开申请5件，办结5件（其中撤回2件）。", FIGURES, "5件 5件")),
    (50, Contradicts("受理政府信息公开申请5件，办结1件，申请人撤回2件。", FIGURES, "5件 1件!", RESULTS)),
    (
        51,
        Agrees("受理政府信息公开申请5件，答复5件（含上年结转1件，另有1件顺延到下年度）。", FIGURES, "5件 5件 1件 1件"),
    ),
    (51, Agrees("受理政府信息公开申请5件，办理上年结转1件，答复5件。", FIGURES, "5件 1件 5件")),
    (
        51,
        Contradicts(
            "受理政府信息公开申请5件，答复5件（含上年结转1件，另有4件顺延到下年度）。",
            FIGURES,
            "5件 5件 1件 4件!",
            CARRIED,
        ),
    ),
    (52, Agrees("政府信息公开申请办结5件，其中予以公开4件、无法提供1件，其他处理0件。", FIGURES, "5件 4件 1件 0件")),
    (
        52,
        Agrees(
            "政府信息公开申请中，予以公开3件、部分公开1件、不予公开3件、无法提供2件、不予处理2件、其他处理1件。",
            "1=12 3.1=3 3.2=1 3.3.1=1 3.3.6=2 3.4.1=1 3.4.3=1 3.5.1=1 3.5.2=1 3.6.3=1",
            "3件 1件 3件 2件 2件 1件",
        ),
    ),
    (52, Contradicts("政府信息公开申请办结5件，其中予以公开3件、不予公开2件。", FIGURES, "5件 3件! 2件!", RESULTS)),
    (53, Agrees("收到政府信息公开申请5件，同意公开4件。", FIGURES, "5件 4件")),
    (53, Contradicts("收到政府信息公开申请5件，依法公开2件。", FIGURES, "5件 2件!", RESULTS)),
    (54, Agrees("收到政府信息公开申请5件，信息不存在1件。", FIGURES, "5件 1件")),
    (54, Contradicts("收到政府信息公开申请5件，本机关不掌握3件。", FIGURES, "5件 3件!", RESULTS)),
    (55, Agrees("收到政府信息公开申请5件，告知其他途径1件。", FIGURES, "5件 1件")),
    (55, Contradicts("收到政府信息公开申请5件，不属于本机关职责3件。", FIGURES, "5件 3件!", RESULTS)),
    (
        56,
        Agrees(
            "政府信息公开申请中，属于行政查询事项1件，信访类2件，重复申请3件。",
            "1=6 3.3.8=1 3.5.1=2 3.5.2=3",
            "1件 2件 3件",
        ),
    ),
    (56, Contradicts("政府信息公开申请中，属于行政查询事项1件。", FIGURES, "1件!", RESULTS)),
    (57, Agrees("政府信息公开申请中，已主动公开的4件，告知获取方式。", FIGURES, "4件")),
    (57, Contradicts("政府信息公开申请中，已主动公开的2件，均告知查询网址。", FIGURES, "2件!", RESULTS)),
    (58, Silent("政府信息公开申请要求补正4件，共补正9人次。")),
    (59, Silent("政府信息公开申请延期答复9件，征求第三方意见9件。")),
    (60, Silent("政府信息公开申请共出具告知书9份，回复函8份。")),
    (61, Agrees("依申请公开工作中，结转上年度1件。", FIGURES, "1件")),
    (61, Contradicts("依申请公开工作中，结转上年度3件。", FIGURES, "3件!", CARRIED)),
    (62, Agrees("政府信息公开申请有1件转结到2024年。", FIGURES, "1件")),
    (62, Contradicts("政府信息公开申请有3件转结到2024年。", FIGURES, "3件!", CARRIED)),
    (63, Agrees("收到政府信息公开申请5件，办结率100%。", DONE, "5件 办结率100%")),
    (63, Contradicts("收到政府信息公开申请6件，办结率100%。", FIGURES, "6件 办结率100%!", ALL_DONE)),
    (64, Silent("政府信息公开申请中，涉及自然资源局30件，涉及住建局20件。")),
    // None.
    (65, Agrees("2023年，我镇未收到政府信息公开申请。", NOTHING, "未收到政府信息公开申请")),
    (
        65,
        Agrees(
            "2023年，未收到任何公民、法人或其他组织提出的政府信息公开申请。",
            NOTHING,
            "未收到任何公民、法人或其他组织提出的政府信息公开申请",
        ),
    ),
    (65, Contradicts("2023年，我镇未收到政府信息公开申请。", FIGURES, "未收到政府信息公开申请!", NONE_RECEIVED)),
    (66, Agrees("全年无依申请公开申请。", NOTHING, "无依申请公开申请")),
    (66, Agrees("全年没有依申请公开情况。", NOTHING, "没有依申请公开")),
    (66, Contradicts("全年无依申请公开件。", FIGURES, "无依申请公开件!", NONE_RECEIVED)),
    (67, Agrees("依申请公开方面，未接到申请。", NOTHING, "未接到申请")),
    (67, Contradicts("本年度未受理政府信息公开申请。", FIGURES, "未受理政府信息公开申请!", NONE_RECEIVED)),
    (68, Agrees("收到政府信息公开申请0件。", NOTHING, "0件")),
    (68, Agrees("政府信息公开申请数量为零。", NOTHING, "政府信息公开申请数量为零")),
    (68, Contradicts("收到政府信息公开申请0件。", FIGURES, "0件!", NONE_RECEIVED)),
    (68, Contradicts("依申请公开实现零申请。", FIGURES, "零申请!", NONE_RECEIVED)),
    (
        69,
        Agrees(
            "未发生因政府信息公开引起的行政复议、行政诉讼案件。",
            NOTHING,
            "未发生因政府信息公开引起的行政复议、行政诉讼案件",
        ),
    ),
    (69, Agrees("政府信息公开行政复议、行政诉讼均未发生。", NOTHING, "行政复议、行政诉讼均未发生")),
    (
        69,
        Contradicts(
            "未发生因政府信息公开引起的行政复议。",
            FIGURES,
            "未发生因政府信息公开引起的行政复议!",
            NONE_DISPUTED,
        ),
    ),
    (70, Agrees("无因政府信息公开引起的行政复议和提起诉讼情况。", NOTHING, "无因政府信息公开引起的行政复议和提起诉讼")),
    (
        70,
        Contradicts("无因政府信息公开引起的行政诉讼情况。", FIGURES, "无因政府信息公开引起的行政诉讼!", NONE_DISPUTED),
    ),
    (70, Agrees("2023年，我镇未发生行政复议、行政诉讼。", NOTHING, "未发生行政复议、行政诉讼")),
    (70, Contradicts("未发生行政复议、行政诉讼。", FIGURES, "未发生行政复议、行政诉讼!", NONE_DISPUTED)),
    (70, Silent("行政执法规范有序，未发生行政复议、行政诉讼。")),
    (70, Silent("行政执法方面，我镇未发生行政复议、行政诉讼。")),
    (70, Silent("未发生因行政处罚引起的行政复议、行政诉讼。")),
    (71, Silent("未收取任何信息处理费，未产生收费，信息处理费0元。")),
    (72, Agrees("2023年，未制发规范性文件。", NOTHING, "未制发规范性文件")),
    (72, Agrees("2023年，制发规范性文件0件。", NOTHING, "0件")),
    (72, Contradicts("2023年，无规范性文件。", FIGURES, "无规范性文件!", DOCUMENTS)),
    (73, Silent("政府信息公开工作未发生责任追究情况，未出现泄密事件。")),
    (74, Agrees("依申请公开工作中，无上年结转，无结转下年度的申请。", DONE, "无上年结转 无结转")),
    (74, Contradicts("依申请公开工作中，无上年结转。", FIGURES, "无上年结转!", CARRIED)),
    (75, Silent("政府信息公开申请和行政复议方面，无此类情况，实行零报告。")),
    // Documents, decisions, fees.
    (76, Agrees("政府信息管理方面，制发行政规范性文件2件。", FIGURES, "2件")),
    (76, Contradicts("政府信息管理方面，制发规范性文件3件。", FIGURES, "3件!", DOCUMENTS)),
    (77, Agrees("行政规范性文件制定2件、废止1件、现行有效6件。", FIGURES, "2件 1件 6件")),
    (77, Contradicts("行政规范性文件制定2件、废止3件、现行有效6件。", FIGURES, "2件 3件! 6件", DOCUMENTS)),
    (78, Silent("清理规范性文件20件，废止8件，继续有效12件。")),
    (79, Silent("公开规范性文件30件（含历年文件）。")),
    (80, Agrees("新制定规章3件。", "rule=3/0/9", "3件")),
    (80, Contradicts("新制定政府规章2件。", "rule=3/0/9", "2件!", DOCUMENTS)),
    (81, Agrees("制定规章及规范性文件共5件。", "rule=3/0/9 document=2/0/6", "5件")),
    (81, Contradicts("制定规章及规范性文件共4件。", "rule=3/0/9 document=2/0/6", "4件!", DOCUMENTS)),
    (82, Agrees("作出行政许可决定36件。", FIGURES, "36件")),
    (82, Contradicts("作出行政许可决定40件。", FIGURES, "40件!", DECISIONS)),
    (82, Contradicts("办理行政许可40件。", FIGURES, "40件!", DECISIONS)),
    (83, Silent("公开行政许可信息25条，双公示99条。")),
    (84, Agrees("行政处罚3件，强制2件。", FIGURES, "3件 2件")),
    (84, Contradicts("作出行政处罚决定7件次。", FIGURES, "7件次!", DECISIONS)),
    (85, Silent("罚没金额30万元，行政处罚金额20万元。")),
    (86, Agrees("收取行政事业性收费1.2万元。", FIGURES, "1.2万元")),
    (86, Agrees("收取行政事业性收费12000元。", FIGURES, "12000元")),
    (86, Contradicts("收取行政事业性收费12万元。", FIGURES, "12万元!", FEE)),
    (87, Agrees("2023年，未收取行政事业性收费。", NOTHING, "未收取行政事业性收费")),
    (87, Contradicts("2023年，未收取行政事业性收费。", FIGURES, "未收取行政事业性收费!", FEE)),
    (88, Silent("发出收费通知25件2950元，实收信息处理费1000元。")),
    (89, Agrees("发出收费通知3件，逾期未缴2件，视为放弃申请。", "1=2 3.6.2=2", "2件")),
    (89, Contradicts("发出收费通知3件，未缴费1件，视为放弃申请。", "1=2 3.6.2=2", "1件!", RESULTS)),
    // Reviews and lawsuits: review 1 upheld, 1 corrected; 1 direct lawsuit upheld, 1 after review pending.
    (90, Agrees("因政府信息公开被申请行政复议2件。", FIGURES, "2件")),
    (90, Contradicts("因政府信息公开被申请行政复议1件。", FIGURES, "1件!", DISPUTES)),
    (91, Agrees("因政府信息公开引发行政复议2件，其中维持1件、纠正1件、未审结0件。", FIGURES, "2件 1件 1件 0件")),
    (91, Contradicts("因政府信息公开引发行政复议2件，其中维持2件、其他结果0件。", FIGURES, "2件 2件! 0件", DISPUTES)),
    (92, Agrees("政府信息公开行政诉讼2件，其中未经复议直接起诉1件、复议后起诉1件。", FIGURES, "2件 1件 1件")),
    (92, Contradicts("政府信息公开行政诉讼2件，其中未经复议直接起诉2件。", FIGURES, "2件 2件!", DISPUTES)),
    (93, Agrees("政府信息公开行政复议2件、行政诉讼2件。", FIGURES, "2件 2件")),
    (93, Contradicts("政府信息公开行政复议2件、行政诉讼3件。", FIGURES, "2件 3件!", DISPUTES)),
    (94, Agrees("因政府信息公开引发行政复议、行政诉讼共4件。", FIGURES, "4件")),
    (94, Contradicts("因政府信息公开引发复议诉讼共3件。", FIGURES, "3件!", DISPUTES)),
    (95, Agrees("政府信息公开行政复议2件，均被维持。", "review=2,0,0,0", "2件 均被维持 均被维持")),
    (95, Agrees("政府信息公开行政诉讼2件，已审结的均被维持。", FIGURES, "2件 均被维持")),
    (95, Contradicts("政府信息公开行政复议2件，全部维持。", FIGURES, "2件 全部维持! 全部维持", UPHELD)),
    (96, Agrees("政府信息公开行政复议2件，被纠错1件。", FIGURES, "2件 1件")),
    (96, Contradicts("政府信息公开行政复议2件，被纠错2件。", FIGURES, "2件 2件!", DISPUTES)),
    (97, Agrees("政府信息公开行政诉讼2件，尚未审结1件。", FIGURES, "2件 1件")),
    (97, Contradicts("政府信息公开行政诉讼2件，尚未审结2件。", FIGURES, "2件 2件!", DISPUTES)),
    (98, Silent("行政复议备案134件，行政诉讼应诉57件，政府信息公开工作有序。")),
    (99, Silent("涉及政府信息公开投诉举报9件。")),
    (100, Agrees("政府信息公开行政诉讼2件，无败诉案件。", FIGURES, "2件 无败诉案件")),
    (100, Contradicts("政府信息公开行政复议2件，零纠错。", FIGURES, "2件 零纠错!", UPHELD)),
    (101, Silent("政府信息公开有序推进，受理行政复议50件，办结行政复议案件48件，其中维持40件。")),
];

fn check(sentence: &str, figures: &str) -> Report {
    validate(&report(ORGAN, sentence, figures), &Options::default())
}

/// The claims as written, those that contradict with a !, those that nothing tells with a ?.
fn claims(report: &Report) -> String {
    let one = |claim: &nianbao::report::Claim| {
        let mark = match claim.verdict {
            ClaimVerdict::Agrees => "",
            ClaimVerdict::Contradicts => "!",
            ClaimVerdict::Unknown => "?",
        };
        format!("{}{mark}", claim.at.text)
    };
    report.claims.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// The rules about claims that spoke.
fn codes(report: &Report) -> Vec<&'static str> {
    const RULES: [&str; 13] = [
        RECEIVED,
        NONE_RECEIVED,
        CARRIED,
        RESULTS,
        ALL_DONE,
        APPLICANTS,
        DISPUTES,
        NONE_DISPUTED,
        UPHELD,
        DOCUMENTS,
        DECISIONS,
        FEE,
        DETAIL,
    ];
    report.diagnostics.iter().map(|finding| finding.code).filter(|code| RULES.contains(code)).collect()
}

#[test]
fn every_way_of_saying_is_read() {
    let mut failures = Vec::new();
    for (number, form) in TEMPLATES {
        let (sentence, figures, wanted, code) = match form {
            Agrees(sentence, figures, claims) => (sentence, *figures, *claims, None),
            Contradicts(sentence, figures, claims, code) => (sentence, *figures, *claims, Some(*code)),
            Silent(sentence) => (sentence, FIGURES, "", None),
        };
        let report = check(sentence, figures);
        let (claims, codes) = (claims(&report), codes(&report));
        if claims != wanted || codes != code.into_iter().collect::<Vec<_>>() {
            failures.push(format!("{number} {sentence}\n  read   {claims} {codes:?}\n  wanted {wanted} {code:?}"));
        }
    }
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}

/// Sentences that look as if they spoke of a cell; none may raise anything over these figures, nor over none.
static TRAPS: &[&str] = &[
    "未收到网民留言，未收到行政复议申请人来信。",
    "依申请公开信息12条，主动公开信息300条。",
    "公开行政处罚信息25条，公开行政许可信息40条。",
    "因政府信息公开以外事项办理行政复议134件，备案134件，应诉57件。",
    "公开内容0条.内容清晰。",
    "通过平台新增主动公开政府信息2条，其中信息公开工作年度报告1条。",
    "上年收到政府信息公开申请30件，2022年收到政府信息公开申请31件，去年办结29件。",
    "自条例施行以来累计收到政府信息公开申请300件，历年办结申请299件。",
    "全市收到政府信息公开申请200件，各乡镇办结政府信息公开申请90件，其中自然人80件。",
    "县转办政府信息公开申请8件，协助上级机关办理依申请公开9件。",
    "依申请公开渠道收到群众来信40件，办理市长信箱留言70件，全部办结，答复率100%。",
    "受理12345热线工单90件，信访事项30件，均已答复，办结率100%。",
    "承办人大建议8件、政协提案9件，办结率100%，均已答复。",
    "开展政府信息公开申请办理培训3次，参加120人次。",
    "对标注“此件依申请公开”的公文30件逐件复核。",
    "收到政府信息公开申请50余件，近90件，约80件，70多件，60件以上。",
    "收到政府信息公开申请的人数为9人，申请人9名。",
    "制发政策性文件11件，印发公文98件，公开规范性文件30件。",
    "全年发文74件，主动公开52件、依申请公开13件、不予公开9件。",
    "全年制发文件74件。其中依申请公开13件、不予公开9件。",
    "规范政府信息公开申请办理。印发文件74件，不予公开9件，依申请公开13件，予以公开52件。",
    "公文主动公开52件，依申请公开13件，不予公开9件，部分公开9件。",
    "收到政府信息公开申请的，要求公开信访件30件，办结30件。",
    "制定规章制度5项，报备党内规范性文件3件。",
    "行政许可申请90件，受理许可申请80件，低保申请70件。",
    "收到救助申请60件，受理建房申请50件。",
    "县政府办公室收到政府信息公开申请30件，办结30件。",
    "政府信息公开工作未发生因公开不当引发的行政复议。",
    "应答复的政府信息公开申请均已在法定期限内答复，按期答复率100%。",
    "如未收到政府信息公开申请，各村不必报送；若未发生行政复议，也应说明。",
    "规范依申请公开工作流程，没有逾期答复的情形，没有单独设置依申请公开栏目。",
    "完善政府信息公开申请办理制度，收到申请后20个工作日内答复，延期不超过20个工作日。",
    "行政复议和行政诉讼是申请人的权利，收到申请三日内登记。",
    "较上年收到政府信息公开申请增加30件，同比增长20%。",
    "2024年1月至3月收到政府信息公开申请30件。",
    "《关于办理政府信息公开申请9件的通报》印发各科室。",
    "信息处理费0元，发出收费通知0件。",
    "取消行政事业性收费3项，减免行政事业性收费20万元，公布行政事业性收费清单1份。",
    "召开政务公开会议3次，研究依申请公开答复2次。",
    "司法局全年受理行政复议案件80件，办结70件，维持40件，纠正10件，尚未审结10件。",
    "行政应诉案件20件，败诉2件，一审15件，二审5件。",
    "我镇制定了政府信息公开申请办理规范9份，制作行政处罚决定书9份。",
    "2023年制定、修改、废止规范性文件9件。",
    "收到政府信息公开申请转办件9件，均已答复。",
    "提交政府信息公开申请答复文书12份供法制审核，推送政府信息公开申请典型案例9件。",
    "抽查政府信息公开申请9件，涉及征地的政府信息公开申请共受理9件。",
    "政府信息公开工作平稳，行政复议案件9件，其中政府信息公开类2件。",
    "上半年收到政府信息公开申请9件，1月份办结8件。",
    "开展规范性文件清理，废止9件。",
    "未发生政府信息公开行政复议、行政诉讼变更、撤销情形。",
    "规范依申请公开工作，对群众反映的问题全部答复，政务事项办结率100%。",
    "开展政务公开和依申请公开检查，发现问题9个，整改9个。",
];

#[test]
fn traps_stay_silent() {
    let mut failures = Vec::new();
    for trap in TRAPS {
        for figures in [FIGURES, NOTHING] {
            let report = check(trap, figures);
            let (claims, codes) = (claims(&report), codes(&report));
            if !claims.is_empty() || !codes.is_empty() {
                failures.push(format!("{trap}\n  read {claims} {codes:?}"));
            }
        }
    }
    assert!(failures.is_empty(), "{} failures\n{}", failures.len(), failures.join("\n"));
}

#[test]
fn real_balances_are_told_without_an_alarm() {
    for (sentence, figures, wanted) in [
        ("受理政府信息公开申请19件，其中11件办结，8件主动撤销。", "1=19 3.1=11 3.6.3=8", "19件"),
        ("全年收办依申请公开3607件。", "1=3511 2=96 3.1=3500 4=107", "3607件"),
        (
            "受理政府信息公开申请1466件（上年度结转16件，结转下年度9件）。",
            "1=1450 2=16 3.1=1457 4=9",
            "1466件 16件 9件",
        ),
        (
            "2023年受理依申请公开3119件，答复3050件（含上年结转34件，另有103件顺延到下年度）。",
            "1=3119 2=34 3.1=3050 4=103",
            "3119件 3050件 34件 103件",
        ),
        ("2023年新收政府信息公开申请92件，上年结转2件，均已答复94件。", "1=92 2=2 3.1=94", "92件 2件 94件"),
    ] {
        let report = check(sentence, figures);
        assert_eq!((claims(&report).as_str(), codes(&report)), (wanted, vec![]), "{sentence}");
    }
}

#[test]
fn another_reading_that_fits_is_no_contradiction() {
    let report = check("全年收到政府信息公开申请5件，办结4件，结转1件。", FIGURES);
    assert_eq!(codes(&report), Vec::<&str>::new(), "4 of the 5 answers are to new requests");
    let cells = &report.claims[0].cells;
    assert_eq!((cells.len(), cells[0].row, cells[0].column), (1, "1", "total"));
}

#[test]
fn words_for_citizens_may_mean_everyone_who_asked() {
    for sentence in ["受理公民政府信息公开申请5件。", "受理公民政府信息公开申请4件。"] {
        assert_eq!(codes(&check(sentence, FIGURES)), Vec::<&str>::new(), "{sentence}");
    }
    assert_eq!(codes(&check("受理公民政府信息公开申请9件。", FIGURES)), [RECEIVED]);
}

#[test]
fn none_and_then_some_is_one_error() {
    let report = check("2023年未收到政府信息公开申请。其中自然人2件，办结2件。", NOTHING);
    assert_eq!(codes(&report), [DETAIL]);
    let carried = check("2023年未收到政府信息公开申请。办结上年结转申请1件，其中予以公开1件。", "2=1 3.1=1");
    assert_eq!(codes(&carried), Vec::<&str>::new());
}

#[test]
fn a_sentence_has_one_finding_the_gravest() {
    let report = check("收到政府信息公开申请3件，办结2件，自然人1件，上年结转9件。", NOTHING);
    assert_eq!(codes(&report), [RECEIVED]);
    let finding = report.diagnostics.iter().find(|finding| finding.code == RECEIVED).unwrap();
    assert_eq!(finding.severity, Severity::Error);
    assert!(finding.message.contains("“收到政府信息公开申请3件”"), "{}", finding.message);
    assert!(finding.message.contains("表三“一、本年新收政府信息公开申请数量”行“总计”列为 0"), "{}", finding.message);
    assert!(finding.related.iter().any(|place| place.cell.is_some_and(|cell| cell.row == "1")));
}

#[test]
fn blanks_and_absent_tables_tell_nothing() {
    let text = report(ORGAN, "2023年收到政府信息公开申请3件，未发生行政复议。", NOTHING);
    let table = text.find("三、收到和处理").unwrap()..text.find("四、政府信息公开行政复议").unwrap();
    let mut without = text.clone();
    without.replace_range(table, "三、收到和处理政府信息公开申请情况\n\n");
    let checked = validate(&without, &Options::default());
    assert_eq!((claims(&checked).as_str(), codes(&checked)), ("3件? 未发生行政复议", vec![]));
    let blank = text.replace("申请数量\t0\t0\t0\t0\t0\t0\t0", "申请数量\t\t\t\t\t\t\t");
    let checked = validate(&blank, &Options::default());
    assert_eq!((claims(&checked).as_str(), codes(&checked)), ("3件? 未发生行政复议", vec![]));
}

#[test]
fn a_county_government_is_not_held_to_its_office() {
    let text = report(
        "云麓县人民政府",
        "2023年，县政府办公室收到政府信息公开申请9件；县政府收到政府信息公开申请5件。",
        FIGURES,
    );
    let checked = validate(&text, &Options::default());
    assert_eq!((claims(&checked).as_str(), codes(&checked)), ("5件", vec![]));
}

#[test]
fn a_fix_sets_the_prose_to_the_table_and_is_never_safe() {
    let text = report(ORGAN, "2023年，未废止文件；制发行政规范性文件 3 件。", FIGURES);
    let checked = validate(&text, &Options::default());
    let finding = checked.diagnostics.iter().find(|finding| finding.code == DOCUMENTS).unwrap();
    let fix = &finding.fixes[0];
    assert!(!fix.safe);
    let edit = &fix.edits[0];
    let units: Vec<u16> = text.encode_utf16().collect();
    let part = |from: u32, to: u32| String::from_utf16(&units[from as usize..to as usize]).unwrap();
    assert_eq!((part(edit.from, edit.to).as_str(), edit.insert.as_str()), ("3", "2"));
    let mended = part(0, edit.from) + &edit.insert + &part(edit.to, units.len() as u32);
    assert_eq!(codes(&validate(&mended, &Options::default())), Vec::<&str>::new());
}

#[test]
fn each_template_has_its_forms() {
    for number in 26..=101 {
        let forms: Vec<&Form> = TEMPLATES.iter().filter(|(other, _)| *other == number).map(|(_, form)| form).collect();
        let agrees = forms.iter().any(|form| matches!(form, Agrees(..)));
        let contradicts = forms.iter().any(|form| matches!(form, Contradicts(..)));
        let silent = forms.iter().any(|form| matches!(form, Silent(..)));
        assert!(agrees && contradicts || silent, "{number}");
    }
}

#[test]
fn kinds_of_answers_divide_what_was_answered() {
    const ANSWERS: &str = "1=8 2=1 3.1=3 3.2=1 3.4.1=2 3.5.1=1 4=2";
    let flaws = |sentence: &str| {
        let report = check(sentence, ANSWERS);
        let flaws = report.diagnostics.iter().filter(|finding| finding.code.starts_with("consistency/part"));
        flaws.map(|finding| finding.message.clone()).collect::<Vec<_>>()
    };
    let told = "新收政府信息公开申请8件，上年结转1件，共9件；办结7件，结转至下年度2件。";
    let right = format!("{told}其中予以公开3件，部分公开1件，无法提供2件，不予处理1件。");
    assert_eq!(flaws(&right), Vec::<String>::new());
    let wrong = format!("{told}其中予以公开6件，部分公开6件，无法提供6件，不予处理6件。");
    let flaws = flaws(&wrong);
    assert!(flaws.len() == 1 && flaws[0].contains("“7件”"), "{flaws:?}");
}
