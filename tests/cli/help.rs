//! Help, explanations, completions, manual: and what is said of a command that is wrong.

use super::{Folder, flawless};

const COMMANDS: [&str; 7] = ["check", "fix", "sum", "rules", "read", "completions", "man"];

#[test]
fn help_is_chinese_and_names_every_command() {
    let folder = Folder::with(&[]);
    let whole = folder.run(&["--help"]);
    assert_eq!((whole.status, &*whole.complaint), (0, ""));
    for command in COMMANDS {
        assert!(whole.out.contains(&format!("  {command} ")), "{}", whole.out);
        let told = folder.run(&[command, "--help"]);
        assert_eq!((told.status, &*told.complaint), (0, ""));
        assert!(told.out.contains(&format!("用法：nianbao {command}")), "{}", told.out);
        for english in ["Usage", "Options", "Arguments", "Commands", "Print", "possible values", "default"] {
            assert!(!told.out.contains(english) && !whole.out.contains(english), "{}", told.out);
        }
    }
    // Without a word it shows the same, and says by its status that nothing was done.
    let told = folder.run(&[]);
    assert_eq!((told.status, told.complaint), (2, whole.out));
}

#[test]
fn a_wrong_command_is_refused_in_words() {
    let folder = Folder::with(&[]);
    for (arguments, complaint) in [
        (&["chek", "甲.txt"][..], "没有“chek”这个命令，是不是 check"),
        (&["check", "甲.txt", "--severty", "error"], "没有 --severty 这个选项，是不是 --severity"),
        (&["check", "甲.txt", "--format", "xml"], "--format <格式> 不能是“xml”，可以是 text、json、jsonl、sarif、csv"),
        (&["check", "甲.txt", "--year", "今年"], "--year <年度> 不能是“今年”，应为整数"),
        (&["check", "甲.txt", "--year"], "--year <年度> 后面还要写上内容"),
        (&["check"], "还缺 <文件>..."),
        (&["sum", "县.txt"], "还缺 <单位>..."),
    ] {
        folder
            .run(arguments)
            .complains(&format!("nianbao：{complaint}\n用法见 nianbao --help，或 nianbao <命令> --help\n"));
    }
}

#[test]
fn every_rule_is_listed_and_explained() {
    let folder = Folder::with(&[]);
    let rules = nianbao::rules();
    let list = folder.run(&["rules"]);
    assert_eq!(list.status, 0);
    for rule in &rules {
        let line = list.out.lines().find(|line| line.split_whitespace().next() == Some(rule.code));
        assert!(line.is_some_and(|line| line.ends_with(&rule.title)), "{}", rule.code);
    }
    assert!(list.out.contains(&format!("\n共 {} 条。", rules.len())));
    let told = folder.run(&["rules", "punctuation/doubled-mark"]).out;
    assert!(told.starts_with("punctuation/doubled-mark（错误）\n\n标点重复或者打架\n"), "{told}");
    assert!(
        told.contains("\n不合格\n\n    按时发布信息⟦，，⟧") && !told.contains('#') && !told.contains("```"),
        "{told}"
    );
    let group = folder.run(&["rules", "privacy"]).out;
    assert!(group.lines().filter(|line| line.contains('/')).all(|line| line.starts_with("privacy/")), "{group}");
    folder
        .run(&["rules", "privacy/none"])
        .complains("nianbao：没有“privacy/none”这条或这类规则，运行 nianbao rules 可以看到全部规则\n");
}

#[test]
fn the_text_that_was_read_can_be_seen() {
    let folder =
        Folder::with(&[("甲.html", "<table><tr><td>规章<td>0</table>"), ("甲.txt", &flawless("甲镇人民政府"))]);
    folder.run(&["read", "甲.html"]).says(0, "规章\t0\n");
    folder.run(&["read", "甲.txt"]).says(0, &flawless("甲镇人民政府"));
    folder.run(&["read", "没有.txt"]).complains("nianbao：没有.txt：找不到这个文件。\n");
}

#[test]
fn shells_get_completions_and_man_its_pages() {
    let folder = Folder::with(&[]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let told = folder.run(&["completions", shell]);
        assert_eq!(told.status, 0);
        for word in COMMANDS.iter().chain(&["severity", "diff"]) {
            assert!(told.out.contains(word), "{shell} {word}");
        }
    }
    let page = folder.run(&["man"]).out;
    assert!(page.contains(".TH nianbao 1") && page.contains("nianbao\\-check"), "{page}");
    let page = folder.run(&["man", "check"]).out;
    assert!(page.contains("\\-\\-severity") && page.contains("只列这一级及以上的问题"), "{page}");
    folder.run(&["man", "chek"]).complains("nianbao：没有“chek”这个命令，运行 nianbao --help 可以看到全部命令\n");
}
