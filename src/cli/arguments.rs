//! What the command line takes: help, completions and man page all come from here.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{ArgAction, Args, Parser, Subcommand, ValueEnum};
use nianbao::report::Severity;

const TEMPLATE: &str = "{about}\n\n用法：{usage}\n\n{all-args}{after-help}";

const ABOUT: &str =
    "核对《政府信息公开工作年度报告》：章节、三张表格、勾稽关系、文字与表格是否一致、标点和错别字。不联网，不上传。";

const STATUS: &str = "\
退出状态：
  0  没有错误和警告，而且全部核对到了
  1  有错误或警告
  2  有文件读不出来，或者有内容没能核对（命令写错时也是 2）

例：
  nianbao check 白石镇年报.docx
  nianbao check 各单位 --year 2025 --format csv --output 核对结果.csv
  nianbao check *.docx --severity error
  nianbao check 今年.docx --previous 去年.docx";

const FIX_NOTES: &str = "\
只改有把握的地方（例如半角标点、叠用的标点），数字一概不动；改完会再核对一遍。文件的编码和换行保持原样，写好后才一次性替换原文件。
Word、WPS 文件不能直接改：请按 nianbao check 的结果在 Word 或 WPS 中修改。

退出状态：
  0  改好了，或者没有可以自动改的地方
  1  用了 --diff，有可以自动改的地方
  2  有文件读不出来或者改不了";

const SUM_NOTES: &str = "\
各单位应包括全部报送单位，也包括县（市、区）政府办公室自己：汇总报告比各单位之和多，往往是少给了一个单位；比各单位之和少，
一定有一处不对。空白单元格按 0 相加；读不到数字的单元格不比对。

退出状态：
  0  每一格都等于各单位之和
  1  有的格不相等
  2  有文件读不出来，或者有的格无法比对

例：
  nianbao sum 柳溪县.docx 各单位
  nianbao sum 柳溪县.docx 县政府办.docx 白石镇.docx 桥头镇.docx --format csv --output 汇总比对.csv";

#[derive(Debug, Parser)]
#[command(
    name = "nianbao",
    version,
    about = ABOUT,
    help_template = TEMPLATE,
    override_usage = "nianbao <命令> [选项]",
    after_help = "每个命令的用法：nianbao <命令> --help",
    subcommand_help_heading = "命令",
    next_help_heading = "选项",
    disable_help_flag = true,
    disable_version_flag = true,
    disable_help_subcommand = true,
)]
pub struct Arguments {
    #[command(subcommand)]
    pub command: Command,
    #[arg(short, long, global = true, action = ArgAction::Help, help = "显示用法", help_heading = "选项", display_order = 100)]
    help: Option<bool>,
    #[arg(short = 'V', long, action = ArgAction::Version, help = "显示版本", help_heading = "选项", display_order = 101)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    #[command(
        about = "核对报告，列出每一处问题",
        help_template = TEMPLATE,
        override_usage = "nianbao check [选项] <文件>…",
        after_help = STATUS
    )]
    Check(CheckArguments),
    #[command(
        about = "自动改好文本文件里有把握的问题",
        help_template = TEMPLATE,
        override_usage = "nianbao fix [选项] <文件>…",
        after_help = FIX_NOTES
    )]
    Fix(FixArguments),
    #[command(
        about = "把县（市、区）汇总报告的三张表与各单位之和逐格比对",
        help_template = TEMPLATE,
        override_usage = "nianbao sum [选项] <汇总报告> <单位>…",
        after_help = SUM_NOTES
    )]
    Sum(SumArguments),
    #[command(
        about = "列出全部规则，或者说明其中一条",
        help_template = TEMPLATE,
        override_usage = "nianbao rules [规则]"
    )]
    Rules {
        #[arg(
            value_name = "规则",
            help = "规则代码（punctuation/doubled-mark）或一类规则（punctuation）",
            help_heading = "参数"
        )]
        code: Option<String>,
    },
    #[command(
        about = "显示从文件中读出的文字：核对的就是这些文字",
        help_template = TEMPLATE,
        override_usage = "nianbao read <文件>"
    )]
    Read {
        #[arg(value_name = "文件", help = "要读的文件；- 表示标准输入", help_heading = "参数")]
        file: OsString,
    },
    #[command(
        about = "生成命令行自动补全脚本",
        help_template = TEMPLATE,
        override_usage = "nianbao completions <外壳>"
    )]
    Completions {
        #[arg(
            value_name = "外壳",
            help = "bash、zsh、fish、powershell 或 elvish",
            help_heading = "参数",
            hide_possible_values = true
        )]
        shell: clap_complete::Shell,
    },
    #[command(about = "生成手册页（man）", help_template = TEMPLATE, override_usage = "nianbao man [命令]")]
    Man {
        #[arg(value_name = "命令", help = "哪个命令的手册页；不写时为总的一页", help_heading = "参数")]
        command: Option<String>,
    },
}

