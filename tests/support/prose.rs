//! The words of an invented report, free of any flaw: organs, titles, six sections.

use nianbao::form::{Edition, HEADINGS, TableKind};

use super::random::Random;

/// An invented organ.
#[derive(Debug)]
pub struct Organ {
    pub name: &'static str,
    /// Whether it may issue 规章.
    pub may_regulate: bool,
}

pub static ORGANS: &[Organ] = &[
    Organ { name: "青岚省人民政府", may_regulate: true },
    Organ { name: "岚川市人民政府", may_regulate: true },
    Organ { name: "云麓县人民政府", may_regulate: false },
    Organ { name: "白溪镇人民政府", may_regulate: false },
    Organ { name: "松陵街道办事处", may_regulate: false },
    Organ { name: "岚川市生态环境局", may_regulate: false },
    Organ { name: "金岭区发展和改革委员会", may_regulate: false },
];

/// A piece of a report.
#[derive(Clone, Debug)]
pub enum Block {
    Title(String),
    Heading(String),
    Paragraph(String),
    Table(TableKind),
}

/// What a report says of itself.
#[derive(Clone, Debug)]
pub struct Subject {
    pub organ: &'static Organ,
    pub year: i32,
    pub edition: Edition,
}

impl Subject {
    pub fn draw(random: &mut Random, edition: Edition) -> Self {
        let years: &[i32] = if edition == Edition::Y2019 { &[2019, 2020] } else { &[2021, 2022, 2023, 2024, 2025] };
        Self { organ: random.pick(ORGANS), year: *random.pick(years), edition }
    }
}

/// The pieces of a whole report, in order.
pub fn blocks(random: &mut Random, subject: &Subject) -> Vec<Block> {
    let Subject { organ, year, edition } = subject;
    let paragraph = |text: &str| Block::Paragraph(text.replace("{年}", &year.to_string()));
    let mut blocks = if random.one_in(4) {
        let second = format!("{year}年政府信息公开工作年度报告");
        vec![Block::Title(organ.name.to_owned()), Block::Title(second)]
    } else {
        vec![Block::Title(format!("{}{year}年政府信息公开工作年度报告", organ.name))]
    };
    let number = if *edition == Edition::Y2019 { "〔2019〕60号" } else { "〔2021〕30号" };
    match random.below(3) {
        0 => blocks.push(paragraph(&format!(
            "本报告依照《中华人民共和国政府信息公开条例》第五十条编写，格式遵照国办公开办函{number}文件。各项数据的统计期限为{{年}}年1月1日至12月31日。"
        ))),
        1 => {
            blocks.push(paragraph("现将{年}年度政府信息公开工作情况向社会公布，请予监督。"));
            blocks.push(paragraph("如对内容有疑问，请与政务公开办公室联系，电话：0999-1234567。"));
        }
        _ => {}
    }
    for (heading, body) in HEADINGS.iter().zip(bodies(random)) {
        blocks.push(Block::Heading(format!("{}、{}", heading.ordinal, heading.title)));
        if let Some(kind) = TableKind::ALL.into_iter().find(|kind| kind.section() == heading.number) {
            if random.one_in(5) {
                blocks.push(paragraph("下表数据的统计时间为{年}年1月1日至12月31日，由各承办机构填报后汇总。"));
            }
            blocks.push(Block::Table(kind));
        }
        blocks.extend(body.into_iter().map(paragraph));
    }
    blocks
}

fn bodies(random: &mut Random) -> [Vec<&'static str>; 6] {
    [
        random.pick(OVERVIEWS).to_vec(),
        vec![],
        vec![],
        vec![],
        random.pick(PROBLEMS).to_vec(),
        random.pick(OTHERS).to_vec(),
    ]
}

static OVERVIEWS: &[&[&str]] = &[
    &[
        "{年}年，本机关围绕群众关心的事项推进公开，各项任务按计划完成。",
        "（一）主动公开。及时发布财政预算决算、重大项目、社会救助等领域的信息，重要文件与解读材料同步上网。",
        "（二）依申请公开。完善登记、审核、办理、答复、归档的全流程管理，答复文书经法律顾问审核后发出。",
        "（三）政府信息管理。落实公文属性源头认定，对已经公开的文件定期复核，失效文件随时标注。",
        "（四）平台建设。整合网站栏目，优化检索功能，保障政务新媒体正常更新。",
        "（五）监督保障。把政务公开列入年度工作考核，主动接受社会评议，未出现需要追究责任的情形。",
    ],
    &[
        "过去一年，政府信息公开工作坚持以公开为常态、不公开为例外，着力提高信息质量和查阅便利程度。",
        "（一）主动公开情况",
        "重点公开行政执法、公共服务和民生实事的进展，对专业性较强的政策配发图文解读。",
        "（二）依申请公开情况",
        "畅通当面、信函和网络三种渠道，由专人负责接收登记，加强与申请人的沟通，依法按时作出答复。",
        "（三）政府信息管理情况",
        "严格执行先审查、后公开制度，确保发布内容准确、安全。",
        "（四）平台建设情况",
        "在便民服务大厅设置查阅点，配备自助终端，方便老年人使用。",
        "（五）监督保障情况",
        "组织业务培训，开展工作考核和社会评议，落实责任追究制度。",
    ],
    &[
        "{年}年，本机关认真执行政府信息公开条例，主动公开、依申请公开、政府信息管理、平台建设、监督保障等工作平稳有序。在主动公开方面，围绕优化营商环境和乡村振兴发布信息；在依申请公开方面，规范答复口径；在信息管理方面，健全目录；在平台建设方面，巩固集约化成果；在监督保障方面，做好工作考核、社会评议和责任追究。",
    ],
];

static PROBLEMS: &[&[&str]] = &[
    &[
        "存在的主要问题：一是个别栏目更新不够及时；二是政策解读形式较为单一；三是基层人员业务能力有待提升。",
        "改进措施：一是建立更新提醒机制，明确责任科室；二是增加视频、问答等解读形式；三是采取以会代训的方式加强培训。",
    ],
    &[
        "（一）主要问题",
        "公开内容与群众需求结合还不够紧密，部分答复文书的说理性不足。",
        "（二）改进情况",
        "定期梳理咨询热点，据此调整公开重点；编印答复范例，供承办人员参照。",
    ],
    &["本年度主要不足是公开队伍变动较大、业务衔接不畅。为此，修订了工作手册，安排专人带教，并按季度通报进展。"],
];

static OTHERS: &[&[&str]] = &[
    &["无其他需要报告的事项。"],
    &["本机关按照《政府信息公开信息处理费管理办法》的规定执行收费政策，除此之外没有需要说明的情况。"],
    &["关于信息处理费，本机关严格按照国家有关规定执行。", "本报告电子版可以在政府网站的政府信息公开专栏下载。"],
];