#[derive(Args, Debug)]
#[command(next_help_heading = "选项")]
pub struct CheckArguments {
    #[arg(
        value_name = "文件",
        required = true,
        help = "报告文件（.docx、.doc、.wps、.html、.md、.txt）、文件夹（含下级）或通配符；- 表示标准输入",
        help_heading = "参数"
    )]
    pub files: Vec<OsString>,
    #[arg(short, long, value_name = "格式", value_enum, hide_default_value = true, hide_possible_values = true, default_value_t = CheckFormat::Text, help = "结果的格式：text（默认）、json、jsonl、sarif 或 csv（表格软件能直接打开）")]
    pub format: CheckFormat,
    #[arg(short, long, value_name = "文件", help = "结果写到这个文件，不显示在屏幕上")]
    pub output: Option<PathBuf>,
    #[arg(long, value_name = "文件", help = "同一机关上一年度的报告：加上跨年度的核对（一次只核对一份报告时可用）")]
    pub previous: Option<OsString>,
    #[arg(long, value_name = "年度", help = "应当是哪一年度的报告，如 2025；报告写的是别的年度时警告")]
    pub year: Option<i32>,
    #[arg(
        long,
        value_name = "级别",
        value_enum,
        hide_possible_values = true,
        help = "只列这一级及以上的问题：error（错误）、warning（警告）或 info（提示，默认）"
    )]
    pub severity: Option<Least>,
    #[arg(long, value_name = "规则", value_delimiter = ',', help = "不用的规则或一类规则，可用逗号隔开写几个")]
    pub disable: Vec<String>,
    #[arg(long, value_name = "文件", help = "设置文件（JSON）：year、disable、allow（本地名称和用词）、severity")]
    pub config: Option<PathBuf>,
}

#[derive(Args, Debug)]
#[command(next_help_heading = "选项")]
pub struct FixArguments {
    #[arg(
        value_name = "文件",
        required = true,
        help = "文本文件（.txt、.md、.html）、文件夹或通配符；- 表示标准输入，改好的文字写到标准输出",
        help_heading = "参数"
    )]
    pub files: Vec<OsString>,
    #[arg(long, help = "只显示会改什么，不写文件")]
    pub diff: bool,
    #[arg(long, value_name = "规则", value_delimiter = ',', help = "不用的规则或一类规则，可用逗号隔开写几个")]
    pub disable: Vec<String>,
    #[arg(long, value_name = "文件", help = "设置文件（JSON）：disable、allow（本地名称和用词）")]
    pub config: Option<PathBuf>,
}

#[derive(Args, Debug)]
#[command(next_help_heading = "选项")]
pub struct SumArguments {
    #[arg(value_name = "汇总报告", help = "县（市、区）的报告", help_heading = "参数")]
    pub county: OsString,
    #[arg(value_name = "单位", required = true, help = "各单位的报告：文件、文件夹或通配符", help_heading = "参数")]
    pub units: Vec<OsString>,
    #[arg(short, long, value_name = "格式", value_enum, hide_default_value = true, hide_possible_values = true, default_value_t = SumFormat::Text, help = "结果的格式：text（默认，只列不相等的格）、json 或 csv（列出全部格）")]
    pub format: SumFormat,
    #[arg(short, long, value_name = "文件", help = "结果写到这个文件，不显示在屏幕上")]
    pub output: Option<PathBuf>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    Text,
    Json,
    Jsonl,
    Sarif,
    Csv,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SumFormat {
    Text,
    Json,
    Csv,
}

/// The least weight of a finding to be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Least {
    #[value(alias = "错误")]
    Error,
    #[value(alias = "警告")]
    Warning,
    #[value(alias = "提示")]
    Info,
}

impl Least {
    /// Whether a finding of this weight is told.
    pub fn lets_through(self, severity: Severity) -> bool {
        let least = match self {
            Self::Error => Severity::Error,
            Self::Warning => Severity::Warning,
            Self::Info => Severity::Info,
        };
        severity <= least
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definition_is_sound() {
        Arguments::command().debug_assert();
    }
}
